import { z } from 'zod'
import type { Address } from '../addresses/index.ts'
import type { PublicWord } from './rules.ts'

/** What a machine is told. `unconfirmed` is exactly `{"answer":"unconfirmed"}`, whatever was asked and whyever it is so. */
export const statement = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('unconfirmed') }),
  z.object({
    answer: z.literal('confirmed'),
    address: z.string().describe('The one form of the address that was asked about'),
    via: z.literal('content').optional().describe('A post was asked about; the answer is about its account'),
    level: z.int().min(1).max(3),
    date: z.iso.date().describe('Since when at this level, or the last re-check'),
    current: z.boolean().describe('False when the periodic confirmation lapsed'),
    since: z.iso.date().optional().describe('The day on which it stopped being current'),
    name: z.string().optional(),
    office: z.string().optional(),
  }),
  z.object({
    answer: z.literal('suspended'),
    address: z.string(),
    via: z.literal('content').optional(),
    since: z.iso.datetime().describe('Since when the confirmation is paused'),
  }),
  z.object({
    answer: z.literal('closed'),
    address: z.string(),
    via: z.literal('content').optional(),
    date: z.iso.date(),
  }),
  z.object({
    answer: z.literal('imitation'),
    address: z.string(),
    via: z.literal('content').optional(),
    date: z.iso.date().describe('Day of the finding'),
    until: z.iso.date().describe('The finding lapses then'),
    reasons: z.array(z.string()).describe('By what: name, photograph, office, money, links'),
    objected: z.boolean().describe('Whoever runs the page has objected, and another reviewer is looking again'),
  }),
])
export type Statement = z.infer<typeof statement>

/** A calendar day in the register's zone, `YYYY-MM-DD`. */
export type DayOf = (at: Date) => string

export function statementOf(word: PublicWord, { canonical, via }: Address, day: DayOf): Statement {
  const about = { address: canonical, ...(via ? { via } : {}) }
  switch (word.answer) {
    case 'unconfirmed':
      return { answer: 'unconfirmed' }
    case 'confirmed':
      return {
        answer: 'confirmed',
        ...about,
        level: word.level,
        date: day(word.levelAt),
        current: word.notCurrentSince === undefined,
        ...(word.notCurrentSince ? { since: day(word.notCurrentSince) } : {}),
        ...(word.name === undefined ? {} : { name: word.name }),
        ...(word.office === undefined ? {} : { office: word.office }),
      }
    case 'suspended':
      return { answer: 'suspended', ...about, since: word.since.toISOString() }
    case 'closed':
      return { answer: 'closed', ...about, date: day(word.closedAt) }
    case 'imitation':
      return {
        answer: 'imitation',
        ...about,
        date: day(word.decidedAt),
        until: day(word.lapsesAt),
        reasons: [...word.reasons],
        objected: word.objectedAt !== undefined,
      }
  }
}
