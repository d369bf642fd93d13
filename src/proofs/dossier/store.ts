import { type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/index.ts'
import { openProofFrom } from '../store.ts'
import type { PastCheck, PastStep } from '../types.ts'
import type { DossierProof, Incident } from './types.ts'

/** One's own declaration, or every one of a person whose record is open in this transaction: row security gives nothing else. */
export type Whose = { readonly declaration: string } | { readonly person: string }
type Of<T> = T & { readonly declaration: string }

const belongs = (whose: Whose, declaration: string, person: string) =>
  'person' in whose
    ? sql<SqlBool>`${sql.ref(person)} = ${whose.person}`
    : sql<SqlBool>`${sql.ref(declaration)} = ${whose.declaration}`

/** Neither the token nor the permanent id is among the columns. */
export async function proofsIn(tx: Tx, whose: Whose): Promise<Of<DossierProof>[]> {
  const rows = await tx
    .selectFrom('proof as p')
    .select(['p.id', 'p.declaration', 'p.method', 'p.keep', 'p.state', 'p.code_until', 'p.made_at', 'p.found_at'])
    .select(['p.last_found_at', 'p.next_check_at', 'p.misses', 'p.first_miss_at', 'p.grace_until'])
    .select(['p.not_reconfirmed_since', 'p.silences', sql<string | null>`p.expires_on::text`.as('expires_on')])
    .select(sql<Date | null>`(select max(c.at) from proof_check c where c.proof = p.id)`.as('last_check_at'))
    .where(belongs(whose, 'p.declaration', 'p.person'))
    .orderBy('p.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...openProofFrom(row), lastCheckAt: row.last_check_at }))
}

/** Of each declaration as many as asked for, the newest. */
export async function checksIn(tx: Tx, whose: Whose, most: number): Promise<Of<PastCheck>[]> {
  const rows = await tx
    .selectFrom((from) =>
      from
        .selectFrom('proof_check as c')
        .innerJoin('proof as p', 'p.id', 'c.proof')
        .selectAll('c')
        .select('p.declaration')
        .select(sql<number>`row_number() over (partition by p.declaration order by c.at desc, c.id desc)`.as('nth'))
        .where(belongs(whose, 'p.declaration', 'p.person'))
        .as('past'),
    )
    .selectAll()
    .where('nth', '<=', most)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows as never as Of<PastCheck>[]
}

export async function stepsIn(tx: Tx, whose: Whose): Promise<Of<PastStep>[]> {
  const rows = await tx
    .selectFrom('level_step as s')
    .select(['s.declaration', 's.level', 's.reason', 's.made_at as at'])
    .where(belongs(whose, 's.declaration', 's.person'))
    .orderBy('s.made_at', 'desc')
    .orderBy('s.id', 'desc')
    .execute()
  return rows as Of<PastStep>[]
}

export async function incidentsIn(tx: Tx, whose: Whose): Promise<Of<Incident>[]> {
  const rows = await tx
    .selectFrom('incident as i')
    .select(['i.declaration', 'i.kind', 'i.opened_at as openedAt', 'i.closed_at as closedAt', 'i.outcome'])
    .where(belongs(whose, 'i.declaration', 'i.person'))
    .orderBy('i.opened_at', 'desc')
    .execute()
  return rows
}
