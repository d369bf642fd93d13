import { type RawBuilder, sql } from 'kysely'
import { receiptCodeOf, type Tx } from '../db/index.ts'
import type { Kind, Relation } from './subject.ts'

type Told = Partial<Record<Relation, boolean>>

const mine =
  (table: string, by = 'id') =>
  (name: string) =>
    sql<Told>`select exists (select from ${sql.table(table)} where ${sql.ref(by)} = ${name} and person = actor()) as own`

/** What the actor is to each kind of thing: one statement, the same for what is another's and for what is not there. Each says for
 *  itself whom it asks for, so that it holds without row security too. */
const asked: Readonly<Record<Kind, (name: string) => RawBuilder<Told>>> = {
  attestation: mine('attestation'),
  browser: mine('push_subscription'),
  case: (id) => sql`
    select exists (select from duty_case where id = ${id} and person = actor()) as own, case_handled(${id}) as handles, case_acted(${id}) as handled`,
  campaign: (id) => sql`select exists (select from campaign c where c.id = ${id} and campaigns_over(c.unit)) as runs`,
  declaration: mine('declaration'),
  directory: (id) =>
    sql`select exists (select from directory_client c where c.id = ${id} and organises(c.unit)) as organises`,
  impersonation: (id) => sql`
    select exists (select from impersonation where id = ${id} and person = actor()) as own, judges(${id}) as judges`,
  import: (id) => sql`select exists (select from import where id = ${id} and by_person = actor()) as own`,
  incident: (id) => sql`
    select exists (select from incident where id = ${id} and person = actor()) as own, handles(${id}) as handles`,
  // What was filed keeps the draft's id: a tab that is still open leads to the declaration.
  draft: (id) => sql`
    select exists (select from draft where id = ${id} and person = actor())
      or exists (select from declaration where id = ${id} and person = actor()) as own`,
  look: (id) => sql`
    select exists (select from access a where a.id = ${id} and a.actor is distinct from actor() and (a.subject = actor()
      or exists (select from membership mine where mine.person = actor() and mine.unit = a.unit
        and mine.from_at <= a.at and (mine.to_at is null or mine.to_at > a.at)))) as own`,
  guidance: (id) => sql`select organises(unit) as organises, true as "is told" from guidance where id = ${id}`,
  notice: mine('notice'),
  passkey: mine('passkey'),
  proof: mine('proof'),
  question: (id) => sql`select may_answer_why(${id}) as answers`,
  receipt: (typed) => mine('receipt', 'code')(receiptCodeOf(typed) ?? ''),
  recovery: (id) => sql`
    select may_recover(${id}) as recovers, may_second(${id}) as seconds, seconded(${id}) as seconded`,
  session: mine('session'),
  token: mine('api_token'),
  person: (id) => sql`
    select other.is_me as own, not other.is_me and keeps(other.id) as keeps,
      not other.is_me and keeps(other.id) and not bears_role(other.id) as "lets in", places(other.id) as places, may_open_case(other.id) as "opens cases"
    from (select ${id}::uuid as id, ${id}::uuid = actor() as is_me) other`,
  request: (id) => sql`
    select may_witness(${id}) as witnesses,
      exists (select from witness_request where id = ${id} and witness = actor()) as witnessed`,
  role: (id) => sql`
    select exists (select from role_seen(${id})) as organises, broken_glass_tells(${id}) as "is told"`,
  unit: (id) => sql`select organises(id) as organises from unit where id = ${id}`,
}

export async function relationsTo(tx: Tx, kind: Kind, name: string): Promise<ReadonlySet<Relation>> {
  const { rows } = await asked[kind](name).execute(tx)
  return new Set(Object.entries(rows[0] ?? {}).flatMap(([relation, holds]) => (holds ? [relation as Relation] : [])))
}
