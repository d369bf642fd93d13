import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/db/index.ts'
import { type Scope, scopes } from '../../src/permissions/index.ts'
import { type Session, sessionOf } from '../house/wall.ts'
import type { TestDatabase } from '../support/database.ts'
import type { Present } from './actors.ts'
import { fallenWall, knocking } from './knocking.ts'
import { copyOfTheWorld } from './made-world.ts'
import type { Person, World } from './world.ts'

// What a token may not, the database refuses on its own: whatever function is called, with no address and no door before it.

let db: TestDatabase
let world: World
let app: Session
beforeAll(async () => {
  ;({ db, world } = await copyOfTheWorld())
  app = await sessionOf(db, 'app')
})
afterAll(async () => {
  await app[Symbol.asyncDispose]()
  await db[Symbol.asyncDispose]()
})

type Act = {
  readonly as: Present
  readonly by: readonly Scope[]
  readonly sql: string
  readonly values?: () => unknown[]
}
const me = (who: Present) => (world.actors.get(who) as Person).has
const one = (relation: string) => world.subjects.get(relation as 'own') as Person
const unit = (at: 'own' | 'child' | 'sibling' | 'other' | 'child with officer') => world.units[at].id
const role = (state: string) =>
  world.things.role.find((thing) => thing.relation === 'other' && thing.state === state)?.id
const inUse = () => world.things.directory.find(({ state }) => state === 'in use')?.id
const mine = (who: Present, kind: 'import' | 'letter' | 'filing' | 'look', state: string) => me(who)[kind]?.[state]

const units = { as: 'chief', by: ['units'] } as const
const people = { as: 'chief', by: ['people'] } as const
const roles = { as: 'chief', by: ['roles'] } as const
const imports = { as: 'officer', by: ['imports'] } as const
const declares = { as: 'officer', by: ['declare'] } as const

