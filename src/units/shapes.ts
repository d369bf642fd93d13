import { z } from 'zod'
import type { Leaf } from './tree.ts'

const line = z.string().max(2000)
/** A field of a form, empty when it was not sent. */
const field = line.default('')

export const addForm = z.object({ code: field, name: field, kind: field, parent: field })
export const renameForm = z.object({ name: field, kind: field })
export const moveForm = z.object({ parent: field, officers: z.enum(['keep', 'end']).default('keep') })
export const mergeForm = z.object({ into: field, terms: z.enum(['end', 'move']).default('end') })
export const closeForm = z.object({ people_to: field })

export const addBody = z.strictObject({ code: line, name: line, kind: line.optional(), parent: line.optional() })
export const patchBody = z.strictObject({ name: line.optional(), kind: line.nullable().optional() })
export const moveBody = z.strictObject({
  parent: line.nullable().describe('Code of the unit above; null makes a root'),
  officers: z.enum(['keep', 'end']).default('keep'),
})
export const mergeBody = z.strictObject({ into: line, terms: z.enum(['end', 'move']).default('end') })
export const closeBody = z.strictObject({ people_to: line.optional() })

export const unitShape = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  kind: z.string().nullable(),
  parent: z.uuid().nullable(),
  below: z.int().describe('How many open units are right below'),
  closed_at: z.iso.datetime().nullable(),
})
export const unitsShape = z.object({ units: z.array(unitShape), next: z.int().nullable() })
export const unitsQuery = z.object({
  q: z.string().optional().describe('Words of name or code, accents left aside'),
  parent: z.string().optional().describe('Code of the unit above; without it and without q the roots'),
  from: z.string().optional(),
})

export const viewOf = ({ id, code, name, kind, parent, below, closed_at }: Leaf): z.infer<typeof unitShape> => ({
  id,
  code,
  name,
  kind,
  parent,
  below,
  closed_at: closed_at?.toISOString() ?? null,
})
