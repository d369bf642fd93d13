import { describe, expect, test } from 'vitest'
import { newId } from '../../src/db/index.ts'
import { type Present, worth } from './actors.ts'
import { reaches } from './expected.ts'
import { fallenWall, type Knocking, knocking } from './knocking.ts'
import { type Relation, relations, unitsAround } from './relations.ts'
import type { Person } from './world.ts'

// What names nobody and could still show somebody: lists, searches, numbers, counts, pages that go on from a row, and what a clash says.

const who = [
  'member',
  'officer',
  'reviewer',
  'overseer',
  'auditor',
  'administrator',
  'chief',
  'former officer',
] as const
const me = ({ world }: Knocking, actor: Present) => world.actors.get(actor) as Person
const everybody = ({ world }: Knocking) => [
  ...world.actors.values(),
  ...world.subjects.values(),
  ...world.holders.values(),
]

/** Whose name, and whose addresses, this text shows. */
const named = (given: Knocking, text: string) => everybody(given).filter(({ mark }) => text.includes(mark))
const addressed = (given: Knocking, text: string) =>
  everybody(given).filter(({ addressMark }) => text.includes(addressMark))

/** One who keeps the register sees names of the units kept, and nobody else's; an address is seen by its owner alone. */
async function lists(given: Knocking): Promise<string[]> {
  const wrong: string[] = []
  for (const actor of who) {
    const visitor = given.visitors.get(actor)
    const self = me(given, actor)
    const judge = async (path: string, shown: readonly Person[]) => {
      const answer = path.startsWith('/v1/') ? await visitor?.api('GET', path) : await visitor?.get(path)
      const text = `${answer?.text} ${answer?.headers.location ?? ''}`
      const names = named(given, text).filter((one) => one !== self)
      const extra = names.filter((one) => !shown.includes(one))
      const missing = shown.filter((one) => one !== self && !names.includes(one))
      const strange = addressed(given, text).filter((one) => one !== self)
      for (const one of [...extra, ...strange]) wrong.push(`${actor} at ${path} is shown ${one.mark}`)
      for (const one of missing) wrong.push(`${actor} at ${path} is not shown ${one.mark}`)
    }
    for (const path of [
      '/declarations',
      '/v1/declarations',
      '/receipts',
      '/me',
      '/my-record',
      '/v1/my-record',
      '/members',
      '/witness',
      '/v1/witness',
      '/units',
      '/v1/units',
      '/units?q=Nguoi',
      '/v1/units?q=n0',
      '/',
      '/help',
    ])
      await judge(path, [])
    for (const relation of relations) {
      const one = relation === 'self' ? self : (given.world.subjects.get(relation) as Person)
      const found = reaches.keeps(worth(actor), relation) || (relation === 'self' && worth(actor) === 'officer')
      const sought = one.mark.slice(0, -1) // the last letter is in the answer only
      await judge(`/members?q=${sought}`, found ? [one] : [])
      await judge(`/v1/members?q=${sought}`, found ? [one] : [])
      await judge(`/v1/declarations?after=${one.has.declaration?.private}`, [])
      const number = await visitor?.get(`/members?number=${one.ref}`)
      const told = String(number?.headers.location ?? number?.text).includes(one.id)
      const knows = ['administrator', 'chief'].includes(worth(actor)) && reaches.places(worth(actor), relation)
      if (told !== knows) wrong.push(`${actor} asks for the number of ${relation}: ${told}`)
    }
    for (const unit of unitsAround) {
      const kept = worth(actor) === 'officer' && (unit === 'own' || unit === 'child')
      const shown = kept ? await inUnit(given, unit) : []
      await judge(`/members?unit=${given.world.units[unit].id}`, shown)
      await judge(`/v1/members?unit=${given.world.units[unit].code}`, shown)
    }
  }
  return wrong
}

