import { newId } from '../../src/db/index.ts'
import type { TestDatabase } from './database.ts'

type Somebody = { readonly id: string }
let ago = 0

/** The day of their attestation went by: the one fact that needs nothing else. Each time another day; after three hundred, a case of the
 *  first is in the way. */
export async function overdue(db: TestDatabase, person: Somebody): Promise<void> {
  ago = (ago % 300) + 1
  await db.asSuperuser('delete from duty_case where person = $1 and fact_on = register_day() - $2::int', [
    person.id,
    ago,
  ])
  await db.asSuperuser(
    "insert into attestation_duty (person, state) values ($1, 'never_asked') on conflict do nothing",
    [person.id],
  )
  await db.asSuperuser(
    "update attestation_duty set opens_on = register_day() - 400, due_on = register_day() - $2::int, answered = false, state = 'overdue' where person = $1",
    [person.id, ago],
  )
}

/** A case about this person that somebody opened, with something in every table of it. */
export async function caseOf(
  db: TestDatabase,
  person: Somebody,
  opener: Somebody,
  state: 'notified' | 'to_decide' | 'decided' = 'notified',
  decider?: Somebody,
): Promise<{ readonly id: string; readonly number: string }> {
  const id = newId()
  await overdue(db, person)
  const { rows } = await db.asSuperuser(
    `insert into duty_case (id, fact, thing, fact_on, person, opened_by, since, days, due_on, at_unit, state, outcome, rule, decided_by, decided_at)
     select $1, f.fact, f.thing, f.fact_on, $2, $3, register_day(), 10, register_day() + 14, p.unit, $4,
       case when $5::uuid is not null then 'reminder' end, case when $5::uuid is not null then '1' end, $5, case when $5::uuid is not null then now() end
     from person p, case_facts_of($2) f where p.id = $2 and f.fact = 'not_attested' returning number`,
    [id, person.id, opener.id, state, decider?.id ?? null],
  )
  await db.asSuperuser("insert into case_event (duty_case, what, actor) values ($1, 'opened', $2)", [id, opener.id])
  if (decider) {
    await db.asSuperuser("insert into case_event (duty_case, what, actor) values ($1, 'decided', $2)", [id, decider.id])
    await db.asSuperuser("insert into case_text (duty_case, what, said) values ($1, 'reasons', 'Lý do')", [id])
  }
  await db.asSuperuser(
    "insert into case_evidence (duty_case, what, thing, said, made_at) values ($1, 'receipt', gen_random_uuid(), 'BN-TEST-0003', now())",
    [id],
  )
  return { id, number: rows[0].number as string }
}
