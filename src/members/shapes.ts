import { z } from 'zod'
import { absences, exemptions } from './absence.ts'
import type { Place } from './place.ts'
import type { RollLine } from './store.ts'

/** Of the attestation, as the roll keeps them: what waits comes first. */
export const attestationStates = [
  'overdue',
  'due',
  'unreachable',
  'attested',
  'attested_none',
  'exempt',
  'never_asked',
] as const

/** `?state=`; what is none filters nothing. */
export const stateIn = (query: URLSearchParams): string | undefined =>
  attestationStates.find((known) => known === query.get('state'))

const line = z.string().max(2000)
const field = line.default('')
const day = z.iso.date()

export const addForm = z.object({ unit: field, name: field, office: field, ref: field })
export const transferForm = z.object({ unit: field, terms: z.enum(['end', 'keep']).default('end') })
export const returnForm = z.object({ unit: field })
export const officeForm = z.object({ office: field })
export const absenceForm = z.object({ kind: field, reason: field, from: field, until: field })

export const addBody = z.strictObject({ unit: line, name: line, office: line.optional(), ref: line.optional() })
export const transferBody = z.strictObject({ unit: line, terms: z.enum(['end', 'keep']).default('end') })
export const returnBody = z.strictObject({ unit: line.optional() })
export const officeBody = z.strictObject({ office: line.nullable() })
export const absenceBody = z.strictObject({
  kind: z.enum(absences),
  reason: z.enum(exemptions).optional().describe('Only of who is exempt, and then always'),
  from: day.optional().describe('First day; without it today'),
  until: day,
})
export const nothing = z.strictObject({})

const when = z.iso.datetime()
export const placeShape = z.object({
  id: z.uuid(),
  name: z.string(),
  office: z.string().nullable(),
  ref: z.string().nullable(),
  unit: z.object({ id: z.uuid(), code: z.string(), name: z.string() }).nullable(),
  unit_since: when,
  joined_at: when,
  left_at: when.nullable(),
  history: z.array(
    z.object({
      unit: z.string().nullable(),
      name: z.string(),
      office: z.string().nullable(),
      from_at: when,
      to_at: when.nullable(),
      began: z.string(),
      ended: z.string().nullable(),
    }),
  ),
  absences: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      reason: z.string().nullable(),
      from_on: day,
      until_on: day,
      ended_at: when.nullable(),
    }),
  ),
})
export const lineShape = z.object({
  id: z.uuid(),
  name: z.string(),
  office: z.string().nullable(),
  unit: z.uuid().nullable(),
  attestation: z.string(),
  pages: z.int(),
  task: z.string().nullable(),
  task_number: z.string().nullable(),
  invite_again: z.boolean().describe('An invitation ended with the term of the officer who gave it'),
  absence: z.object({ kind: z.string(), from: day, until: day }).nullable(),
})
export const linesShape = z.object({
  members: z.array(lineShape),
  next: z.int().nullable().describe('`from` of the next call; a search has one page'),
  states: z.record(z.string(), z.int()).optional().describe('Of a unit: how many are in each state of the attestation'),
})
export const listQuery = z.object({
  unit: z.string().optional().describe('Code of a unit that you keep'),
  q: z.string().optional().describe('Words of a name, in all units that you keep; accents are left aside'),
  state: z.enum(attestationStates).optional().describe('With `unit`: only those in this state of the attestation'),
  from: z.string().optional(),
})
export const idShape = z.object({ id: z.uuid() })

export const lineView = (one: RollLine): z.infer<typeof lineShape> => ({
  id: one.person,
  name: one.name,
  office: one.office,
  unit: one.unit,
  attestation: one.attestation,
  pages: one.pages,
  task: one.task,
  task_number: one.task_number,
  invite_again: one.invite_again,
  absence:
    one.absence && one.away_from && one.away_until
      ? { kind: one.absence, from: one.away_from, until: one.away_until }
      : null,
})

export function placeView({ stretches, absences: away, ...place }: Place): z.infer<typeof placeShape> {
  return {
    id: place.id,
    name: place.name,
    office: place.office,
    ref: place.ref,
    unit: place.unit,
    unit_since: place.unit_since.toISOString(),
    joined_at: place.joined_at.toISOString(),
    left_at: place.left_at?.toISOString() ?? null,
    history: stretches.map(({ unit, name, office, from_at, to_at, began, ended }) => ({
      ...{ unit, name, office, began, ended },
      from_at: from_at.toISOString(),
      to_at: to_at?.toISOString() ?? null,
    })),
    absences: away.map(({ id, kind, reason, from_on, until_on, ended_at }) => ({
      ...{ id, kind, reason, from_on, until_on },
      ended_at: ended_at?.toISOString() ?? null,
    })),
  }
}
