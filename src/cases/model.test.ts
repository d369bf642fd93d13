import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { sized } from '../../test/support/long.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { opening } from './desk.ts'
import { looking } from './open-case.ts'
import { type Act, type State, states, table } from './rules.ts'
import { appeal, decide, factsOf, handUp, openCase, reply, settle, turnLate, withdraw } from './store.ts'

// Whatever is done in whatever order, the database does what the table of rules.ts says: no dead end, no notice skipped, nothing twice, and
// nobody who did anything before decides.

/** So many in `npm test`, so many in a night's `npm run test:long`. */
const sequences = sized(500, 20_000)

let db: TestDatabase
let people: Awaited<ReturnType<typeof smallOrganisation>>
type Somebody = { readonly id: string }
/** Reviewers from the person's unit upwards; the opener is one of them as well, and never decides. */
let bench: readonly Somebody[]
let deep: string
beforeAll(async () => {
  db = await testDatabase()
  people = await smallOrganisation(db)
  const middle = await people.unit('GIUA', 'Đơn vị giữa', people.root)
  const unit = await people.unit('SAU', 'Đơn vị sâu', middle)
  deep = unit.id
  await people.grant(people.officer, 'officer', deep)
  await people.grant(people.officer, 'reviewer', deep)
  bench = await Promise.all(
    [unit, middle, people.root].map(async (at) => {
      const one = await people.person(`Người Quyết ${at.code}`, at.id)
      await people.grant(one, 'reviewer', at.id)
      return one
    }),
  )
})
afterAll(() => db[Symbol.asyncDispose]())

const rows = async (text: string, ...values: unknown[]) => (await db.asSuperuser(text, values)).rows

type Real = { readonly person: Somebody }
const idOf = async ({ person }: Real): Promise<string> =>
  (await rows('select id from duty_case where person = $1', person.id))[0]?.id ?? person.id

/** Whoever tries, tries as everybody who might: the database picks. */
async function byAnyOf(who: readonly Somebody[], id: string, act: Parameters<typeof opening>[3]): Promise<void> {
  for (const one of who) await db.as(one.id as never, (tx) => opening(tx, id, 'web', act))
}
const everyReviewer = () => [people.officer, ...bench]
/** The first of them whose it is does it; tried by all, one after another, it is done by one at most for each time that it moves. */
const byBench = async (real: Real, act: (tx: Parameters<typeof decide>[0], id: string) => Promise<string>) => {
  const id = await idOf(real)
  for (const one of everyReviewer()) {
    const came = await db.as(one.id as never, (tx) => opening(tx, id, 'web', ({ tx: inside }) => act(inside, id)))
    if (came !== undefined && came !== 'not_found' && came !== 'case_step_over') return
  }
}

const late = async (real: Real, from: readonly State[]) => {
  await rows(
    'update duty_case set due_on = register_day() - 1 where person = $1 and state = any ($2)',
    real.person.id,
    from,
  )
  await db.under('reminder', turnLate)
}

const acts: Readonly<Record<Act, (real: Real) => Promise<unknown>>> = {
  open: ({ person }) =>
    db.as(people.officer.id as never, (tx) =>
      looking(tx, { params: { id: person.id } } as never, 'web', async (record) => {
        const [first] = await factsOf(record)
        return first && openCase(record, { fact: first.fact, thing: first.thing, factOn: first.fact_on })
      }),
    ),
  reply: async (real) => {
    const id = await idOf(real)
    return db.as(real.person.id as never, (tx) => reply(tx, id, 'Ý kiến', []))
  },
  no_reply: (real) => late(real, ['notified']),
  withdraw: async (real) =>
    byAnyOf([people.officer], await idOf(real), ({ tx }) => idOf(real).then((id) => withdraw(tx, id))),
  hand_up: (real) => byBench(real, handUp),
  find_nothing: (real) => byBench(real, (tx, id) => decide(tx, id, 'unfounded', '1', 'Lý do')),
  remind: (real) => byBench(real, (tx, id) => decide(tx, id, 'reminder', '1', 'Lý do')),
  appeal: async (real) => {
    const id = await idOf(real)
    return db.as(real.person.id as never, (tx) => appeal(tx, id, 'Khiếu nại'))
  },
  stand: (real) => late(real, ['decided']),
  settle: (real) => byBench(real, (tx, id) => settle(tx, id, 'annulled', 'fact_not_so')),
  raise: (real) => late(real, ['to_decide', 'appealed']),
  lapse: (real) => late(real, ['to_decide', 'appealed']),
  leave: ({ person }) => rows('update person set left_at = now() where id = $1', person.id),
}

