import type { Tx } from '../db/index.ts'
import { countsOf, type Digest, digestsOf, type Look, looksAt } from './store.ts'

export const pageLength = 50

export type WhoLooked = {
  readonly in30Days: { readonly records: number; readonly lists: number }
  readonly looks: readonly Look[]
  /** By month, of months that are over. */
  readonly months: readonly Digest[]
  /** Older rows begin behind this one. */
  readonly olderThan: string | undefined
}

/** Who looked at the acting person's record: every row, as it was written before what it opened. */
export async function whoLooked(tx: Tx, before?: string): Promise<WhoLooked> {
  const rows = await looksAt(tx, pageLength + 1, before)
  const looks = rows.slice(0, pageLength)
  return {
    in30Days: await countsOf(tx),
    looks,
    months: before === undefined ? await digestsOf(tx) : [],
    olderThan: rows.length > pageLength ? looks.at(-1)?.id : undefined,
  }
}
