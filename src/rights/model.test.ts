import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { sized } from '../../test/support/long.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { opening } from './desk.ts'
import { type Act, type Asked, leadsTo, type State, stands, table } from './rules.ts'
import { answer, appeal, ask, erase, raiseLate, takeBack } from './store.ts'

// Whatever is done in whatever order, the database does what the table of rules.ts says: nothing skipped, nothing twice, and nobody answers
// who did anything in it before.

const sequences = Number(process.env.SEQUENCES ?? sized(500, 20_000))

let db: TestDatabase
let people: Awaited<ReturnType<typeof smallOrganisation>>
type Somebody = { readonly id: string }
/** Officers from the person's unit upwards, and behind them the administrators, who stay to the end. */
let bench: readonly Somebody[]
let deep: string
beforeAll(async () => {
  db = await testDatabase()
  people = await smallOrganisation(db)
  const unit = await people.unit('SAU', 'Đơn vị sâu', people.root)
  deep = unit.id
  bench = await Promise.all(
    [unit, people.root].map(async (at) => {
      const one = await people.person(`Cán Bộ ${at.code}`, at.id)
      await people.grant(one, 'officer', at.id)
      return one
    }),
  )
  const chiefs = await Promise.all(
    ['Một', 'Hai', 'Ba'].map((name) => people.person(`Quản Trị ${name}`, people.south.id)),
  )
  for (const one of chiefs) await people.grant(one, 'administrator', null)
  bench = [...bench, ...chiefs]
})
afterAll(() => db[Symbol.asyncDispose]())

const rows = async (text: string, ...values: unknown[]) => (await db.asSuperuser(text, values)).rows

type Real = { readonly person: Somebody; readonly kind: Asked }
const whatOf = { correction: 'office', restriction: 'safety', objection: 'second_look', erasure: null } as const
const idOf = async ({ person }: Real): Promise<string> =>
  (await rows('select id from right_request where person = $1', person.id))[0]?.id ?? person.id

/** All who might try, one after another; the database picks. */
async function byBench(real: Real, ground: 'another_way' | null): Promise<void> {
  const id = await idOf(real)
  for (const one of bench) {
    const came = await db.as(one.id as never, async (tx) => (await opening(tx, id, 'web')) && answer(tx, id, ground))
    if (came === 'granted' || came === 'refused') return
  }
}
const asPerson = async (real: Real, act: typeof appeal | typeof takeBack) => {
  const id = await idOf(real)
  return db.as(real.person.id as never, (tx) => act(tx, id))
}

const acts: Readonly<Record<Act, (real: Real) => Promise<unknown>>> = {
  ask: async (real) => {
    // One request each: a second would be another.
    if ((await idOf(real)) !== real.person.id) return
    const value = real.kind === 'correction' ? 'Trưởng nhóm' : null
    await db.as(real.person.id as never, (tx) => ask(tx, { kind: real.kind, what: whatOf[real.kind], value }))
  },
  grant: (real) => byBench(real, null),
  refuse: (real) => byBench(real, 'another_way'),
  appeal: (real) => asPerson(real, appeal),
  take_back: (real) => asPerson(real, takeBack),
  raise: async ({ person }) => {
    await rows(
      'update right_request set due_on = register_day() - 1 where person = $1 and due_on is not null',
      person.id,
    )
    await db.under('reminder', raiseLate)
  },
  leave: ({ person }) =>
    rows("update person set left_at = now() - interval '8 days' where id = $1 and left_at is null", person.id),
  return: ({ person }) =>
    rows('update person set left_at = null where id = $1 and left_at is not null and erased_at is null', person.id),
  erase: ({ person }) => db.under('reminder', (tx) => erase(tx, person.id)),
}

type Model = {
  state: State
  kind: Asked
  at: number
  refused: readonly number[]
  gone: boolean
  told: Record<string, number>
}
const chiefs = 2
/** Who answers now: the first from here upwards who has not, or any of the administrators. */
const free = (model: Model) => {
  const here = bench.findIndex((_, n) => n >= model.at && n < chiefs && !model.refused.includes(n))
  return here < 0 ? chiefs : here
}
const answerers = (model: Model) => (free(model) < chiefs ? 1 : 3 - model.refused.filter((n) => n >= chiefs).length)

