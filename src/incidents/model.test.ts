import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { sized } from '../../test/support/long.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { openRecord } from '../access-record/index.ts'
import { newId } from '../db/index.ts'
import { opening } from './officer.ts'
import { type Act, type Stage, stages, table } from './rules.ts'
import {
  answer,
  askHelp,
  confirm,
  dismiss,
  end,
  mark,
  raiseLate,
  reportByPhone,
  reportOwn,
  settleHelp,
} from './store.ts'

// Whatever is done in whatever order, the database does what the table of rules.ts says, and nothing a second time.

const sequences = sized(500, 20_000)

let db: TestDatabase
let people: Awaited<ReturnType<typeof smallOrganisation>>
beforeAll(async () => {
  db = await testDatabase()
  people = await smallOrganisation(db)
  const above = await people.person('Cán Bộ Trên', people.root.id)
  await people.grant(above, 'officer', people.root.id)
})
afterAll(() => db[Symbol.asyncDispose]())

type Page = { readonly id: string; readonly canonical: string }
const rows = async (text: string, ...values: unknown[]) => (await db.asSuperuser(text, values)).rows

const openOf = async (page: Page): Promise<string> =>
  (await rows('select id from incident where declaration = $1 and closed_at is null', page.id))[0]?.id ?? newId()
const asOwner = <T>(act: Parameters<typeof db.as<T>>[1]) => db.as(people.lan.id, act)
const asOfficer = <T>(act: Parameters<typeof db.as<T>>[1]) => db.as(people.officer.id, act)

const acts: Readonly<Record<Act, (page: Page) => Promise<unknown>>> = {
  press: (page) => asOwner((tx) => reportOwn(tx, [page.id], 'taken_over', 'web')),
  phone: (page) =>
    asOfficer(async (tx) => {
      const opened = await openRecord(tx, people.lan.id, 'asked_by_person', 'web')
      return opened.kind === 'opened' && reportByPhone(opened.record, [page.id], 'misused')
    }),
  ask: async (page) => {
    await db.showing(Buffer.alloc(32), (tx) => askHelp(tx, page.canonical, 'locked_out'))
    await db.under('reminder', settleHelp)
  },
  confirm: async (page) => {
    const id = await openOf(page)
    return asOfficer((tx) => opening(tx, id, 'web', (record) => confirm(record, id)))
  },
  dismiss: async (page) => {
    const id = await openOf(page)
    return asOfficer((tx) => opening(tx, id, 'web', ({ tx: inside }) => dismiss(inside, id)))
  },
  answer: async (page) => {
    const id = await openOf(page)
    return asOfficer((tx) => answer(tx, id))
  },
  mark: async (page) => {
    const id = await openOf(page)
    return asOwner((tx) => mark(tx, id, 'platform', 'done'))
  },
  officer_mark: async (page) => {
    const id = await openOf(page)
    return asOfficer((tx) => opening(tx, id, 'web', ({ tx: inside }) => mark(inside, id, 'authority', 'printed')))
  },
  late: async (page) => {
    await rows(
      "update incident set due_at = now() - interval '1 second' where declaration = $1 and closed_at is null",
      page.id,
    )
    return db.under('reminder', raiseLate)
  },
  prove: async (page) => {
    const id = newId()
    await rows(
      "insert into proof (id, declaration, person, method, token, made_at) values ($1, $2, $3, 'dns-txt', $4, now() + interval '1 second')",
      ...[id, page.id, people.lan.id, id],
    )
    await rows("update proof set state = 'found', found_at = now() where id = $1", id)
  },
  give_up: async (page) => {
    const id = await openOf(page)
    return asOwner((tx) => end(tx, id, 'lost', 'web'))
  },
  false_alarm: async (page) => {
    const id = await openOf(page)
    return asOwner((tx) => end(tx, id, 'false_alarm', 'web'))
  },
}

type Model = {
  stage: Stage
  page: 'active' | 'frozen' | 'lost'
  quiet: boolean
  raised: boolean
  freezes: number
  told: Record<string, number>
}