/** Everything that somebody can have written by a function or by a statement of their own, and the scopes for which it is. */
const acts: Readonly<Record<string, Act>> = {
  'a unit is added': {
    ...{ as: 'chief', by: ['units', 'imports'] },
    sql: "insert into unit (id, code, name, parent, path) values (gen_random_uuid(), 'MOI', 'Mới', $1, 'x')",
    values: () => [unit('own')],
  },
  'a unit is renamed': {
    ...{ as: 'chief', by: ['units', 'imports'] },
    sql: "update unit set name = 'Khác' where id = $1",
    values: () => [unit('own')],
  },
  unit_move: {
    ...units,
    by: ['units', 'imports'],
    sql: 'select unit_move($1, $2, false)',
    values: () => [unit('child'), unit('other')],
  },
  unit_merge: { ...units, sql: 'select unit_merge($1, $2, false)', values: () => [unit('sibling'), unit('other')] },
  unit_close: { ...units, sql: 'select unit_close($1, $2)', values: () => [unit('sibling'), unit('other')] },
  person_enter: {
    ...people,
    sql: "select person_enter($2, $1, 'Mới', null, null)",
    values: () => [unit('own'), newId()],
  },
  person_transfer: {
    ...people,
    sql: 'select person_transfer($1, $2, false)',
    values: () => [one('own').id, unit('other')],
  },
  person_leave: { ...people, sql: 'select person_leave($1)', values: () => [one('own').id] },
  person_return: { ...people, sql: 'select person_return($1, $2)', values: () => [one('gone').id, unit('own')] },
  person_office: { ...people, sql: "select person_office($1, 'Khác')", values: () => [one('own').id] },
  person_absent: {
    ...people,
    sql: "select person_absent($2, $1, 'leave', null, current_date + 1, current_date + 9)",
    values: () => [one('own').id, newId()],
  },
  absence_end: { ...people, sql: 'select absence_end($1, $2)', values: () => [one('own').has.absence, one('own').id] },
  role_propose: {
    ...roles,
    sql: "select role_propose($3, $1, 'officer', $2, null, null, null)",
    values: () => [one('own').id, unit('child'), newId()],
  },
  role_agree: { ...roles, sql: 'select role_agree($1)', values: () => [role('proposed')] },
  role_refuse: { ...roles, sql: 'select role_refuse($1)', values: () => [role('proposed')] },
  role_end: { ...roles, sql: 'select role_end($1, null)', values: () => [role('serving')] },
  broken_glass_note: { ...roles, sql: 'select broken_glass_note($1)', values: () => [role('granted alone')] },
  import_confirm: { ...imports, sql: 'select import_confirm($1)', values: () => [mine('officer', 'import', 'read')] },
  import_step: { ...imports, sql: 'select import_step($1)', values: () => [mine('officer', 'import', 'writing')] },
  import_cancel: { ...imports, sql: 'select import_cancel($1)', values: () => [mine('officer', 'import', 'writing')] },
  import_undo: { ...imports, sql: 'select import_undo($1)', values: () => [mine('officer', 'import', 'written')] },
  import_undo_step: {
    ...imports,
    sql: 'select import_undo_step($1)',
    values: () => [mine('officer', 'import', 'undoing')],
  },
  'an import is thrown away': {
    ...imports,
    sql: 'delete from import where id = $1',
    values: () => [mine('officer', 'import', 'read')],
  },
  why_answer: {
    ...{ as: 'officer', by: ['records'] },
    sql: "select why_answer($1, 'mistake')",
    values: () => [world.things.question.find(({ relation, state }) => relation === 'own' && state === 'asked')?.id],
  },
  'why is asked': {
    ...declares,
    sql: 'insert into why_request (id, access) values (gen_random_uuid(), $1)',
    values: () => [mine('officer', 'look', 'opened')],
  },
  assisted_answer: {
    ...declares,
    sql: "select assisted_answer($1, 'right')",
    values: () => [mine('officer', 'filing', 'asked')],
  },
  mail_ask: { ...declares, sql: "select mail_ask(sha256('x'), 'khac@donvi.vn', 'vi')" },
  mail_remove: { ...declares, sql: 'select mail_remove()' },
  push_keep: {
    ...declares,
    sql: `select push_keep('https://fcm.googleapis.com/x', 'B${'A'.repeat(86)}', '${'A'.repeat(22)}', '', 'vi') is not null`,
  },
  'a browser is turned off': { ...declares, sql: 'delete from push_subscription' },
  'a notice is seen': { ...declares, sql: 'update notice set seen_at = now()' },
  'an offered account is answered': {
    ...declares,
    by: ['declare', 'imports'],
    sql: "update offered_account set answer = 'mine'",
  },
  'a directory is shut out': {
    ...people,
    sql: 'update directory_client set revoked_at = now() where id = $1',
    values: () => [inUse()],
  },
  'a directory is let in': {
    ...{ as: 'chief', by: [] },
    sql: "insert into directory_client (id, hash, name, unit, expires_at) values (gen_random_uuid(), sha256('x'), 'x', $1, now() + interval '1 day')",
    values: () => [unit('own')],
  },
  'a session is ended': { ...declares, by: [], sql: 'delete from session where person = actor()' },
  'a token is taken back': {
    ...declares,
    by: [],
    sql: 'update api_token set revoked_at = now() where person = actor()',
  },
}

/** What came of it, as somebody at the browser (no scopes) or by a token that has these. */
async function tried({ as, sql, values }: Act, may: string): Promise<string> {
  await app.begin(world.actors.get(as)?.id)
  await app.run("select set_config('cd.scopes', $1, true)", [may])
  try {
    const { rows } = await app.run(sql, values?.())
    return `done ${Object.values(rows[0] ?? {}).join()}`
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    await app.run('rollback')
  }
}

test('a token writes what its scopes are for and nothing else, whatever function of the database it comes to', async () => {
  const wrong: string[] = []
  for (const [name, act] of Object.entries(acts)) {
    const whole = await tried(act, '')
    if (!whole.startsWith('done')) wrong.push(`${name}: at the browser: ${whole}`)
    for (const scope of scopes) {
      const got = await tried(act, scope)
      const wanted = act.by.includes(scope) ? whole : '42501'
      if (got !== wanted) wrong.push(`${name}, by a token with ${scope}: ${got}, not ${wanted}`)
    }
    const without = scopes.filter((scope) => !act.by.includes(scope)).join(' ')
    if ((await tried(act, without)) !== '42501') wrong.push(`${name}: all other scopes together do it`)
  }
  expect(wrong).toEqual([])
}, 120_000)

