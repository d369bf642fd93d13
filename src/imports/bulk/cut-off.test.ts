import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/support/database.ts'
import { projectRoot } from '../../project-root.ts'
import { importFile } from '../index.ts'
import { bytesOf, files, wallsOf, withUnits } from './tests/register.ts'

// As an operator has it: `bin/chinhdanh import … --bulk`, ended in the middle.

const folder = files()
afterAll(() => folder[Symbol.dispose]())
let db: TestDatabase
let before: unknown
beforeEach(async () => {
  db = await withUnits()
  before = await wallsOf(db)
  return () => db[Symbol.asyncDispose]()
})

const many = (rows: number) =>
  folder.write(
    `person_id,full_name,unit_code,accounts\n${Array.from({ length: rows }, (_, n) => `N${n},Lê Thị Thử,DV01,x.com/thu_${n}\n`).join('')}`,
  )
const program = join(projectRoot, 'bin/chinhdanh')
const env = () => ({ ...process.env, DATABASE_URL: db.adminUrl, CHINHDANH_DATA: '/nonexistent' })
const begin = (file: string) =>
  spawn(program, ['import', 'people', file, '--bulk', '--json'], { env: env(), detached: true })
async function said(child: ChildProcess, line: RegExp): Promise<void> {
  for await (const piece of child.stderr ?? []) if (line.test(String(piece))) return
}
const counts = `select (select count(*)::int from person) as person, (select count(*)::int from roll) as roll, (select count(*)::int from membership) as membership,
  (select count(*)::int from offered_account) as offered, (select count(*)::int from draft) as draft, (select count(*)::int from import where kind = 'people') as import`
const nobody = { person: 0, roll: 0, membership: 0, offered: 0, draft: 0, import: 0 }
const sessions =
  "select pid from pg_stat_activity where datname = current_database() and application_name in ('chinhdanh owner', 'chinhdanh loader')"
async function untilGone(): Promise<void> {
  while ((await db.asSuperuser(sessions)).rowCount !== 0) await sleep(50)
}

test.each(['Read: ', 'Building: '])(
  'killed in an empty register, after “%s”, it leaves nothing, and the wall as it was',
  async (line) => {
    const child = begin(many(150_000))
    const ended = once(child, 'exit')
    await said(child, new RegExp(line))
    process.kill(-(child.pid as number), 'SIGKILL')
    await ended
    await untilGone()
    expect((await db.asSuperuser(counts)).rows).toEqual([nobody])
    expect(await wallsOf(db)).toEqual(before)
  },
  120_000,
)

test('cut off by the database in an empty register it fails, and leaves nothing, and the wall as it was', async () => {
  const child = begin(many(150_000))
  const ended = once(child, 'exit')
  await said(child, /Read: /)
  expect((await db.asSuperuser(`select pg_terminate_backend(pid) from (${sessions}) s`)).rowCount).toBe(1)
  expect((await ended)[0]).toBe(3)
  await untilGone()
  expect((await db.asSuperuser(counts)).rows).toEqual([nobody])
  expect(await wallsOf(db)).toEqual(before)
}, 120_000)

test('killed in a full register it leaves whole blocks, and the same command goes on', async () => {
  await importFile(db, { kind: 'people', bytes: bytesOf('person_id,full_name,unit_code\nX1,Có Trước,DV01\n') })
  const file = many(60_000)
  const child = begin(file)
  const ended = once(child, 'exit')
  const some =
    "select count(*)::int as people, (select count(*)::int from draft) as drafts, (select max(written) from import where rows = 0) as written from person where ref like 'N%'"
  for (;;) {
    const { written } = (await db.asSuperuser(some)).rows[0]
    if (written > 0) break
    await sleep(20)
  }
  process.kill(-(child.pid as number), 'SIGKILL')
  await ended
  await untilGone()
  const { people, drafts, written } = (await db.asSuperuser(some)).rows[0]
  expect([people > 0, people < 60_000, drafts, written]).toEqual([true, true, people, people])
  const last = await new Promise((done) => {
    execFile(program, ['import', 'people', file, '--bulk', '--json'], { env: env() }, (_, out) =>
      done(JSON.parse(out.trim().split('\n').at(-1) ?? '')),
    )
  })
  expect(last).toEqual({ outcome: 'accepted', rows: 60_000, accepted: 60_000, rejected: [], warnings: {} })
  expect((await db.asSuperuser(counts)).rows).toEqual([
    { ...nobody, person: 60_001, roll: 60_001, membership: 60_001, offered: 60_000, draft: 60_000, import: 2 },
  ])
  const { rows } = await db.asSuperuser(
    "select rows, accepted, written, ended_at is not null as ended from import where rows > 1 and kind = 'people'",
  )
  expect(rows).toEqual([{ rows: 60_000, accepted: 60_000, written: 60_000, ended: true }])
  expect(await wallsOf(db)).toEqual(before)
}, 120_000)
