import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../db/index.ts'
import type { Kind, Relation } from './subject.ts'

type Told = Partial<Record<Relation, boolean>>

const mine =
  (table: string, by = 'id') =>
  (name: string) =>
    sql<Told>`select exists (select from ${sql.table(table)} where ${sql.ref(by)} = ${name} and person = actor()) as own`

/** What the actor is to each kind of thing: one statement, the same for what is another's and for what is not there. Each says for
 *  itself whom it asks for, so that it holds without row security too. */
const asked: Readonly<Record<Kind, (name: string) => RawBuilder<Told>>> = {
  declaration: mine('declaration'),
  draft: mine('draft'),
  notice: mine('notice'),
  passkey: mine('passkey'),
  proof: mine('proof'),
  receipt: mine('receipt', 'code'),
  token: mine('api_token'),
  person: (id) => sql`
    select other.is_me as own, not other.is_me and keeps(other.id) as keeps,
      not other.is_me and keeps(other.id) and not bears_role(other.id) as "lets in", places(other.id) as places
    from (select ${id}::uuid as id, ${id}::uuid = actor() as is_me) other`,
  request: (id) => sql`
    select may_witness(${id}) as witnesses,
      exists (select from witness_request where id = ${id} and witness = actor()) as witnessed`,
  unit: (id) => sql`select organises(${id}) as organises`,
}

export async function relationsTo(tx: Tx, kind: Kind, name: string): Promise<ReadonlySet<Relation>> {
  const { rows } = await asked[kind](name).execute(tx)
  return new Set(Object.entries(rows[0] ?? {}).flatMap(([relation, holds]) => (holds ? [relation as Relation] : [])))
}
