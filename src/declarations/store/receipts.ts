import { newId, type PersonId, type Tx } from '../../db/index.ts'
import { newReceiptCode } from '../rules.ts'
import type { Receipt, ReceiptAct } from '../types.ts'
import { me } from './alone.ts'
import { addressFrom } from './declarations.ts'

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
