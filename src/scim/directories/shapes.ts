import { z } from 'zod'
import { longestDays, type scimTokens } from '../tokens.ts'

const typed = z.string().max(5000).default('')
export const tokenForm = z.object({ name: typed, unit: typed, life: typed, form: typed })

export const tokenBody = z.strictObject({
  name: z.string().min(1).max(100).describe('What the directory is called, in histories and to the people it changes'),
  unit: z.string().min(1).max(2000).describe('Code of the unit that it provisions, with all below'),
  days: z.int().min(1).max(longestDays).default(365),
})

const when = z.iso.datetime()
export const tokenShape = z.object({
  id: z.uuid(),
  name: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  made_by: z.string().nullable().describe('Nobody by name: the operator at the machine itself'),
  made_at: when,
  expires_at: when,
  used_at: when.nullable(),
  revoked_at: when.nullable(),
})
export const tokensShape = z.object({ tokens: z.array(tokenShape) })
export const madeShape = z.object({ id: z.uuid(), token: z.string().describe('Shown this once'), expires_at: when })
export const revokedShape = z.object({ id: z.uuid(), revoked_at: when })

export type Token = Awaited<ReturnType<typeof scimTokens>>['tokens'][number]

export const viewOf = ({ unit, unit_name, ...token }: Token): z.infer<typeof tokenShape> => ({
  id: token.id,
  name: token.name,
  unit: { code: unit, name: unit_name },
  made_by: token.made_by,
  made_at: token.made_at.toISOString(),
  expires_at: token.expires_at.toISOString(),
  used_at: token.used_at?.toISOString() ?? null,
  revoked_at: token.revoked_at?.toISOString() ?? null,
})
