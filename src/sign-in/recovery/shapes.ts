import { z } from 'zod'
import type { RecoveryLine } from './store.ts'

const moment = z.iso.datetime().nullable()

export const recoveriesShape = z.object({
  recoveries: z.array(
    z.object({
      id: z.uuid(),
      person: z.object({ id: z.uuid(), name: z.string(), office: z.string().nullable(), unit: z.string().nullable() }),
      state: z.enum(['asked', 'started', 'waiting', 'ready']),
      asked_by: z.enum(['person', 'officer']),
      asked_at: z.iso.datetime(),
      started_at: moment,
      agreed_at: moment,
      opens_at: moment.describe('From when on a new passkey can be made'),
      waits_for_me: z.boolean().describe('Whether the next step is yours. It is taken at the browser'),
    }),
  ),
})

const text = (at: Date | null) => at?.toISOString() ?? null

export const recoveryView = (one: RecoveryLine) => ({
  id: one.id,
  person: { id: one.person, name: one.name, office: one.office, unit: one.unit_name },
  state: one.state,
  asked_by: one.asked_by,
  asked_at: one.asked_at.toISOString(),
  started_at: text(one.started_at),
  agreed_at: text(one.agreed_at),
  opens_at: text(one.opens_at),
  waits_for_me: one.state === 'started' ? one.agrees : one.state !== 'waiting' && one.keeps,
})
