import type { Address } from '../../addresses/index.ts'
import type { PersonLine } from '../reading/types.ts'
import type { idsInOrder } from './ids-in-order.ts'
import type { Line } from './judge.ts'

/** `row` of the file is in the line. */
export type Entered = { readonly id: string; readonly unit: string; readonly line: PersonLine }
export type Offered = {
  readonly id: string
  readonly draft: string
  readonly person: string
  readonly typed: string
  readonly address: Omit<Address, 'via'> | undefined
}
/** Some lines with the ids under which they are written. */
export type Block = {
  readonly people: readonly Entered[]
  readonly offers: readonly Offered[]
  readonly lines: number
  readonly span: Span | undefined
}
/** Between these lie the ids of all whom the block enters and what it offers. */
export type Span = { readonly first: string; readonly last: string }

/** A page lists the newest draft first: so within a block they stand there as in the file. */
export function blockOf(
  lines: readonly Line[],
  unitOf: (code: string) => string,
  ids: ReturnType<typeof idsInOrder>,
): Block {
  const people: Entered[] = []
  const owned: { person: string; accounts: Line['accounts'] }[] = []
  const person = ids(lines.length)
  for (const [n, line] of lines.entries()) {
    const id = 'name' in line ? person(n) : line.person
    if ('name' in line) people.push({ id, line, unit: unitOf(line.unit) })
    if (line.accounts.length > 0) owned.push({ person: id, accounts: line.accounts })
  }
  const count = owned.reduce((sum, { accounts }) => sum + accounts.length, 0)
  const [id, draft] = [ids(count), ids(count)]
  const offers: Offered[] = []
  for (const { person: whose, accounts } of owned)
    for (const { typed, address } of accounts) {
      const n = offers.length
      offers.push({ id: id(n), draft: draft(count - 1 - n), person: whose, typed, address: address && kept(address) })
    }
  const [first, last] = [people[0]?.id ?? offers[0]?.id, offers.at(-1)?.id ?? people.at(-1)?.id]
  return { people, offers, lines: lines.length, span: first && last ? { first, last } : undefined }
}

const kept = ({ via, ...address }: Address) => address