/** Written by who acts, whatever scopes they came with. */
const unbound: Readonly<Record<string, string>> = {
  access: 'by policies of its own: which purpose needs which scope',
  ...Object.fromEntries(
    ['attestation', 'attestation_answer', 'attestation_cycle', 'attestation_duty'].map((name) => [
      name,
      'by its policies and functions (0028)',
    ]),
  ),
  ...Object.fromEntries(
    ['guidance', 'guidance_version', 'acknowledgement', 'guidance_count'].map((name) => [
      name,
      'by its policies and functions (0029)',
    ]),
  ),
  ...Object.fromEntries(
    ['campaign', 'campaign_message', 'campaign_cell'].map((name) => [name, 'by its functions (0032)']),
  ),
  help_asked: 'by anybody, who is nobody',
  answered_once: 'an Idempotency-Key is for every scope',
}

test('every table that a person’s acts write asks for the scopes', async () => {
  const { rows } = await db.asSuperuser(
    `select c.relname as name from pg_class c where c.relnamespace = 'register'::regnamespace and c.relkind = 'r'
       and (has_any_column_privilege('chinhdanh_app', c.oid, 'insert, update') or has_table_privilege('chinhdanh_app', c.oid, 'delete')
         or has_any_column_privilege('chinhdanh_keeper', c.oid, 'insert, update') or has_table_privilege('chinhdanh_keeper', c.oid, 'delete'))
       and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'token_scope') order by 1`,
  )
  const silent = rows.map(({ name }) => name).filter((name) => !(name in unbound))
  expect(silent, 'add the table with its scopes to 0026-walls.sql').toEqual([])
})

/** What writes at /v1 beyond one's own: with what makes it do something. */
const addresses = (): readonly (readonly [method: 'POST' | 'PATCH', path: string, body?: unknown])[] => [
  ['POST', '/v1/units', { code: 'MOI', name: 'Đơn vị mới', parent: 'MINH' }],
  ['PATCH', `/v1/units/${unit('own')}`, { name: 'Tên khác' }],
  ['POST', `/v1/units/${unit('child')}/move`, { parent: 'KHAC' }],
  ['POST', `/v1/units/${unit('sibling')}/merge`, { into: 'KHAC' }],
  ['POST', `/v1/units/${unit('sibling')}/close`, { people_to: 'KHAC' }],
  ['POST', '/v1/members', { unit: 'MINH', name: 'Người Mới' }],
  ['POST', `/v1/members/${one('own').id}/transfer`, { unit: 'KHAC' }],
  ['POST', `/v1/members/${one('own').id}/leave`, {}],
  ['POST', `/v1/members/${one('gone').id}/return`, {}],
  ['POST', `/v1/members/${one('own').id}/office`, { office: 'Khác' }],
  ['POST', `/v1/members/${one('own').id}/absence/${one('own').has.absence}/end`, {}],
  ['POST', '/v1/roles', { person: one('own').id, role: 'officer', unit: 'CON' }],
  ['POST', `/v1/roles/${role('proposed')}/agree`, {}],
  ['POST', `/v1/roles/${role('proposed')}/refuse`, {}],
  ['POST', `/v1/roles/${role('serving')}/end`, {}],
  ['POST', `/v1/roles/${role('granted alone')}/note`, {}],
  ['POST', `/v1/imports/${mine('chief', 'import', 'read')}/confirm`],
  ['POST', `/v1/imports/${mine('chief', 'import', 'writing')}/cancel`],
  ['POST', `/v1/imports/${mine('chief', 'import', 'written')}/undo`],
  ['POST', `/v1/imports/${mine('chief', 'import', 'read')}/discard`, {}],
  ['POST', `/v1/settings/directories/${inUse()}/revoke`],
]

test('with the door taken away a token that only reads does nothing at any address; one with all scopes does', async () => {
  await using given = await knocking({ wall: fallenWall })
  const chief = given.world.actors.get('chief') as Person
  const ask = async (may: readonly Scope[]) => {
    const program = await given.house.as(chief, may)
    const said: string[] = []
    for (const [method, path, body] of addresses()) {
      const { status } = await program.api(method, path, body)
      said.push(`${method} ${path}: ${status < 300 ? 'done' : status}`)
    }
    return said
  }
  const [reads, all] = [await ask(['read', 'roll']), await ask(scopes)]
  expect(all.filter((one) => !one.endsWith('done'))).toEqual([])
  expect(reads.filter((one) => one.endsWith('done'))).toEqual([])
}, 300_000)
