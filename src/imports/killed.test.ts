import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../test/support/house.ts'
import { sized } from '../../test/support/long.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { projectRoot } from '../project-root.ts'
import { contentsOf } from './bulk/tests/register.ts'
import { act } from './life/store.ts'
import { uploads } from './tests/uploads.ts'

// Workers that are ended by the system in the middle, where they happen to be, and others that go on: each a process of its own.

const rows = sized(2_500, 8_000)
const list = `person_id,full_name,unit_code,accounts\n${Array.from({ length: rows }, (_, n) => `N${n},Lê Thị ${n},PM1,x.com/thu_${n}\n`).join('')}`

/** The worker as one file, as the house itself is built: where it lies it finds the project. */
const built = join(projectRoot, 'node_modules', '.worker-of-imports.mjs')
beforeAll(() =>
  build({
    entryPoints: [join(projectRoot, 'src/imports/tests/worker.ts')],
    ...{ outfile: built, bundle: true, platform: 'node', format: 'esm', packages: 'external' },
    ...{ jsx: 'automatic', jsxImportSource: 'preact' },
  }),
)
afterAll(() => rmSync(built, { force: true }))

const begun = new Set<ChildProcess>()
afterEach(() => {
  for (const child of begun) child.kill('SIGKILL')
  begun.clear()
})
const begin = (...args: readonly string[]) => {
  const child = spawn(process.execPath, [built, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  begun.add(child)
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function withFile() {
  const house = await testHouse()
  const people = await smallOrganisation(house.db)
  const boss = await people.person('Quản Trị', people.root.id)
  await people.grant(boss, 'administrator', null)
  const sends = await uploads(house, boss)
  const { body } = await sends.file('people', list)
  return { house, boss, sends, id: body.id as string }
}

const standing = async (house: TestHouse) =>
  (
    await house.db.asSuperuser(
      `select i.state, i.written, i.undone, (select count(*)::int from person where ref is not null) as people, (select count(*)::int from draft) as drafts,
       (select count(*)::int from offered_account) as offers, (select count(*)::int from roll r join person p on p.id = r.person where p.ref is not null) as roll from import i`,
    )
  ).rows[0]

const within = async (house: TestHouse, far: (now: Awaited<ReturnType<typeof standing>>) => boolean) => {
  for (let n = 0; n < 3_000; n++) {
    const now = await standing(house)
    if (far(now)) return now
    await sleep(20)
  }
  throw new Error(
    `it did not come so far: ${JSON.stringify(await standing(house))} ${JSON.stringify((await house.db.asSuperuser('select name, state, retry_count, heartbeat_on, output from pgboss.job')).rows)}`,
  )
}

test('killed at random, again and again, others go on: each block whole or not at all, nothing twice, and the same in the end', async () => {
  const one = await withFile()
  await using house = one.house
  await house.db.as(one.boss.id, (tx) => act(tx, 'import_confirm', one.id))
  let worker = begin(house.db.adminUrl, one.id, one.boss.id)
  let before = 0
  for (let kills = 0; kills < sized(1, 5); kills++) {
    await within(house, ({ written }) => written > before)
    await sleep(Math.random() * 400)
    await kill(worker)
    const now = await standing(house)
    expect([now.people, now.drafts, now.offers, now.roll]).toEqual(Array(4).fill(now.written))
    before = now.written
    worker = begin(house.db.adminUrl)
    if (before === rows) break
  }
  expect(await within(house, ({ state }) => state === 'written')).toMatchObject({
    written: rows,
    people: rows,
    drafts: rows,
  })
  await kill(worker)

  const other = await withFile()
  await using _undisturbed = other.house
  await other.sends.act(other.id, 'confirm')
  const left = async ({ house: { db }, boss }: typeof one) =>
    JSON.parse(JSON.stringify(await contentsOf(db)).replaceAll(boss.id, 'whoever brought it'))
  const [here, there] = [await left(one), await left(other)]
  for (const kind of Object.keys(there)) expect(here[kind], kind).toEqual(there[kind])

  // Taking back is killed as well, and goes on as well.
  await house.db.as(one.boss.id, (tx) => act(tx, 'import_undo', one.id))
  worker = begin(house.db.adminUrl, one.id, one.boss.id)
  await within(house, ({ undone }) => undone > 0)
  await sleep(Math.random() * 400)
  await kill(worker)
  const half = await standing(house)
  expect([half.people, half.drafts]).toEqual([rows - half.undone, rows - half.undone])
  worker = begin(house.db.adminUrl)
  expect(await within(house, ({ state }) => state === 'undone')).toMatchObject({ people: 0, drafts: 0, offers: 0 })
  await kill(worker)
}, 600_000)
