import { type SelectQueryBuilder, sql } from 'kysely'
import { type DB, newId, type PersonId, type Tx } from '../db/index.ts'
import { newReceiptCode } from './rules.ts'
import type {
  Channel,
  DeclarationNow,
  Draft,
  Filer,
  KeptAddress,
  LevelStep,
  Manager,
  Receipt,
  ReceiptAct,
  Version,
} from './types.ts'

/** One filing of a person at a time: counts and "is it there already?" stay true until the transaction ends. */
export async function alone(tx: Tx, who: PersonId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`declarations of ${who}`}, 0))`.execute(tx)
}

/** The lock under which the public answer for an address is written: whoever changes a level waits, and we see what they did. */
export async function aloneWith(tx: Tx, canonical: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${canonical}, 0))`.execute(tx)
}

const me = sql<string>`actor()`

// drafts

type DraftRow = {
  id: string
  typed: string
  address: unknown
  manager: string | null
  since: string | null
  changed_at: Date
}
const draftColumns = ['id', 'typed', 'address', 'manager', 'since', 'changed_at'] as const

const draftFrom = (row: DraftRow): Draft => ({
  id: row.id,
  typed: row.typed,
  address: row.address as KeptAddress,
  manager: (row.manager as Manager | null) ?? undefined,
  since: row.since ?? undefined,
  changedAt: row.changed_at,
})

export async function draftOf(tx: Tx, id: string): Promise<Draft | undefined> {
  const row = await tx
    .selectFrom('draft')
    .select(draftColumns)
    .where('id', '=', id)
    .where('person', '=', me)
    .executeTakeFirst()
  return row && draftFrom(row)
}

export async function draftsOf(tx: Tx): Promise<Draft[]> {
  const rows = await tx
    .selectFrom('draft')
    .select(draftColumns)
    .where('person', '=', me)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(draftFrom)
}

export async function insertDraft(tx: Tx, who: PersonId, address: KeptAddress, typed: string): Promise<string> {
  const id = newId()
  await tx
    .insertInto('draft')
    .values({ id, person: who, typed, address: JSON.stringify(address) })
    .execute()
  return id
}

export async function readdressDraft(tx: Tx, id: string, address: KeptAddress, typed: string): Promise<void> {
  await tx
    .updateTable('draft')
    .set({ typed, address: JSON.stringify(address), changed_at: sql`now()` })
    .where('id', '=', id)
    .where('person', '=', me)
    .execute()
}

export async function answerInDraft(tx: Tx, id: string, manager: Manager, since: string | undefined): Promise<void> {
  await tx
    .updateTable('draft')
    .set({ manager, since: since ?? null, changed_at: sql`now()` })
    .where('id', '=', id)
    .where('person', '=', me)
    .execute()
}

export async function removeDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('draft').where('id', '=', id).where('person', '=', me).execute()
}

// declarations

const kept = (column: 'last_found_at' | 'not_reconfirmed_since') =>
  sql<Date | null>`(select max(${sql.ref(`proof.${column}`)}) from proof
    where proof.declaration = declaration_now.id and proof.keep and proof.state = 'found')`

const ownNow = (tx: Tx) =>
  tx
    .selectFrom('declaration_now')
    .selectAll()
    .select([kept('last_found_at').as('rechecked_at'), kept('not_reconfirmed_since').as('not_since')])
    .where('person', '=', me)

type NowRow = ReturnType<typeof ownNow> extends SelectQueryBuilder<DB, 'declaration_now', infer Row> ? Row : never
type AddressRow = {
  platform: string | null
  kind: string | null
  handle: string | null
  uid: string | null
  canonical: string | null
}

const addressFrom = (row: AddressRow) =>
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
  }) as DeclarationNow