/** What the table says of it. What was nothing is not asked again on the same day; a page that is lost is lost. */
function follow(model: Model, act: Act): void {
  const { leads, page, tells = [] } = table[act]
  const next = leads[model.stage]
  if (next === undefined || model.page === 'lost' || (act === 'ask' && model.quiet)) return
  const moves = next !== model.stage
  if (moves || act === 'late') for (const kind of tells) model.told[kind] = (model.told[kind] ?? 0) + 1
  // What had gone up is frozen by the officer below: the one above, who answers too, is told.
  if (moves && model.raised && (act === 'phone' || act === 'confirm'))
    model.told.incident_task = (model.told.incident_task ?? 0) + 1
  model.raised = next !== 'none' && (model.raised || act === 'late')
  if (moves && (act === 'dismiss' || act === 'false_alarm')) model.quiet = true
  if (page === 'frozen') model.freezes += 1
  if (page) model.page = page === 'thawed' ? 'active' : page
  model.stage = next
}

async function standing(page: Page) {
  const [now] = await rows(
    `select coalesce((select stage from incident where declaration = d.id and closed_at is null), 'none') as stage, v.state,
      (select count(*)::int from declaration_version f where f.declaration = d.id and f.state = 'frozen') as freezes,
      (select count(*)::int from receipt r where r.declaration = d.id and r.act = 'hijack_reported') as receipts,
      (select answer from published where declaration = d.id) as answer
     from declaration d join declaration_version v on v.id = d.current_version where d.id = $1`,
    page.id,
  )
  const told = await rows(
    'select n.kind, count(*)::int as n from notice n join incident i on i.id = n.about where i.declaration = $1 group by n.kind',
    page.id,
  )
  return { ...now, told: Object.fromEntries(told.map(({ kind, n }) => [kind, n])) }
}

const publicly = { active: 'confirmed', frozen: 'suspended', lost: null } as const
const expected = ({ stage, page, freezes, told }: Model) => ({
  ...{ stage, state: page, freezes, receipts: freezes, answer: publicly[page], told },
})

class Does implements fc.AsyncCommand<Model, Page> {
  readonly act: Act
  readonly times: number
  constructor(act: Act, times: number) {
    this.act = act
    this.times = times
  }
  check = () => true
  async run(model: Model, page: Page): Promise<void> {
    for (let n = 0; n < this.times; n++) {
      follow(model, this.act)
      await acts[this.act](page)
    }
    expect(await standing(page)).toEqual(expected(model))
  }
  toString = () => (this.times > 1 ? `${this.act} ×${this.times}` : this.act)
}

let made = 0
test(`${sequences} sequences of acts lead where the table says: nothing twice, no notice skipped, no dead end`, async () => {
  const commands = (Object.keys(table) as Act[]).map((act) =>
    fc.integer({ min: 1, max: 2 }).map((times) => new Does(act, times)),
  )
  const whole = fc.asyncProperty(fc.commands(commands, { maxCommands: 9 }), async (run) => {
    const page = await declared(db, people.lan, `https://mo-hinh-${++made}.vn/`, {
      visibility: 'confirmable',
      level: 2,
    })
    const model: Model = { stage: 'none', page: 'active', quiet: false, raised: false, freezes: 0, told: {} }
    await fc.asyncModelRun(() => ({ model, real: page }), run)
    // Wherever it stands, its owner has a way out.
    if (model.stage !== 'none') {
      await acts.give_up(page)
      expect(await standing(page)).toMatchObject({ stage: 'none', state: 'lost', answer: null })
    }
    await rows('update declaration set ended_at = coalesce(ended_at, now()) where id = $1', page.id)
  })
  await fc.assert(whole, { numRuns: sequences, endOnFailure: true })
}, 3_600_000)

test('from every stage the table leads on, by somebody who is there, and to an end', () => {
  for (const stage of stages) {
    const from = Object.values(table).filter(({ leads }) => leads[stage] !== undefined)
    expect([stage, from.length > 0]).toEqual([stage, true])
    if (stage === 'none') continue
    expect([stage, from.some(({ by, leads }) => by === 'owner' && leads[stage] === 'none')]).toEqual([stage, true])
    expect([stage, from.some(({ by }) => by === 'register')]).toEqual([stage, true])
  }
})
