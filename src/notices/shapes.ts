import { z } from 'zod'

export const seenForm = z.object({ from: z.string().max(100).default('') })

export const query = z.object({ before: z.uuid().optional().describe('The last notice of the page before') })

export const listShape = z.object({
  notices: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      title: z.string(),
      text: z.string(),
      href: z.string().describe('Where in the register it leads'),
      at: z.iso.datetime(),
      seen_at: z.iso.datetime().nullable(),
    }),
  ),
  older: z.string().nullable().describe('Where the older ones are'),
})
