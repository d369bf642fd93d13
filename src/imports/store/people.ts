import { sql } from 'kysely'
import { newId, type Tx } from '../../db/index.ts'
import { codeKey, type PersonLine } from '../reading/index.ts'
import { unitsOf } from './units.ts'

export type KeptPerson = {
  readonly id: string
  readonly ref: string
  readonly name: string
  readonly office: string | null
  readonly unit: string | null
  readonly phone: string | null
  readonly started_on: string | null
}

/** People by the key of their number. */
export async function peopleOf(tx: Tx, refs: readonly string[]): Promise<Map<string, KeptPerson>> {
  const { rows } = await sql<KeptPerson>`
    select id, ref, name, office, unit, phone, started_on::text from person
    where code_key(ref) in (select code_key(asked) from unnest(${[...refs]}::text[]) asked)`.execute(tx)
  return new Map(rows.map((person) => [codeKey(person.ref), person]))
}

export type PersonChange = 'new' | 'changed' | 'moved' | 'same'

/** As the register would have them: a column that the file does not have leaves what is there. */
function asWritten(line: PersonLine, unit: string, there: KeptPerson | undefined): KeptPerson {
  const { name, office, phone, start } = line
  return {
    id: there?.id ?? newId(),
    ref: there?.ref ?? line.ref,
    name,
    unit,
    office: office === undefined ? (there?.office ?? null) : office,
    phone: phone === undefined ? (there?.phone ?? null) : phone,
    started_on: start === undefined ? (there?.started_on ?? null) : start,
  }
}

export type Planned = { readonly line: PersonLine; readonly change: PersonChange; readonly person: KeptPerson }

/** What each line would do to the person who is there. */
export async function planPeople(tx: Tx, lines: readonly PersonLine[]): Promise<readonly Planned[]> {
  const there = await peopleOf(
    tx,
    lines.map(({ ref }) => ref),
  )
  const units = await unitsOf(tx, [...new Set(lines.map(({ unit }) => unit))])
  return lines.map((line) => {
    const before = there.get(codeKey(line.ref))
    const unit = units.get(codeKey(line.unit))
    if (!unit) throw new Error('a unit that was there is gone') // units are closed, never taken away
    const person = asWritten(line, unit.id, before)
    return { line, person, change: changeOf(before, person) }
  })
}

function changeOf(before: KeptPerson | undefined, person: KeptPerson): PersonChange {
  if (!before) return 'new'
  if (before.unit !== person.unit) return 'moved'
  const fields = ['name', 'office', 'phone', 'started_on'] as const
  return fields.every((field) => before[field] === person[field]) ? 'same' : 'changed'
}

/** Enters people, and changes those who are there to what the file says of them. Gives their ids by row. */
export async function writePeople(tx: Tx, lines: readonly PersonLine[]): Promise<ReadonlyMap<number, string>> {
  const planned = await planPeople(tx, lines)
  const fresh = planned.flatMap(({ change, person }) => (change === 'new' ? [person] : []))
  const changed = planned.flatMap(({ change, person }) => (change === 'changed' || change === 'moved' ? [person] : []))
  if (fresh.length > 0) await tx.insertInto('person').values(fresh).execute()
  if (changed.length > 0)
    await sql`update person set name = given.name, office = given.office, phone = given.phone, started_on = given.started_on,
        unit = given.unit, unit_since = case when person.unit is distinct from given.unit then now() else unit_since end
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
        as given (id uuid, name text, office text, phone text, started_on date, unit uuid)
      where person.id = given.id`.execute(tx)
  return new Map(planned.map(({ line, person }) => [line.row, person.id]))
}

/** Numbers of people who have not left and whom the file does not name; nothing is done to them. */
export async function peopleBeside(tx: Tx, refs: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ ref: string }>`
    select ref from person where ref is not null and left_at is null
      and not exists (select from unnest(${[...refs]}::text[]) named where code_key(named) = code_key(ref))
    order by ref`.execute(tx)
  return rows.map(({ ref }) => ref)
}
