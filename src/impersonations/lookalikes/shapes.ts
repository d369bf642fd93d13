import { z } from 'zod'
import { hows } from './permute.ts'
import type { Site } from './store.ts'

export const watchForm = z.object({ site: z.string().max(100).default(''), watch: z.string().max(10).default('') })
export const knownForm = z.object({ site: z.string().max(100).default(''), name: z.string().max(300).default('') })
export const watchBody = z.strictObject({ site: z.uuid().describe('A listed website of mine'), watch: z.boolean() })
export const knownBody = z.strictObject({ site: z.uuid(), name: z.string().max(300) })

export const lookalikesShape = z.object({
  sites: z.array(
    z.object({
      site: z.uuid(),
      address: z.string(),
      watched: z.boolean(),
      looked_at: z.iso.datetime().nullable(),
      lookalikes: z.array(
        z.object({
          name: z.string(),
          how: z.enum(hows),
          has_address: z.boolean().describe('Something can be opened there; else it is only registered'),
          first_seen_at: z.iso.datetime(),
        }),
      ),
    }),
  ),
})

export const lookalikesView = (sites: readonly Site[]): z.infer<typeof lookalikesShape> => ({
  sites: sites.map(({ declaration, canonical, watched, looked_at, seen }) => ({
    ...{ site: declaration, address: canonical, watched },
    looked_at: looked_at?.toISOString() ?? null,
    lookalikes: seen.map(({ first_seen_at, ...one }) => ({ ...one, first_seen_at: first_seen_at.toISOString() })),
  })),
})