async function inUnit(given: Knocking, unit: (typeof unitsAround)[number]): Promise<Person[]> {
  const { rows } = await given.db.asSuperuser('select person from roll where unit = $1', [given.world.units[unit].id])
  return everybody(given).filter(({ id }) => rows.some(({ person }) => person === id))
}

/** Rows of the access record about everybody, and lists of every unit, before and after one came there. */
async function looked(given: Knocking) {
  const { units, actors } = given.world
  const add = async (column: 'subject' | 'unit', about: string, days: number) => {
    const id = newId()
    await given.db.asSuperuser(
      `insert into access (id, actor, ${column}, purpose, fields, at) values ($1, $2, $3, $4, $5, now() + $6 * interval '1 day')`,
      [
        id,
        actors.get('chief')?.id,
        about,
        column === 'unit' ? 'list' : 'help',
        column === 'unit' ? 'roll' : 'record',
        days,
      ],
    )
    return id
  }
  const records = new Map<Person, string>()
  for (const one of everybody(given)) if (one.ref !== 'r---r') records.set(one, await add('subject', one.id, 0))
  const before = await add('unit', units.own.id, -400)
  const now = await add('unit', units.own.id, 0)
  for (const unit of ['child', 'parent', 'former', 'other'] as const) await add('unit', units[unit].id, 0)
  return { records, before, now }
}

/** One sees who looked at oneself, and who listed the unit since one is in it: no row of another, not even by starting from it. */
async function looks(given: Knocking): Promise<string[]> {
  const wrong: string[] = []
  const { records, now } = await looked(given)
  for (const actor of who) {
    const visitor = given.visitors.get(actor)
    const rowsAt = async (path: string) =>
      ((await visitor?.api('GET', path))?.json().looks ?? []).map(({ id }: { id: string }) => id)
    const { rows } = await given.db.asSuperuser('select id from access where subject = $1', [me(given, actor).id])
    expect(rows.map(({ id }) => id)).toContain(records.get(me(given, actor)))
    const own = [...rows.map(({ id }) => id), now].sort()
    const seen = (await rowsAt('/v1/my-record')).sort()
    if (JSON.stringify(seen) !== JSON.stringify(own)) wrong.push(`${actor} sees ${seen.length} rows, not ${own.length}`)
    for (const [one, row] of records)
      if (one !== me(given, actor) && (await rowsAt(`/v1/my-record?before=${row}`)).length > 0)
        wrong.push(`${actor} goes on from a row about ${one.mark}`)
  }
  return wrong
}

/** What is taken already is said alike, whoever has it. */
async function clashes(given: Knocking): Promise<string[]> {
  const officer = given.visitors.get('officer')
  const sent = async (ref: string) =>
    (await officer?.api('POST', '/v1/members', { unit: 'MINH', name: 'Người Mới', ref }))?.text
  const said = new Set<string | undefined>()
  for (const relation of relations as readonly Relation[])
    said.add(
      await sent((relation === 'self' ? me(given, 'officer') : (given.world.subjects.get(relation) as Person)).ref),
    )
  said.add(await sent('R-NOBODY'))
  const member = given.visitors.get('member')
  const filed = new Set<string>()
  for (const one of given.world.subjects.values()) {
    const address = `https://${one.addressMark}-private.example.com/`
    const answer = await member?.api('POST', '/v1/declarations', { address })
    filed.add(`${answer?.status} ${Object.keys(answer?.json()).sort()}`)
  }
  return [
    ...(said.size === 1 ? [] : ['a number that is taken is told']),
    ...(filed.size === 1 ? [] : [`an address of another is told: ${[...filed]}`]),
  ]
}

for (const [title, how] of [
  ['with both walls', {}],
  ['without row security', { rowSecurity: 'off' }],
  ['without the first wall', { wall: fallenWall }],
] as const)
  describe(title, () => {
    test('lists, searches and numbers show whom they should, and nobody else', async () => {
      await using given = await knocking(how)
      expect(await lists(given)).toEqual([])
      expect(await looks(given)).toEqual([])
      expect(await clashes(given)).toEqual([])
    }, 300_000)
  })
