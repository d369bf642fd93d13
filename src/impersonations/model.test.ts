import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { sized } from '../../test/support/long.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { type OpenedImitation, openImitation } from '../access-record/index.ts'
import { recognise } from '../addresses/index.ts'
import { type Act, grounds, isSaid, type Stage, stages, table } from './rules.ts'
import { answer, find, judge, keepObjection, keepReport, lapse, mark, subjectOf } from './store.ts'

// Whatever is done in whatever order, the database does what the table of rules.ts says, and nothing a second time.

/** So many in `npm test`, so many in a night's `npm run test:long`. */
const sequences = sized(500, 20_000)

let db: TestDatabase
let people: Awaited<ReturnType<typeof smallOrganisation>>
let first: { id: string }
let second: { id: string }
let page: string
beforeAll(async () => {
  db = await testDatabase()
  people = await smallOrganisation(db)
  first = await people.person('Người Quyết Định', people.root.id)
  second = await people.person('Người Xem Lại', people.root.id)
  for (const one of [first, second]) await people.grant(one, 'reviewer', people.root.id)
  await declared(db, people.lan, 'https://lan-that.vn/', { visibility: 'listed', level: 2 })
  page = (await rows('select page from person_page where person = $1', people.lan.id))[0]?.page
})
afterAll(() => db[Symbol.asyncDispose]())

const rows = async (text: string, ...values: unknown[]) => (await db.asSuperuser(text, values)).rows
type Real = { readonly canonical: string; id?: string; objections: number }

const nobody = <T>(act: Parameters<typeof db.showing<T>>[1]) => db.showing(Buffer.alloc(32), act)
const person = <T>(act: Parameters<typeof db.as<T>>[1]) => db.as(people.lan.id, act)
/** Nothing to open is nothing done. */
async function opening(who: { id: string }, { id }: Real, act: (report: OpenedImitation) => Promise<unknown>) {
  if (!id) return
  await db.as(who.id, async (tx) => {
    const about = await subjectOf(tx, id)
    const opened = about && (await openImitation(tx, about.subject, about.number, 'web'))
    if (opened?.kind === 'opened') await act(opened.report)
  })
}
const seen = { asOwn: true, says: 'nothing', reasons: ['name'] } as const

const acts: Readonly<Record<Act, (real: Real) => Promise<unknown>>> = {
  async report(real) {
    const { address } = recognise(real.canonical)
    if (address) await nobody((tx) => keepReport(tx, address, page, ['name']))
    real.id = (
      await rows('select id from impersonation where canonical = $1 order by closed_at nulls first', real.canonical)
    )[0]?.id
  },
  mine: async ({ id }) => id && person((tx) => answer(tx, id, true)),
  not_mine: async ({ id }) => id && person((tx) => answer(tx, id, false)),
  find: (real) => opening(first, real, (report) => find(report, real.id as string, seen)),
  find_not: (real) => opening(first, real, (report) => find(report, real.id as string, { ...seen, says: 'parody' })),
  object: async (real) => {
    const ground = grounds[real.objections % grounds.length] as (typeof grounds)[number]
    const { code } = await nobody((tx) => keepObjection(tx, real.canonical, ground))
    return code
  },
  uphold: (real) => opening(second, real, (report) => judge(report, real.id as string, true)),
  lift: (real) => opening(second, real, (report) => judge(report, real.id as string, false)),
  mark: async ({ id }) => id && person((tx) => mark(tx, id, 'platform', 'done')),
  gone: async ({ id }) => id && person((tx) => mark(tx, id, 'platform', 'removed')),
  lapse: () => db.under('reminder', (tx) => lapse(tx, '2999-01-01')),
}
/** What is tried by who must not: the reviewer who found it decides no objection, and nobody else decides anything. */
const trespasses: readonly ((real: Real) => Promise<unknown>)[] = [
  (real) => opening(people.officer, real, (report) => find(report, real.id as string, seen)),
  (real) => opening(people.lan, real, (report) => find(report, real.id as string, seen)),
  (real) => opening(first, real, (report) => judge(report, real.id as string, false)),
]

type Model = { stage: Stage; quiet: boolean; said: number; told: Record<string, number> }

