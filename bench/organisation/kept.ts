// Officers over the nation's tree, and what an officer meets in a record.
import type pg from 'pg'
import { hashOf, newSecret } from '../../src/db/index.ts'
import type { Nation } from './nation.ts'

export type Run = <Row extends pg.QueryResultRow = Record<string, string>>(
  text: string,
  values?: unknown[],
) => Promise<Row[]>

/** The tree as an import of units would leave it. */
export async function layUnits(run: Run, { units }: Nation): Promise<void> {
  await run('create temp table given (n bigint, code text primary key, parent text, name text, id uuid)')
  await run(
    'insert into given select n, code, parent, name, uuidv7() from unnest($1::text[], $2::text[], $3::text[]) with ordinality as t (code, parent, name, n)',
    [units.map(({ code }) => code), units.map(({ parent }) => parent), units.map(({ name }) => name)],
  )
  await run('analyze given')
  // Whoever is above stands before; the register makes the path itself.
  await run(
    'insert into unit (id, code, name, parent, path) select g.id, g.code, g.name, above.id, $1 from given g left join given above on above.code = g.parent order by g.n',
    ['x'],
  )
  await run('drop table given')
  await run('vacuum analyze')
}

export type Officer = { readonly person: string; readonly unit: string; readonly people: readonly string[] }
export type Keepers = { readonly small: Officer; readonly large: Officer; readonly administrator: string }

/** Past the triggers, because there are so many: rows as the acts of the register would leave them. An officer of every unit from the fourth level down, but for the units of the two officers whom the bench asks as; and an administrator. */
export async function appoint(run: Run, { smallTop, largeTop }: Nation): Promise<Keepers> {
  await run("set session_replication_role = 'replica'")
  const [small, large] = [await officerOf(run, smallTop), await officerOf(run, largeTop)]
  await run(
    `insert into role_held (id, person, role, unit) select gen_random_uuid(), p.id, 'officer', u.id
     from unit u cross join lateral (select id from person where unit = u.id limit 1) p
     where nlevel(u.path) >= 4 and not exists (select from unit top where top.code = any ($1) and u.path <@ top.path)`,
    [[smallTop, largeTop]],
  )
  const [administrator] = await run("insert into person (id, name) values (uuidv7(), 'Trần Thị Quản') returning id")
  await run("insert into role_held (id, person, role) values (gen_random_uuid(), $1, 'administrator')", [
    administrator?.id,
  ])
  for (const { people } of [small, large]) await declare(run, people)
  await run("set session_replication_role = 'origin'")
  await run('vacuum analyze')
  return { small, large, administrator: administrator?.id as string }
}

async function officerOf(run: Run, top: string): Promise<Officer> {
  const [unit] = await run('select id from unit where code = $1', [top])
  const people = await run(
    'select p.id from person p join unit u on u.id = p.unit, unit top where top.id = $1 and u.path <@ top.path order by p.ref',
    [unit?.id],
  )
  const [person, ...others] = people.map(({ id }) => id as string)
  await run("insert into role_held (id, person, role, unit) values (gen_random_uuid(), $1, 'officer', $2)", [
    person,
    unit?.id,
  ])
  return { person: person as string, unit: unit?.id as string, people: others }
}

/** What these people were offered they have declared, and proven once. */
async function declare(run: Run, people: readonly string[]): Promise<void> {
  await run(
    `create temp table declared as select d.person, d.address, d.typed, uuidv7() as id, uuidv7() as version, uuidv7() as step, uuidv7() as proof
     from draft d where d.person = any ($1::uuid[])`,
    [people],
  )
  await run(
    `insert into declaration (id, person, platform, kind, handle, uid, canonical, typed, current_version, current_step)
     select id, person, address ->> 'platform', address ->> 'kind', address ->> 'handle', address ->> 'uid', address ->> 'canonical', typed, version, step from declared`,
  )
  await run(
    `insert into declaration_version (id, declaration, person, n, state, visibility, shows, manager, channel)
     select version, id, person, 1, 'active', 'private', 'name', 'alone', 'web' from declared`,
  )
  await run(
    `insert into level_step (id, declaration, person, level, reason, made_at) select step, id, person, 2, 'proof_found', now() from declared`,
  )
  await run(
    `insert into proof (id, declaration, person, method, token, keep, state, found_at, last_found_at)
     select proof, id, person, 'well-known', translate(proof::text, '-0189', 'abcde'), false, 'found', now(), now() from declared`,
  )
  await run(
    'update roll set pages = n from (select person, count(*) as n from declared group by person) d where d.person = roll.person',
  )
  await run('drop table declared')
}

export async function session(run: Run, person: string): Promise<string> {
  const secret = newSecret()
  await run("insert into session (hash, person, how) values ($1, $2, 'passkey')", [hashOf(secret), person])
  return `session=${secret}`
}
