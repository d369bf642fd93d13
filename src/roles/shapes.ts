import { z } from 'zod'
import { roles } from '../permissions/index.ts'
import { type Handover, lists, type RoleLine } from './store.ts'

const line = z.string().max(2000)
const field = line.default('')

export const grantForm = z.object({ person: field, role: field, unit: field, from: field, to: field, id: field })
export const endForm = z.object({ to: field })

export const grantBody = z.strictObject({
  person: line.describe('Id of the person, or their number in the organisation'),
  role: z.enum(roles),
  unit: line
    .optional()
    .describe('Code of the unit; an auditor or administrator without one is of the whole organisation'),
  from: z.iso.date().optional().describe('First day; without it now'),
  to: z.iso.date().optional().describe('Last day; without it there is no end'),
})
export const endBody = z.strictObject({
  to: z.iso.date().optional().describe('Last day; without it the term ends now'),
})
export const nothing = z.strictObject({})

const when = z.iso.datetime()
export const roleShape = z.object({
  id: z.uuid(),
  person: z.uuid(),
  name: z.string(),
  role: z.enum(roles),
  unit: z.object({ id: z.uuid(), code: z.string(), name: z.string() }).nullable(),
  from_at: when,
  to_at: when.nullable(),
  state: z.enum(['proposed', 'coming', 'serving', 'ended', 'refused', 'lapsed']),
  granted_at: when,
  lapses_at: when.nullable().describe('Of a proposal: when it lapses'),
  proposed_by: z.string().nullable().describe('Name; null is the operator at the machine itself'),
  decided_by: z.string().nullable(),
  ended_by: z.string().nullable(),
  because: z.string().nullable().describe('Why one person alone granted what needs two'),
})
export const rolesShape = z.object({ roles: z.array(roleShape), next: z.int().nullable() })
export const mineShape = z.object({ roles: z.array(roleShape) })
export const rolesQuery = z.object({
  unit: z.string().optional().describe('Words of the name or code of units'),
  show: z.enum(lists).optional(),
  from: z.string().optional(),
})
export const idShape = z.object({ id: z.uuid() })
export const handoverShape = z.object({
  id: z.uuid(),
  officer: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  to: z.object({ code: z.string(), name: z.string() }).nullable().describe('Whose officer takes over'),
  at: when,
  why: z.enum(['ended', 'term_over', 'left', 'transferred', 'unit_gone']),
  by: z.string().nullable(),
  witness: z.int(),
  invitations: z.int(),
  incidents: z.int(),
  recoveries: z.int(),
  cases: z.int(),
  rights: z.int(),
})
export const handoversShape = z.object({ handovers: z.array(handoverShape), next: z.int().nullable() })

export const roleView = (one: RoleLine): z.infer<typeof roleShape> => ({
  id: one.id,
  person: one.person,
  name: one.name,
  role: one.role,
  unit: one.unit === null ? null : { id: one.unit, code: one.unit_code ?? '', name: one.unit_name ?? '' },
  from_at: one.from_at.toISOString(),
  to_at: one.to_at?.toISOString() ?? null,
  state: one.state,
  granted_at: one.granted_at.toISOString(),
  lapses_at: one.state === 'proposed' ? one.open_until.toISOString() : null,
  proposed_by: one.proposed_by_name,
  decided_by: one.decided_by_name,
  ended_by: one.ended_by_name,
  because: one.granted_because,
})

export const handoverView = (one: Handover): z.infer<typeof handoverShape> => ({
  id: one.id,
  officer: one.officer_name,
  unit: { code: one.unit_code, name: one.unit_name },
  to: one.to_code === null ? null : { code: one.to_code, name: one.to_name ?? '' },
  at: one.at.toISOString(),
  why: one.why,
  by: one.by_name,
  witness: one.witness,
  invitations: one.invitations,
  incidents: one.incidents,
  recoveries: one.recoveries,
  cases: one.cases,
  rights: one.rights,
})