type Model = {
  state: State
  /** Where on the bench it lies, from the person's unit upwards. */
  at: number
  acted: readonly number[]
  replied: boolean
  told: Record<string, number>
}
const free = (model: Model, from: number) => bench.findIndex((_, n) => n >= from && !model.acted.includes(n))

/** What the table says of it. Nobody did it in time: it goes up where somebody is above, and else it lapses. */
function follow(model: Model, tried: Act): void {
  const waits = model.state === 'to_decide' || model.state === 'appealed'
  const here = waits ? free(model, model.at) : model.at
  const above = free(model, (here < 0 ? model.at : here) + 1)
  const act = tried === 'raise' || tried === 'lapse' ? (above < 0 ? 'lapse' : 'raise') : tried
  const { leads, tells, next: passesOn, by } = table[act]
  const next = leads[model.state]
  if (next === undefined || (act === 'reply' && model.replied)) return
  if ((by === 'reviewer' && here < 0) || (act === 'hand_up' && above < 0)) return
  const moves = next !== model.state
  if (act === 'reply') model.replied = true
  if (by === 'reviewer') model.acted = [...model.acted, here]
  if (act === 'hand_up' || act === 'raise') model.at = above
  if (act === 'remind') model.at = here
  if (act === 'appeal') model.at = free(model, model.at + 1) < 0 ? model.at : free(model, model.at + 1)
  if (act === 'open') model.at = free(model, 0)
  if (tells) model.told[tells] = (model.told[tells] ?? 0) + 1
  model.state = next
  const told = act === 'raise' ? (next === 'appealed' ? 'case_appeal_task' : 'case_task') : passesOn
  if (told && (moves || act === 'hand_up' || act === 'raise') && free(model, model.at) >= 0)
    model.told[told] = (model.told[told] ?? 0) + 1
}

async function standing({ person }: Real) {
  const [now] = await rows(
    'select id, state, opened_by, decided_by, settled_by from duty_case where person = $1',
    person.id,
  )
  const told = await rows(
    'select kind, count(*)::int as n from notice where about = $1 group by kind',
    now?.id ?? person.id,
  )
  const doers = [now?.opened_by, now?.decided_by, now?.settled_by].filter((one) => one)
  expect(new Set(doers).size, 'nobody does a second thing in it').toBe(doers.length)
  expect(doers).not.toContain(person.id)
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
    expect(await standing(real), this.act).toEqual({ state: model.state, told: model.told })
  }
  toString = () => this.act
}

let made = 0
test(`${sequences} sequences of acts lead where the table says, and every case to an end`, async () => {
  const inOrder = (Object.keys(table) as Act[]).filter((act) => act !== 'open').map((act) => fc.constant(new Does(act)))
  const whole = fc.asyncProperty(fc.commands(inOrder, { maxCommands: 7 }), fc.boolean(), async (run, twice) => {
    const person = await people.person(`Người ${++made}`, deep)
    await rows(
      "update attestation_duty set opens_on = register_day() - 60, due_on = register_day() - 1, state = 'overdue' where person = $1",
      person.id,
    )
    const real = { person }
    const model: Model = { state: 'none', at: 0, acted: [], replied: false, told: {} }
    for (const _ of twice ? [1, 2] : [1]) await new Does('open').run(model, real)
    await fc.asyncModelRun(() => ({ model, real }), run)
    // Whatever was done: if from here on nobody does anything, the clock brings it to an end.
    for (let n = 0; n < 8 && model.state !== 'sealed'; n++)
      for (const act of ['no_reply', 'stand', 'lapse'] as const)
        if (table[act].leads[model.state] !== undefined) await new Does(act).run(model, real)
    expect(model.state).toBe('sealed')
  })
  await fc.assert(whole, { numRuns: sequences, endOnFailure: true })
}, 3_600_000)

test('from every state the table leads on, and the register alone leads each to the end', () => {
  for (const state of states.filter((one) => one !== 'none' && one !== 'sealed')) {
    const clocks = Object.entries(table).filter(
      ([act, { by, leads }]) => by === 'register' && act !== 'leave' && leads[state],
    )
    expect([state, clocks.length > 0]).toEqual([state, true])
  }
  expect(Object.values(table).some(({ leads }) => leads.sealed !== undefined)).toBe(false)
})