/** What the table says of it. What was answered or lifted is not asked again for 90 days, and neither is an objection on the same ground. */
function follow(model: Model, act: Act, objections: number): void {
  const { leads, tells = [] } = table[act]
  const next = leads[model.stage]
  if (next === undefined || (act === 'report' && model.quiet)) return
  if (act === 'object' && objections >= grounds.length) return
  if (next !== model.stage) for (const kind of tells) model.told[kind] = (model.told[kind] ?? 0) + 1
  if (act === 'find') model.said += 1
  if (['mine', 'find_not', 'lift'].includes(act)) model.quiet = true
  model.stage = next
}

async function standing({ canonical }: Real) {
  const [now] = await rows(
    `select coalesce((select stage from impersonation where canonical = $1 and closed_at is null), 'none') as stage,
      (select answer from published where canonical = $1) as answer, (select objected_at is not null from published where canonical = $1) as objected,
      (select count(*)::int from impersonation_event e join impersonation i on i.id = e.impersonation where i.canonical = $1 and e.what = 'found') as said`,
    canonical,
  )
  // Of the reviewers one counts: the second, who may decide both.
  const told = await rows(
    `select n.kind, count(*)::int as n from notice n join impersonation i on i.id = n.about
     where i.canonical = $1 and n.person = any($2) group by n.kind`,
    ...[canonical, [people.lan.id, second.id]],
  )
  return { ...now, told: Object.fromEntries(told.map(({ kind, n }) => [kind, n])) }
}

const expected = ({ stage, said, told }: Model) => ({
  ...{ stage, said, told },
  answer: isSaid(stage) ? 'imitation' : null,
  objected: isSaid(stage) ? stage === 'objected' : null,
})

class Does implements fc.AsyncCommand<Model, Real> {
  readonly act: Act
  readonly times: number
  constructor(act: Act, times: number) {
    this.act = act
    this.times = times
  }
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    for (let n = 0; n < this.times; n++) {
      const before = model.stage
      if (this.act === 'report' && before === 'none') real.objections = 0
      follow(model, this.act, real.objections)
      await acts[this.act](real)
      if (this.act === 'uphold' && before === 'objected') real.objections += 1
    }
    if (real.id) for (const trespass of trespasses) if (this.times > 1) await trespass(real)
    expect(await standing(real)).toEqual(expected(model))
  }
  toString = () => (this.times > 1 ? `${this.act} ×${this.times}` : this.act)
}

let made = 0
test(`${sequences} sequences of acts lead where the table says: nothing twice, no notice skipped, none decides what they found`, async () => {
  // Those that lead on come oftener, so that most sequences get far.
  const often: readonly Act[] = ['report', 'not_mine', 'find', 'object', 'uphold', 'report', 'not_mine', 'find']
  const one = fc.constantFrom(...(Object.keys(table) as Act[]), ...often)
  const commands = [fc.tuple(one, fc.integer({ min: 1, max: 2 })).map(([act, times]) => new Does(act, times))]
  const whole = fc.asyncProperty(fc.commands(commands, { maxCommands: 9 }), async (run) => {
    const real: Real = { canonical: `https://mo-hinh-${++made}.vn/`, objections: 0 }
    const model: Model = { stage: 'none', quiet: false, said: 0, told: {} }
    await fc.asyncModelRun(() => ({ model, real }), run)
    // Wherever it stands, the person has a way out.
    if (model.stage !== 'none') {
      await acts.mine(real)
      expect(await standing(real)).toMatchObject({ stage: 'none', answer: null })
    }
  })
  await fc.assert(whole, { numRuns: sequences, endOnFailure: true })
}, 3_600_000)

test('from every stage the table leads on, by the person to an end, and by the register when nobody does anything', () => {
  for (const stage of stages) {
    const from = Object.values(table).filter(({ leads }) => leads[stage] !== undefined)
    expect([stage, from.length > 0]).toEqual([stage, true])
    if (stage === 'none') continue
    for (const by of ['person', 'register'])
      expect([stage, by, from.some((line) => line.by === by && line.leads[stage] === 'none')]).toEqual([
        stage,
        by,
        true,
      ])
  }
})
