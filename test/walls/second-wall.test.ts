import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Session, sessionOf } from '../house/wall.ts'
import type { TestDatabase } from '../support/database.ts'
import { type Present, present, worth } from './actors.ts'
import { reaches } from './expected.ts'
import { copyOfTheWorld } from './made-world.ts'
import { type Relation, relations } from './relations.ts'
import type { Person, World } from './world.ts'

// Row security alone: whoever can run SQL as `app` and says truly who acts. Every table, about everybody, with every key tried first.

/** What is written down before looking, and what it opens: the tables in which another person's rows are seen then. */
const keys = ['none', 'record', 'way in', 'place', 'list', 'page'] as const
type Key = (typeof keys)[number]

/** Every table that says whose its rows are, and by which keys somebody else sees them. One line each. */
const tables: Readonly<Record<string, readonly Key[]>> = {
  'absence.person': ['place'],
  'access.subject': [],
  'access_digest.person': [],
  'acknowledgement.person': [],
  'answered_once.person': [],
  'attestation.person': ['record', 'way in'],
  'attestation_answer.person': ['record', 'way in'],
  'attestation_duty.person': [],
  'assisted_filing.person': ['record', 'way in'],
  'api_token.person': [],
  'campaign_message.person': [],
  'check_request.person': [],
  'closing.person': ['record', 'way in'],
  'duty_case.person': [], // by the number of a case that is open: the tests of its room
  'declaration.person': ['record', 'way in', 'page'],
  'declaration_now.person': ['record', 'way in'],
  'declaration_version.person': ['record', 'way in'],
  'directory_person.person': [],
  'draft.person': [],
  'impersonation.person': [],
  'impersonation_event.person': [],
  'import.by_person': [],
  'incident.person': ['record', 'way in'],
  'incident_event.person': ['record', 'way in'],
  'invitation.person': [],
  'level_step.person': ['record', 'way in'],
  'lookalike.person': [],
  'lookalike_watch.person': [],
  'mail_address.person': [],
  'mail_confirmation.person': [],
  'membership.person': ['place'],
  'notice.person': [],
  'offered_account.person': [],
  'organisation_identity.person': [],
  'passkey.person': [],
  'person.id': ['record', 'way in', 'page'],
  'person_page.person': [],
  'proof.person': ['record', 'way in'],
  'proof_check.person': ['record', 'way in'],
  'proof_sign_in.person': [],
  'push_subscription.person': [],
  'receipt.person': [],
  'recovery.person': [],
  'renewal.person': ['record', 'way in'],
  'right_request.person': [], // by the number of a request that is open: the tests of its room
  'role_held.person': [],
  'roll.person': ['record', 'way in', 'list'],
  'session.person': [],
  'why_request.asker': [],
  'witness_request.person': ['page'],
}
/** Seen by nobody whose rows they are either: secrets lie under their hash. */
const hidden = [
  'impersonation_reporter.person',
  'set_up_link.person',
  'sign_in_code.person',
  'sign_in_link.person',
  'broken_glass_seen.person',
  'outgoing_mail.person',
]
/** One's own as long as one is in office: a file names people that were brought by who kept them then. */
const ownInOffice = (table: string, actor: Present) =>
  table !== 'import.by_person' || ['officer', 'administrator', 'chief'].includes(worth(actor))

let db: TestDatabase
let world: World
let app: Session
beforeAll(async () => {
  ;({ db, world } = await copyOfTheWorld())
  app = await sessionOf(db, 'app')
  await app.run(`prepare counting (uuid) as ${counting}`) // planned once, not two thousand times
})
afterAll(async () => {
  await app[Symbol.asyncDispose]()
  await db[Symbol.asyncDispose]()
})

/** Who gets which key to whom: the rules of test/walls/expected.ts once more. */
function admitted(key: Key, actor: Present, relation: Relation): boolean {
  const who = worth(actor)
  if (key === 'record') return reaches.keeps(who, relation)
  if (key === 'way in') return reaches.letsIn(who, relation)
  if (key === 'place') return relation !== 'self' && reaches.places(who, relation)
  if (key === 'page') return reaches.keeps(who, relation)
  return key === 'list' && (reaches.keeps(who, relation) || (relation === 'self' && who === 'officer'))
}

