import type { Insertable } from 'kysely'
import type { DB } from '../../db/index.ts'

/** What a proof has become; the store knows its times. */
export type Standing = 'found' | 'rechecked' | 'missed' | 'ended' | 'silent'
type Row<T extends keyof DB> = Insertable<DB[T]>

const tables = ['declaration', 'declaration_version', 'level_step', 'receipt', 'proof', 'draft'] as const
export type OwnTable = (typeof tables)[number]

/** What people write themselves, table by table, in the order in which one needs the other. */
export type OwnRows = { readonly [T in OwnTable]: Row<T>[] }

/** What a check writes. Whose it is, the database fills in: the checker is not told. */
export type CheckRows = {
  readonly proof_check: Omit<Row<'proof_check'>, 'person'>[]
  readonly standing: { readonly proof: string; readonly is: Standing }[]
  readonly level_step: Omit<Row<'level_step'>, 'person'>[]
}

/** In the order in which it must have happened. */
export type Chapters = {
  readonly declared: OwnRows
  readonly checked: CheckRows
  /** Shown to the public, and from then on with a proof that stays in place. */
  readonly shown: OwnRows
  readonly checkedAgain: CheckRows
  readonly ended: OwnRows
}

export const ownTables: readonly OwnTable[] = tables
const own = () => Object.fromEntries(tables.map((table) => [table, []])) as unknown as OwnRows
const checks = (): CheckRows => ({ proof_check: [], standing: [], level_step: [] })

export const emptyChapters = (): Chapters => ({
  declared: own(),
  checked: checks(),
  shown: own(),
  checkedAgain: checks(),
  ended: own(),
})
