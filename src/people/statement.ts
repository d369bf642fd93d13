import { z } from 'zod'
import type { PublicPerson } from './rules.ts'

/** What a machine is told of a person's public page. */
export const personShape = z.object({
  page: z.string().describe('Whole address of the public page'),
  name: z.string().optional().describe('As its owner chose to show it'),
  office: z.string().optional(),
  pages: z.array(
    z.object({
      address: z.string().describe('The middle of a telephone number is left out'),
      platform: z.string(),
      level: z.int().min(1).max(3),
      date: z.iso.date().describe('Since when at this level, or the last re-check'),
      current: z.boolean().describe('False when the periodic confirmation lapsed'),
      since: z.iso.date().optional().describe('The day on which it stopped being current'),
    }),
  ),
})

export function personView(
  { pages, ...named }: PublicPerson,
  url: string,
  day: (at: Date) => string,
): z.infer<typeof personShape> {
  return {
    page: url,
    ...named,
    pages: pages.map(({ address, platform, level, levelAt, notCurrentSince }) => ({
      address,
      platform,
      level,
      date: day(levelAt),
      current: notCurrentSince === undefined,
      ...(notCurrentSince ? { since: day(notCurrentSince) } : {}),
    })),
  }
}