async function tryKey(key: Key, to: Person, unit: string | null): Promise<boolean> {
  const row = {
    none: undefined,
    record: ['subject, purpose, fields', "$1, 'help', 'record'", to.id],
    'way in': ['subject, purpose, fields', "$1, 'code', 'record'", to.id],
    place: ['subject, purpose, fields', "$1, 'place', 'roll'", to.id],
    list: ['unit, purpose, fields', "$1, 'list', 'roll'", unit],
    page: ['about, purpose, fields', "$1, 'witness', 'page'", to.has.request?.open],
  }[key]
  if (!row) return false
  await app.run('savepoint before')
  const [columns, values, about] = row
  const done = await app.sees(`insert into access (id, ${columns}) values (gen_random_uuid(), ${values})`, [about])
  if (done !== 1) await app.run('rollback to savepoint before')
  return done === 1
}

const counting = Object.keys(tables)
  .map((name) => name.split('.') as [string, string])
  .map(
    ([table, column]) => `select '${table}.${column}' as name, count(*)::int as n from ${table} where ${column} = $1`,
  )
  .join(' union all ')
const counts = (rows: readonly { name: string; n: number }[]) => new Map(rows.map(({ name, n }) => [name, n]))

test('every table that says whose its rows are stands in the table above', async () => {
  const { rows } = await db.asSuperuser(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'register' and column_name in ('person', 'subject') and data_type = 'uuid' order by 1`,
  )
  const names = rows.map(({ name }) => name)
  expect(
    names.filter((name) => !(name in tables) && !hidden.includes(name)),
    'add a line to `tables`: by which row of the access record others see it; none by default',
  ).toEqual([])
})

test('row security alone shows everybody their own, an officer what was opened before, and nobody anything else', async () => {
  const wrong: string[] = []
  let probes = 0
  for (const relation of relations) {
    for (const actor of present) {
      const me = world.actors.get(actor) as Person
      const subject = relation === 'self' ? me : (world.subjects.get(relation) as Person)
      const all = counts((await db.asSuperuser(counting, [subject.id])).rows)
      const { rows } = await db.asSuperuser('select unit from roll where person = $1', [subject.id])
      for (const key of keys) {
        await app.begin(me.id)
        const opened = await tryKey(key, subject, rows[0]?.unit ?? null)
        const seen = counts((await app.run(`execute counting ('${subject.id}')`)).rows)
        await app.run('rollback')
        const may = key !== 'none' && admitted(key, actor, relation)
        if (opened !== may) wrong.push(`${actor}: the key ${key} to ${relation}: ${opened}`)
        for (const [table, by] of Object.entries(tables)) {
          probes++
          const written = table === 'access.subject' && opened && key !== 'list' // the row just written
          const mine = written || (table === 'session.person' && relation === 'self') ? 1 : 0 // or the session just begun
          const some =
            relation === 'self'
              ? ownInOffice(table, actor)
                ? all.get(table)
                : 0
              : may && by.includes(key)
                ? key === 'page'
                  ? 1
                  : all.get(table)
                : 0
          if (seen.get(table) !== (some ?? 0) + mine)
            wrong.push(
              `${actor} sees ${seen.get(table)} rows of ${table} about ${relation}, by the key ${key}, not ${(some ?? 0) + mine}`,
            )
        }
      }
    }
  }
  expect(wrong).toEqual([])
  expect(probes).toBeGreaterThan(30_000)
}, 600_000)

test('what happened to a unit is told to administrators over it alone', async () => {
  const about = 'select from unit_event where unit = $1'
  for (const actor of present)
    for (const at of ['own', 'child', 'parent', 'sibling', 'other', 'former'] as const) {
      await app.begin(world.actors.get(actor)?.id)
      const seen = await app.sees(about, [world.units[at].id])
      await app.run('rollback')
      expect([actor, at, seen]).toEqual([actor, at, reaches.organises(worth(actor), at) ? 1 : 0])
    }
})
