import { sql } from 'kysely'
import { newId, type PersonId, type Tx, unlessRefused } from '../db/index.ts'

export const purposes = ['help', 'asked_by_person'] as const
/** Why an officer opens one person's record: chosen before it opens, or the act itself that makes a way into the person's account. */
export type Purpose = (typeof purposes)[number] | 'invitation' | 'code' | 'assist' | 'duty'

/** Purposes that name something open by its number; the database asks whether it is there, open and about that person. */
export const numbered = ['incident', 'case'] as const
export type For =
  | { readonly purpose: Purpose }
  | { readonly purpose: (typeof numbered)[number]; readonly number: string }
export type Channel = 'web' | 'api'

/** Says that the row is written which opens this person's record to this transaction. It can be got from `openRecord` alone,
 *  and whoever reads another person's record asks for it: a read without its row is not expressible. */
export class OpenedRecord {
  readonly #tx: Tx
  readonly subject: PersonId
  private constructor(tx: Tx, subject: PersonId) {
    this.#tx = tx
    this.subject = subject
  }
  /** The transaction that may read, and no other. */
  get tx(): Tx {
    return this.#tx
  }
  static async by(tx: Tx, subject: PersonId, why: For, channel: Channel): Promise<OpenedRecord | undefined> {
    const row = { subject, ...why, fields: 'record', channel }
    return (await admitted(tx, row)) ? new OpenedRecord(tx, subject) : undefined
  }
}

/** The same for the roll of one unit. */
export class OpenedRoll {
  readonly #tx: Tx
  readonly unit: string
  /** How many persons the list has, as the row says it. */
  readonly persons: number
  private constructor(tx: Tx, unit: string, persons: number) {
    this.#tx = tx
    this.unit = unit
    this.persons = persons
  }
  get tx(): Tx {
    return this.#tx
  }
  static async by(tx: Tx, unit: string, channel: Channel): Promise<OpenedRoll | undefined> {
    return (await OpenedRoll.of(tx, [unit], channel))?.[0]
  }
  /** Several at once, in the order in which they are named; none where one of them is refused. */
  static async of(tx: Tx, units: readonly string[], channel: Channel): Promise<readonly OpenedRoll[] | undefined> {
    const wanted = units.map((unit) => ({ unit, purpose: 'list', fields: 'roll', channel }))
    const rows = await admitted(tx, ...wanted)
    return rows && units.map((unit, n) => new OpenedRoll(tx, unit, rows[n]?.persons ?? 0))
  }
}

/** The same for the one page that an open request is about, whoever's it is. */
export class OpenedPage {
  readonly #tx: Tx
  readonly about: string
  private constructor(tx: Tx, about: string) {
    this.#tx = tx
    this.about = about
  }
  get tx(): Tx {
    return this.#tx
  }
  static async by(tx: Tx, about: string, channel: Channel): Promise<OpenedPage | undefined> {
    return (await admitted(tx, { about, purpose: 'witness', fields: 'page', channel }))
      ? new OpenedPage(tx, about)
      : undefined
  }
}

/** The same for where one person stands: name, office, number and unit, no state and no page. */
export class OpenedPlace {
  readonly #tx: Tx
  readonly subject: PersonId
  private constructor(tx: Tx, subject: PersonId) {
    this.#tx = tx
    this.subject = subject
  }
  get tx(): Tx {
    return this.#tx
  }
  static async by(tx: Tx, subject: PersonId, channel: Channel): Promise<OpenedPlace | undefined> {
    const row = { subject, purpose: 'place', fields: 'roll', channel }
    return (await admitted(tx, row)) ? new OpenedPlace(tx, subject) : undefined
  }
}

/** The same for one report that a page imitates this person: the report, their name and their office. */
export class OpenedImitation {
  readonly #tx: Tx
  readonly number: string
  private constructor(tx: Tx, number: string) {
    this.#tx = tx
    this.number = number
  }
  get tx(): Tx {
    return this.#tx
  }
  static async by(tx: Tx, subject: PersonId, number: string, channel: Channel): Promise<OpenedImitation | undefined> {
    const row = { subject, number, purpose: 'incident', fields: 'imitation', channel }
    return (await admitted(tx, row)) ? new OpenedImitation(tx, number) : undefined
  }
}

type NotYours = { readonly kind: 'not_yours_to_open' }
const notYours: NotYours = { kind: 'not_yours_to_open' }

/** Writes who opens whose record and why, and thereby lets `tx`, and only `tx`, read it.
 *  When `tx` commits the row is kept for good and the person sees it on their own page.
 *  The database refuses the row of anyone who is not, now, the officer of that person's unit, and a number that names nothing open of theirs. */
