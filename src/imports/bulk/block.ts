import type { Address } from '../../addresses/index.ts'
import type { PersonLine } from '../reading/types.ts'
import type { idsInOrder } from './ids-in-order.ts'
import type { Line } from './judge.ts'

export type Entered = { readonly id: string; readonly unit: string; readonly line: PersonLine }
export type Offered = {
  readonly id: string
  readonly draft: string
  readonly person: string
  readonly typed: string
  readonly address: Omit<Address, 'via'> | undefined
}
/** Some lines with the ids under which they are written. */
export type Block = { readonly people: readonly Entered[]; readonly offers: readonly Offered[]; readonly lines: number }

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
  return { people, offers, lines: lines.length }
}

const kept = ({ via, ...address }: Address) => address
