import { type SelectQueryBuilder, sql } from 'kysely'
import { type DB, newId, type PersonId, type Tx } from '../../db/index.ts'
import type { Channel, DeclarationNow, Filer, KeptAddress, LevelStep, Version } from '../types.ts'
import { me } from './alone.ts'

const kept = (column: 'last_found_at' | 'not_reconfirmed_since') =>
  sql<Date | null>`(select max(${sql.ref(`proof.${column}`)}) from proof
    where proof.declaration = declaration_now.id and proof.keep and proof.state in ('found', 'missed'))`

const renewBy = sql<Date | null>`(select due_at from renewal where declaration = declaration_now.id and renewed_at is null)`

const renewLate = sql<boolean>`exists (select from renewal where declaration = declaration_now.id and renewed_at is null and due_at <= now())`

const ownNow = (tx: Tx) =>
  tx
    .selectFrom('declaration_now')
    .selectAll()
    .select([
      kept('last_found_at').as('rechecked_at'),
      kept('not_reconfirmed_since').as('not_since'),
      renewBy.as('renew_by'),
      renewLate.as('renew_late'),
    ])
    .where('person', '=', me)

type NowRow = ReturnType<typeof ownNow> extends SelectQueryBuilder<DB, 'declaration_now', infer Row> ? Row : never
type AddressRow = {
  platform: string | null
  kind: string | null
  handle: string | null
  uid: string | null
  canonical: string | null
}

export const addressFrom = (row: AddressRow) =>
  ({
    platform: row.platform,
    kind: row.kind,
    ...(row.handle === null ? {} : { handle: row.handle }),
    ...(row.uid === null ? {} : { uid: row.uid }),
    canonical: row.canonical,
  }) as KeptAddress

const nowFrom = (row: NowRow) =>
  ({
    id: row.id,
    person: row.person,
    address: addressFrom(row),
    typed: row.typed,
    filedAt: row.filed_at,
    endedAt: row.ended_at ?? undefined,
    n: row.n,
    state: row.state,
    visibility: row.visibility,
    shows: row.shows,
    manager: row.manager,
    since: row.since ?? undefined,
    changedAt: row.changed_at,
    level: row.level,
    levelAt: row.level_at,
    recheckedAt: row.rechecked_at ?? undefined,
    notSince: row.not_since ?? undefined,
    renewBy: row.renew_by ?? undefined,
    renewLate: row.renew_late,
  }) as DeclarationNow

/** A declaration of the person who acts; of anyone else there is none. */
export async function declarationOf(tx: Tx, id: string): Promise<DeclarationNow | undefined> {
  const row = await ownNow(tx).where('id', '=', id).executeTakeFirst()
  return row && nowFrom(row)
}

/** Whether the public answer rests on this declaration of the person who acts. */
export async function answersInPublic(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select answers(${id}) as yes`.execute(tx)
  return rows[0]?.yes === true
}

/** The id of the public page of the person who acts, once something stands on it. */
export async function listingOf(tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ page: string | null }>`select my_listing() as page`.execute(tx)
  return rows[0]?.page ?? undefined
}

/** All of the person who acts, the newest first. */
export async function declarationsOf(tx: Tx): Promise<DeclarationNow[]> {
  return (await ownNow(tx).orderBy('id', 'desc').execute()).map(nowFrom)
}

/** The same in the order of filing, at most `limit` of those after `after`. */
export async function declarationsAfter(tx: Tx, after: string | undefined, limit: number): Promise<DeclarationNow[]> {
  const query = ownNow(tx).orderBy('id').limit(limit)
  return (await (after ? query.where('id', '>', after) : query).execute()).map(nowFrom)
}

/** The id of what a person, usually the one who acts, has declared at this address and not ended. */
export async function standingAt(
  tx: Tx,
  canonical: string,
  whose: PersonId | typeof me = me,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('declaration')
    .select('id')
    .where('person', '=', whose)
    .where('canonical', '=', canonical)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}

export async function countStanding(tx: Tx, whose: PersonId): Promise<number> {
  const { n } = await tx
    .selectFrom('declaration')
    .select((at) => at.fn.countAll<string>().as('n'))
    .where('person', '=', whose)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(n)
}

export type NewDeclaration = { readonly id: string; readonly address: KeptAddress; readonly typed: string }

/** False where this person's declaration of the address, or one with this id, is there already. */
export async function insertDeclaration(
  tx: Tx,
  who: PersonId,
  { id, address, typed }: NewDeclaration,
): Promise<boolean> {
  const { platform, kind, handle, uid, canonical } = address
  const row = await tx
    .insertInto('declaration')
    .values({ id, person: who, platform, kind, handle: handle ?? null, uid: uid ?? null, canonical, typed })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

type VersionBody = Pick<DeclarationNow, 'n' | 'state' | 'visibility' | 'shows' | 'manager' | 'since'>

export async function insertVersion(
  tx: Tx,
  who: PersonId,
  declaration: string,
  given: VersionBody,
  channel: Channel,
): Promise<string> {
  const id = newId()
  const { n, state, visibility, shows, manager, since } = given
  await tx
    .insertInto('declaration_version')
    .values({ id, declaration, person: who, n, state, visibility, shows, manager, since: since ?? null, channel })
    .execute()
  return id
}

export async function insertFirstStep(tx: Tx, who: PersonId, declaration: string): Promise<void> {
  await tx
    .insertInto('level_step')
    .values({ id: newId(), declaration, person: who, level: 0, reason: 'declared' })
    .execute()
}

const versionColumns = ['id', 'n', 'state', 'visibility', 'shows', 'manager', 'since', 'channel', 'made_at'] as const

export async function versionsOf(tx: Tx, declaration: string): Promise<Version[]> {
  const rows = await tx
    .selectFrom('declaration_version')
    .select(versionColumns)
    .where('declaration', '=', declaration)
    .orderBy('n', 'desc')
    .execute()
  return rows.map(({ made_at, since, ...row }) => ({ ...row, since: since ?? undefined, madeAt: made_at }) as Version)
}

export async function levelStepsOf(tx: Tx, declaration: string): Promise<LevelStep[]> {
  const rows = await tx
    .selectFrom('level_step')
    .select(['level', 'reason', 'made_at'])
    .where('declaration', '=', declaration)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ level: row.level as LevelStep['level'], reason: row.reason, madeAt: row.made_at }))
}

/** Name, office and unit of a person, as they are today: of the one who acts, or of whom the transaction may read. */
export async function filerOf(tx: Tx, who: PersonId | typeof me = me): Promise<Filer> {
  const row = await tx
    .selectFrom('person')
    .leftJoin('unit', 'unit.id', 'person.unit')
    .leftJoin('unit as above', 'above.id', 'unit.parent')
    .select(['person.name', 'person.office', 'unit.name as unit', 'above.name as above'])
    .where('person.id', '=', who)
    .executeTakeFirstOrThrow()
  return { name: row.name, office: row.office ?? undefined, unit: row.unit ?? undefined, above: row.above ?? undefined }
}
