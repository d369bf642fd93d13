import type { PublishedRow } from './store.ts'

/** What may be said in public. `unconfirmed` holds nothing, so that it can tell nothing. */
export type PublicWord =
  | { readonly answer: 'unconfirmed' }
  | {
      readonly answer: 'confirmed'
      readonly level: 1 | 2 | 3
      readonly levelAt: Date
      readonly name?: string
      readonly office?: string
      /** The public page of its owner, on which it stands too. */
      readonly page?: string
      /** The attestation lapsed then: still confirmed, not current. */
      readonly notCurrentSince?: Date
    }
  | { readonly answer: 'suspended'; readonly level: number; readonly levelAt: Date; readonly since: Date }
  | { readonly answer: 'closed'; readonly closedAt: Date }
  | {
      readonly answer: 'imitation'
      readonly decidedAt: Date
      readonly lapsesAt: Date
      /** By what it is one, from a closed list. */
      readonly reasons: readonly string[]
      /** An objection is open since then. */
      readonly objectedAt?: Date
    }

const unconfirmed: PublicWord = { answer: 'unconfirmed' }
const imitationDays = 180

/** Pure: a row, or none, becomes a word. A row that says less than the register may say is no row. */
export function wordOf(row: PublishedRow | undefined, now = new Date()): PublicWord {
  if (!row) return unconfirmed
  const { level, level_at: levelAt, changed_at: changedAt } = row
  switch (row.answer) {
    case 'confirmed':
      return level === 1 || level === 2 || level === 3 ? confirmed(row, level) : unconfirmed
    case 'suspended':
      return { answer: 'suspended', level, levelAt, since: changedAt }
    case 'closed':
      return { answer: 'closed', closedAt: changedAt }
    case 'imitation': {
      const lapsesAt = new Date(changedAt.getTime() + imitationDays * 86_400_000)
      if (lapsesAt <= now) return unconfirmed
      const objected = row.objected_at === null ? {} : { objectedAt: row.objected_at }
      return { answer: 'imitation', decidedAt: changedAt, lapsesAt, reasons: row.reasons, ...objected }
    }
    default:
      return unconfirmed
  }
}

function confirmed(row: PublishedRow, level: 1 | 2 | 3): PublicWord {
  return {
    answer: 'confirmed',
    level,
    levelAt: row.level_at,
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.office === null ? {} : { office: row.office }),
    ...(row.page === null ? {} : { page: row.page }),
    ...(row.not_current_since === null ? {} : { notCurrentSince: row.not_current_since }),
  }
}
