import type { Address } from '../../addresses/index.ts'

export type Kind = 'units' | 'people' | 'accounts'

/** Why a whole file is refused. Nothing of it is written. */
export type FileReason =
  | 'too_large'
  | 'too_many_columns'
  | 'too_many_rows'
  | 'zip_bomb'
  | 'bad_archive'
  | 'dtd_refused'
  | 'empty_file'
  | 'not_a_table'
  | 'legacy_encoding'
  | 'no_header'
  | 'duplicate_header'
  | 'unclosed_quote'
  /** It holds people where units were asked for, or the other way round. */
  | 'other_kind'
  | 'took_too_long'

/** Why one row is rejected: the first that applies, in this order. */
export type RowReason =
  | 'formula_cell'
  | 'hidden_characters'
  | 'legacy_text'
  | 'cell_too_long'
  | 'too_many_fields'
  | 'formula_like'
  | 'missing_code'
  | 'missing_name'
  | 'duplicate_code'
  | 'duplicate_person'
  | 'missing_unit'
  | 'missing_person'
  | 'bad_phone'
  | 'bad_date'
  | 'cycle'
  | 'missing_parent'
  | 'too_deep'

export type Warning = 'unknown_column' | 'phone_zero_restored' | 'date_from_serial' | 'account_not_recognised'

export type Refused = {
  readonly kind: 'refused'
  readonly reason: FileReason
  /** Where no header was found: the row that looks most like one. */
  readonly head?: readonly string[]
}
export const refuse = (reason: FileReason): Refused => ({ kind: 'refused', reason })

/** One row as the file has it, before anything is judged. Numbered as in the file, from 1. */
export type RawRow = {
  readonly number: number
  readonly fields: readonly string[]
  /** Places of cells that hold a formula. */
  readonly formulas?: ReadonlySet<number>
  /** Places of cells that a spreadsheet shows as a day: their day in ISO, or nothing when there is no such day. */
  readonly days?: ReadonlyMap<number, string | undefined>
}

export type Rejected = { readonly row: number; readonly reason: RowReason }
export type Warnings = Partial<Record<Warning, number>>

export type UnitLine = {
  readonly row: number
  readonly code: string
  /** In the spelling of the unit it names; null is a root, undefined says that the file has no such column. */
  readonly parent: string | null | undefined
  readonly name: string
  readonly type: string | null | undefined
  /** How far below the root, which is level 1; 0 until the tree is known. */
  readonly level: number
}

/** One part of the accounts column; without an address it stays as it was written. */
export type AccountLine = { readonly typed: string; readonly address?: Address }

export type PersonLine = {
  readonly row: number
  readonly ref: string
  readonly name: string
  /** In the spelling of the unit it names. */
  readonly unit: string
  readonly office: string | null | undefined
  readonly phone: string | null | undefined
  readonly start: string | null | undefined
  readonly accounts: readonly AccountLine[]
}

export type AccountsLine = { readonly row: number; readonly ref: string; readonly accounts: readonly AccountLine[] }

type Judged<K extends Kind, L> = {
  readonly kind: K
  /** Rows that hold anything, below the header. */
  readonly rows: number
  readonly lines: readonly L[]
  readonly rejected: readonly Rejected[]
  readonly warnings: Warnings
  /** The header and the rejected rows as the file has them, to be written out again. */
  readonly header: readonly string[]
  readonly written: ReadonlyMap<number, readonly string[]>
}
export type Reading = Judged<'units', UnitLine> | Judged<'people', PersonLine> | Judged<'accounts', AccountsLine>

/** A unit that the register has already. One that is closed keeps its code, and takes nobody in. */
export type StandingUnit = { readonly code: string; readonly parent: string | null; readonly closed?: boolean }