/** A declaration of the person who acts; of anyone else there is none. */
export async function declarationOf(tx: Tx, id: string): Promise<DeclarationNow | undefined> {
  const row = await ownNow(tx).where('id', '=', id).executeTakeFirst()
  return row && nowFrom(row)
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

/** The id of what the person who acts has declared at this address and not ended. */
export async function standingAt(tx: Tx, canonical: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('declaration')
    .select('id')
    .where('person', '=', me)
    .where('canonical', '=', canonical)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}

export async function countStanding(tx: Tx): Promise<number> {
  const { n } = await tx
    .selectFrom('declaration')
    .select((at) => at.fn.countAll<string>().as('n'))
    .where('person', '=', me)
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

// receipts

/** Gives the code. Should 40 bits meet twice, another is drawn. */
export async function insertReceipt(
  tx: Tx,
  who: PersonId,
  act: ReceiptAct,
  declaration: string,
  version: string,
): Promise<string> {
  for (;;) {
    const row = await tx
      .insertInto('receipt')
      .values({ id: newId(), code: newReceiptCode(), person: who, act, declaration, version })
      .onConflict((clash) => clash.column('code').doNothing())
      .returning('code')
      .executeTakeFirst()
    if (row) return row.code
  }
}

const ownReceipts = (tx: Tx) =>
  tx
    .selectFrom('receipt')
    .innerJoin('declaration', 'declaration.id', 'receipt.declaration')
    .innerJoin('declaration_version as version', 'version.id', 'receipt.version')
    .innerJoinLateral(
      (at) =>
        at
          .selectFrom('level_step as step')
          .select(['step.level', 'step.made_at as level_at'])
          .whereRef('step.declaration', '=', 'receipt.declaration')
          .whereRef('step.made_at', '<=', 'receipt.made_at')
          .orderBy('step.made_at', 'desc')
          .orderBy('step.id', 'desc')
          .limit(1)
          .as('then'),
      (join) => join.onTrue(),
    )
    .select(['receipt.code', 'receipt.act', 'receipt.made_at', 'receipt.declaration', 'then.level', 'then.level_at'])
    .select([
      'declaration.platform',
      'declaration.kind',
      'declaration.handle',
      'declaration.uid',
      'declaration.canonical',
    ])
    .select(['version.id', 'version.n', 'version.state', 'version.visibility', 'version.shows', 'version.manager'])
    .select(['version.since', 'version.channel'])
    .where('receipt.person', '=', me)

type ReceiptRow = Awaited<ReturnType<ReturnType<typeof ownReceipts>['execute']>>[number]

const receiptFrom = (row: ReceiptRow) =>
  ({
    code: row.code,
    act: row.act,
    madeAt: row.made_at,
    declaration: row.declaration,
    address: addressFrom(row),
    level: row.level,
    levelAt: row.level_at,
    version: {
      id: row.id,
      n: row.n,
      state: row.state,
      visibility: row.visibility,
      shows: row.shows,
      manager: row.manager,
      since: row.since ?? undefined,
      channel: row.channel,
      madeAt: row.made_at,
    },
  }) as Receipt

export async function receiptOf(tx: Tx, code: string): Promise<Receipt | undefined> {
  const row = await ownReceipts(tx).where('receipt.code', '=', code).executeTakeFirst()
  return row && receiptFrom(row)
}

/** The newest first. */
export async function receiptsOf(tx: Tx, limit: number, offset: number): Promise<Receipt[]> {
  const rows = await ownReceipts(tx)
    .orderBy('receipt.made_at', 'desc')
    .orderBy('receipt.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(receiptFrom)
}

/** All about one declaration, the newest first. */
export async function receiptsAbout(tx: Tx, declaration: string): Promise<Receipt[]> {
  const rows = await ownReceipts(tx)
    .where('receipt.declaration', '=', declaration)
    .orderBy('receipt.made_at', 'desc')
    .execute()
  return rows.map(receiptFrom)
}

/** The receipt of the filing itself. */
export async function filingReceiptOf(tx: Tx, declaration: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('receipt')
    .select('code')
    .where('declaration', '=', declaration)
    .where('act', '=', 'declared')
    .where('person', '=', me)
    .executeTakeFirst()
  return row?.code
}

/** Name, office and unit of the person who acts, as they are today. */
export async function filerOf(tx: Tx): Promise<Filer> {
  const row = await tx
    .selectFrom('person')
    .leftJoin('unit', 'unit.id', 'person.unit')
    .leftJoin('unit as above', 'above.id', 'unit.parent')
    .select(['person.name', 'person.office', 'unit.name as unit', 'above.name as above'])
    .where('person.id', '=', me)
    .executeTakeFirstOrThrow()
  return { name: row.name, office: row.office ?? undefined, unit: row.unit ?? undefined, above: row.above ?? undefined }
}
