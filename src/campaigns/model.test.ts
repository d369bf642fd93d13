import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { sized } from '../../test/support/long.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { newId } from '../db/index.ts'
import { type Act, acts, type State, table } from './rules.ts'
import { atWork, gatherSome, insertCampaign, moveCampaign, sendWave } from './store.ts'

// Whatever is pressed, done and cut off in whatever order: the database does what the table of rules.ts says, tells nobody twice a step, and
// nobody who has done it, while it does not run, or beyond the cap.

/** So many in `npm test`, so many in a night's `npm run test:long`. */
const sequences = sized(500, 20_000)

let db: TestDatabase
let people: Awaited<ReturnType<typeof smallOrganisation>>
const members: string[] = []
const rows = async (text: string, ...values: unknown[]) => (await db.asSuperuser(text, values)).rows
beforeAll(async () => {
  db = await testDatabase()
  people = await smallOrganisation(db)
  for (const n of [1, 2, 3]) members.push((await people.person(`Người ${n}`, people.north.id)).id)
})
afterAll(() => db[Symbol.asyncDispose]())

type Step =
  | { readonly do: Act | 'next day' | 'gather' | 'wave' | 'wave that dies' | 'late wave' }
  | { readonly do: 'done'; readonly who: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...acts).map((one) => ({ do: one })) },
  {
    weight: 8,
    arbitrary: fc
      .constantFrom('next day', 'gather', 'wave', 'wave that dies', 'late wave')
      .map((one) => ({ do: one }) as Step),
  },
  { weight: 2, arbitrary: fc.nat(2).map((who) => ({ do: 'done' as const, who })) },
)

type Model = {
  state: State
  gathered: boolean
  day: number
  waves: number
  done: Set<string>
  told: Map<string, number[]>
  rows: Map<string, { step: number; due: number } | 'settled'>
}
const steps = 2
const gap = 3
const dayAt = (n: number) => new Date(Date.UTC(2026, 5, 1) + n * 86_400_000).toISOString().slice(0, 10)

/** What a wave does to the model; how many it tells. */
function waved(model: Model): number {
  if (model.state !== 'running' || !model.gathered) return 0
  model.waves += 1
  let told = 0
  for (const [who, row] of model.rows) {
    if (row === 'settled' || row.due > model.day) continue
    if (model.done.has(who)) model.rows.set(who, 'settled')
    else {
      told += 1
      model.told.set(who, [...(model.told.get(who) ?? []), row.step])
      model.rows.set(who, row.step < steps ? { step: row.step + 1, due: model.day + gap } : 'settled')
    }
  }
  if ([...model.rows.values()].every((row) => row === 'settled')) model.state = 'done'
  return told
}

test(`${sequences} sequences of acts, days, waves and deaths`, async () => {
  const sequence = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (plan) => {
    await rows("update roll set attestation = case when person = any ($1) then 'due' else 'never_asked' end", members)
    await rows('delete from campaign_message; delete from campaign')
    const id = newId()
    const choice = { steps, gap_days: gap, per_wave: 10, wave_minutes: 15, per_day: 100, from_hour: 8, until_hour: 20 }
    await db.as(people.officer.id, (tx) =>
      insertCampaign(tx, id, people.north.id, { task: 'attest', whom: 'due', guidance: null, days: 'all', ...choice }),
    )
    const model: Model = {
      state: 'draft',
      gathered: false,
      day: 0,
      waves: 0,
      done: new Set(),
      told: new Map(),
      rows: new Map(),
    }
    const seen = async () =>
      (await db.under('reminder', (tx) => atWork(tx, dayAt(model.day)))).find((one) => one.id === id)?.waves ??
      model.waves
    for (const one of plan) {
      const day = dayAt(model.day)
      if (one.do === 'next day') model.day += 1
      else if (one.do === 'done') {
        model.done.add(members[one.who] as string)
        await rows("update roll set attestation = 'attested' where person = $1", members[one.who])
      } else if (one.do === 'gather') {
        while (await db.under('reminder', (tx) => gatherSome(tx, id, day, 2)));
        if (model.state === 'running' && !model.gathered) {
          model.gathered = true
          for (const who of members) if (!model.done.has(who)) model.rows.set(who, { step: 1, due: model.day })
        }
      } else if (one.do === 'wave') {
        const n = await seen()
        expect(await db.under('reminder', (tx) => sendWave(tx, id, n, day, 10))).toBe(waved(model))
      } else if (one.do === 'wave that dies') {
        const n = await seen()
        const dies = db.under('reminder', async (tx) => {
          await sendWave(tx, id, n, day, 10)
          throw new Error('killed')
        })
        await expect(dies).rejects.toThrow('killed')
      } else if (one.do === 'late wave') {
        const n = await seen()
        expect(await db.under('reminder', (tx) => sendWave(tx, id, n - 1, day, 10))).toBe(0)
      } else {
        const { leads, is } = table[one.do]
        const next = leads[model.state]
        const said = await db.as(people.officer.id, (tx) => moveCampaign(tx, id, one.do as Act))
        expect([one.do, model.state, said]).toEqual([
          one.do,
          model.state,
          next || model.state === is ? 'moved' : 'campaign_not_so',
        ])
        if (next) model.state = next
      }
      const [now] = await rows('select state, told, waves from campaign where id = $1', id)
      const told = [...model.told.values()].flat().length
      expect({ ...now, after: one.do }).toEqual({ state: model.state, told, waves: model.waves, after: one.do })
    }
    const notices = await rows("select person, key from notice where key like $1 || '.%' order by person, key", id)
    const wanted = [...model.told].flatMap(([person, all]) => all.map((n) => ({ person, key: `${id}.${n}` })))
    expect(notices).toEqual(wanted.sort((a, b) => `${a.person}${a.key}`.localeCompare(`${b.person}${b.key}`)))
  })
  await fc.assert(sequence, { numRuns: sequences, seed: 20261130 })
}, 600_000)