const tell = (model: Model, kind: string | undefined, times = 1) => {
  if (kind && times > 0) model.told[kind] = (model.told[kind] ?? 0) + times
}

function follow(model: Model, act: Act): void {
  if (act === 'leave') {
    if (model.gone) return
    model.gone = true
  }
  if (act === 'return') {
    if (!model.gone || model.state === 'done') {
      if (model.kind === 'erasure' && model.state === 'done') return
      if (!model.gone) return
    }
    model.gone = false
  }
  if (model.gone && (act === 'ask' || (act === 'erase' && model.kind !== 'erasure'))) return
  if (act === 'erase' && !model.gone) return
  const from = model.state
  const to = leadsTo(act, model.kind, from)
  if (to === undefined) return
  const { tells, next } = table[act]
  if (act === 'raise' && model.at >= chiefs) return
  if (act === 'ask') model.at = model.kind === 'objection' ? 1 : 0
  if (act === 'refuse') model.refused = [...model.refused, free(model)]
  if (act === 'raise') model.at = Math.min(free(model) + 1, chiefs)
  if (act === 'appeal') model.at = Math.min(model.at + 1, chiefs)
  model.state = to
  tell(model, tells)
  if (act === 'erase') model.told = {}
  if (next) tell(model, next, answerers(model))
}

async function standing({ person }: Real) {
  const [now] = await rows('select id, state from right_request where person = $1', person.id)
  const told = await rows(
    'select kind, count(*)::int as n from notice where about = $1 group by kind',
    now?.id ?? person.id,
  )
  const doers = await rows(
    "select actor from right_event where request = $1 and what in ('granted', 'refused', 'upheld')",
    now?.id ?? person.id,
  )
  expect(new Set(doers.map(({ actor }) => actor)).size, 'nobody answers twice').toBe(doers.length)
  expect(doers.map(({ actor }) => actor)).not.toContain(person.id)
  return { state: now?.state ?? 'none', told: Object.fromEntries(told.map(({ kind, n }) => [kind, n])) }
}

class Does implements fc.AsyncCommand<Model, Real> {
  readonly act: Act
  constructor(act: Act) {
    this.act = act
  }
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    follow(model, this.act)
    await acts[this.act](real)
    const { state, told } = await standing(real)
    expect(state, this.act).toBe(model.state)
    // What was told to who answers stays after an erasure; what was told to the person is gone with them.
    if (model.state !== 'done' || model.kind !== 'erasure') expect(told, this.act).toEqual(model.told)
  }
  toString = () => this.act
}

let made = 0
test(`${sequences} sequences of acts lead where the table says`, async () => {
  const commands = (Object.keys(table) as Act[]).filter((act) => act !== 'ask').map((act) => fc.constant(new Does(act)))
  const kinds = fc.constantFrom<Asked>('correction', 'restriction', 'objection', 'erasure')
  const whole = fc.asyncProperty(fc.commands(commands, { maxCommands: 6 }), kinds, async (run, kind) => {
    const real = { person: await people.person(`Người ${++made}`, deep), kind }
    const model: Model = { state: 'none', kind, at: 0, refused: [], gone: false, told: {} }
    await new Does('ask').run(model, real)
    await fc.asyncModelRun(() => ({ model, real }), run)
  })
  await fc.assert(whole, { numRuns: sequences, endOnFailure: true })
}, 3_600_000)

test('from every state in which a request stands its person can end it, and nothing leads out of an end', () => {
  for (const kind of ['correction', 'restriction', 'objection', 'erasure'] as const)
    for (const state of ['asked', 'appealed', 'granted'] as const) {
      expect([kind, state, leadsTo('take_back', kind, state)]).toEqual([kind, state, 'ended'])
      expect(stands(state)).toBe(true)
    }
  for (const state of ['upheld', 'ended', 'done'] as const)
    expect([state, Object.values(table).filter(({ leads }) => leads[state]).length]).toEqual([state, 0])
})