export async function openRecord(tx: Tx, subject: PersonId, why: Purpose | For, channel: Channel) {
  const record = await OpenedRecord.by(tx, subject, typeof why === 'string' ? { purpose: why } : why, channel)
  return record ? ({ kind: 'opened', record } as const) : notYours
}

/** First the row that the person will see, with the number of what is open of theirs; then, in the same transaction, what `act` does with what it
 *  opens. Nothing where the number names nobody, or the database refuses the row. */
export async function openUnder<T>(
  tx: Tx,
  about: { readonly subject: PersonId; readonly number: string } | undefined,
  purpose: For['purpose'],
  channel: 'web' | 'api',
  act: (record: OpenedRecord) => Promise<T>,
): Promise<T | undefined> {
  if (!about) return undefined
  const opened = await openRecord(tx, about.subject, { purpose, number: about.number }, channel)
  return opened.kind === 'opened' ? act(opened.record) : undefined
}

/** One row, "list of unit X, N persons", that every person in it sees. How many they are, the database counts itself. */
export async function openRoll(tx: Tx, unit: string, channel: Channel) {
  const roll = await OpenedRoll.by(tx, unit, channel)
  return roll ? ({ kind: 'opened', roll } as const) : notYours
}

/** Of these units the rolls that are the actor's to list, one row each. As a rule all of them are: they are asked for at once, and one by one
 *  only where a term has ended meanwhile. */
export async function openRolls(tx: Tx, units: readonly string[], channel: Channel): Promise<readonly OpenedRoll[]> {
  if (units.length === 0) return []
  const all = await OpenedRoll.of(tx, units, channel)
  if (all) return all
  const opened: OpenedRoll[] = []
  for (const unit of units) opened.push(...((await OpenedRoll.of(tx, [unit], channel)) ?? []))
  return opened
}

/** For an officer who is asked to witness an account: opens that page and nothing else of its person, who sees the row. Whose it is, the
 *  request says; that it is open, and the actor may witness it, the database asks for itself. */
export async function openPage(tx: Tx, request: string, channel: Channel) {
  const page = await OpenedPage.by(tx, request, channel)
  return page ? ({ kind: 'opened', page } as const) : notYours
}

/** For a reviewer who is to decide it: the database asks for itself whether they are. The person sees the row. */
export async function openImitation(tx: Tx, subject: PersonId, number: string, channel: Channel) {
  const report = await OpenedImitation.by(tx, subject, number, channel)
  return report ? ({ kind: 'opened', report } as const) : notYours
}

/** For who changes where people stand: the officer who keeps the person's unit, or an administrator over it. The person sees the row. */
export async function openPlace(tx: Tx, subject: PersonId, channel: Channel) {
  const place = await OpenedPlace.by(tx, subject, channel)
  return place ? ({ kind: 'opened', place } as const) : notYours
}

/** For the two officers of a recovery: says to the person what they do for them, and opens nothing. The database refuses the row of
 *  anyone else, and of who has not shown lately who they are. */
export async function sayRecovery(tx: Tx, subject: PersonId): Promise<boolean> {
  return (await admitted(tx, { subject, purpose: 'recovery', fields: 'roll', channel: 'web' })) !== undefined
}

type Row = {
  readonly subject?: PersonId
  readonly unit?: string
  readonly about?: string
  readonly number?: string
  readonly purpose: string
  readonly fields: string
  readonly channel: string
}

export type Looker = { readonly name: string; readonly office: string | null; readonly unit: string | null }

/** The actor, as the row will name whoever looks. */
export function lookerOf(tx: Tx): Promise<Looker> {
  return tx
    .selectFrom('person')
    .leftJoin('unit', 'unit.id', 'person.unit')
    .select(['person.name', 'person.office', 'unit.name as unit'])
    .where('person.id', '=', sql<string>`actor()`)
    .executeTakeFirstOrThrow()
}

export const lookerText = ({ name, office, unit }: Looker): string => [name, office, unit].filter(Boolean).join(', ')

/** All of these rows or, where one of them is refused, none. */
function admitted(
  tx: Tx,
  ...rows: readonly Row[]
): Promise<readonly { readonly persons: number | null }[] | undefined> {
  const entries = rows.map((row) => ({ id: newId(), ...row }))
  return unlessRefused(tx, () => tx.insertInto('access').values(entries).returning('persons').execute())
}

export { type Watch, watchBy } from './watch.ts'
