import { z } from 'zod'
import { longestText, longestTitle } from './publish.ts'
import type { Cell, Person, Text, Version } from './store.ts'

const field = (most: number) => z.string().max(most).default('')
/** A browser sends two characters for a line's end; what is too long is refused with its reason, not here. */
const area = field(longestText * 2)
export const draftForm = z.object({
  ...{ guidance: field(40), version: field(40), unit: field(200), material: field(1) },
  ...{ title_vi: field(2_000), title_en: field(2_000), text_vi: area, text_en: area },
})
export type Draft = z.infer<typeof draftForm>
export const readForm = z.object({ version: z.uuid() })

const both = (most: number) => z.object({ vi: z.string().max(most * 2), en: z.string().max(most * 2) })
export const publishBody = z.strictObject({
  guidance: z.uuid().optional().describe('Of which text it is the next version; without it a new text'),
  unit: z
    .string()
    .max(200)
    .optional()
    .describe('Of a new text: code of the unit whose people it is for, with all below'),
  material: z
    .boolean()
    .default(true)
    .describe('Whether it asks for a new acknowledgement; a first version always does'),
  title: both(longestTitle),
  text: both(longestText).describe('Markdown'),
})
export const readBody = z.strictObject({ version: z.uuid().describe('Id of the version that was read') })

const when = z.iso.datetime()
const versionShape = z.object({
  id: z.uuid(),
  n: z.int(),
  material: z.boolean(),
  title: z.object({ vi: z.string(), en: z.string() }),
  text: z.object({ vi: z.string(), en: z.string() }).describe('Markdown'),
  published_at: when,
  published_by: z.string().nullable().describe('Name; null: it came with the register'),
  acknowledged_at: when.nullable(),
})
export const textShape = z.object({
  id: z.uuid(),
  unit: z
    .object({ id: z.uuid(), name: z.string() })
    .nullable()
    .describe('For the people of this unit and below; null: everybody'),
  for_me: z.boolean(),
  due: z.boolean().describe('It asks the caller for an acknowledgement'),
  version: versionShape,
})
export const textsShape = z.object({ guidance: z.array(textShape) })
export const wholeShape = textShape.extend({ versions: z.array(versionShape) })
export const missingShape = z.object({
  missing: z.int(),
  persons: z.array(z.object({ person: z.uuid(), name: z.string(), office: z.string().nullable() })),
  next: z.int().nullable(),
})
const figure = z.int().nullable().describe('null where it would tell of fewer than five')
export const figuresShape = z.object({
  cells: z.array(
    z.object({
      part: z
        .enum(['whole', 'here', 'below'])
        .describe('The unit with all beneath, its own people, or one right below'),
      unit: z.string().describe('Code'),
      name: z.string(),
      persons: figure,
      acknowledged: figure,
      at: when.nullable(),
    }),
  ),
})
export const unitQuery = z.object({ unit: z.string().describe('Code of the unit'), from: z.string().optional() })

export const versionView = (one: Version): z.infer<typeof versionShape> => ({
  id: one.id,
  n: one.n,
  material: one.material,
  title: { vi: one.title_vi, en: one.title_en },
  text: { vi: one.guide_vi, en: one.guide_en },
  published_at: one.published_at.toISOString(),
  published_by: one.published_by_name,
  acknowledged_at: one.read_at?.toISOString() ?? null,
})
export const textView = (one: Text): z.infer<typeof textShape> => ({
  id: one.guidance,
  unit: one.unit === null ? null : { id: one.unit, name: one.unit_name ?? '' },
  for_me: one.for_me,
  due: one.due,
  version: versionView(one),
})
export const personView = ({ person, name, office }: Person) => ({ person, name, office })
export const cellView = ({ part, code, name, persons, read, at }: Cell) => ({
  part,
  unit: code,
  name,
  persons,
  acknowledged: read,
  at: at?.toISOString() ?? null,
})
