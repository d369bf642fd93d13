import { sql } from 'kysely'
import { type Channel, type OpenedPlace, openPlace } from '../access-record/index.ts'
import type { PersonId, Tx } from '../db/index.ts'

export type Place = {
  readonly id: PersonId
  readonly name: string
  readonly office: string | null
  readonly ref: string | null
  readonly unit: { readonly id: string; readonly code: string; readonly name: string } | null
  readonly unit_since: Date
  readonly joined_at: Date
  readonly left_at: Date | null
  /** Where, as what, from when to when; newest first. */
  readonly stretches: readonly Stretch[]
  readonly absences: readonly Away[]
}
export type Stretch = Awaited<ReturnType<typeof stretchesOf>>[number]
export type Away = Awaited<ReturnType<typeof absencesOf>>[number]

/** Where somebody stands: oneself freely; anybody else after the row that they will see. Nothing for who is not the actor's to place. */
export async function placeFor(tx: Tx, actor: PersonId, who: PersonId, channel: Channel): Promise<Place | undefined> {
  if (who === actor) return read(tx, who)
  const opened = await openPlace(tx, who, channel)
  return opened.kind === 'opened' ? placeOf(opened.place) : undefined
}

const placeOf = ({ tx, subject }: OpenedPlace) => read(tx, subject)

async function read(tx: Tx, who: PersonId): Promise<Place | undefined> {
  const { rows } = await sql<Omit<Place, 'unit' | 'stretches' | 'absences'> & Record<'at' | 'code' | 'called', string>>`
    select place.*, here.id as at, here.code, here.name as called
    from place_of(${who}) place left join unit here on here.id = place.unit`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { at, code, called, ...place } = row
  return {
    ...place,
    unit: at === null ? null : { id: at, code, name: called },
    stretches: await stretchesOf(tx, who),
    absences: await absencesOf(tx, who),
  }
}

function stretchesOf(tx: Tx, who: PersonId) {
  return tx
    .selectFrom('membership')
    .leftJoin('unit', 'unit.id', 'membership.unit')
    .select(['n', 'membership.name', 'office', 'unit.name as unit', 'from_at', 'to_at', 'began', 'ended'])
    .select(['began_by_name', 'ended_by_name'])
    .where('person', '=', who)
    .orderBy('n', 'desc')
    .limit(100)
    .execute()
}

function absencesOf(tx: Tx, who: PersonId) {
  return tx
    .selectFrom('absence')
    .select(['id', 'kind', 'reason', 'noted_by_name', 'ended_at'])
    .select([sql<string>`from_on::text`.as('from_on'), sql<string>`until_on::text`.as('until_on')])
    .where('person', '=', who)
    .orderBy('absence.from_on', 'desc')
    .limit(100)
    .execute()
}

/** Who has this number, told to administrators over the unit. */
export async function numbered(tx: Tx, ref: string): Promise<PersonId | undefined> {
  const { rows } = await sql<{ id: PersonId | null }>`select numbered(${ref}) as id`.execute(tx)
  return rows[0]?.id ?? undefined
}
