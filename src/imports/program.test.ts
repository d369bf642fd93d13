import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { projectRoot } from '../project-root.ts'

// As an operator has it: `bin/chinhdanh import` in processes of its own, on a real database.

const folder = join(projectRoot, 'test/data/imports')
const own = mkdtempSync(join(tmpdir(), 'chinhdanh-import-'))
const { units_in_register, files } = JSON.parse(readFileSync(join(folder, 'expectations.json'), 'utf8'))
let empty: TestDatabase
let withUnits: TestDatabase

beforeAll(async () => {
  empty = await testDatabase()
  withUnits = await testDatabase()
  const units = units_in_register.map((code: string) => `${code},Đơn vị ${code}`).join('\n')
  expect(await run(withUnits, 'units', written('units.csv', `code,name\n${units}\n`))).toMatchObject({
    code: 0,
    last: { accepted: 7 },
  })
}, 120_000)
afterAll(async () => {
  rmSync(own, { recursive: true, force: true })
  await empty[Symbol.asyncDispose]()
  await withUnits[Symbol.asyncDispose]()
})

function written(name: string, text: string): string {
  const file = join(own, name)
  writeFileSync(file, text)
  return file
}

const program = join(projectRoot, 'bin/chinhdanh')
const envOf = (db: TestDatabase) => ({ ...process.env, DATABASE_URL: db.adminUrl, CHINHDANH_DATA: own })

function run(db: TestDatabase, ...args: readonly string[]) {
  return new Promise<{ code: number; last: unknown; said: string }>((done) => {
    execFile(program, ['import', ...args, '--json'], { env: envOf(db) }, (error, stdout, stderr) => {
      const last = stdout.trim().split('\n').at(-1)
      done({ code: Number(error?.code ?? 0), last: last ? JSON.parse(last) : undefined, said: stderr })
    })
  })
}

test('every file of the contract gives exactly what it must: done is 0, refused is 1', async () => {
  for (const { file, kind, outcome, reason, rows = 0, accepted = 0, rejected = [], warnings = {} } of files) {
    const last = { outcome, ...(reason ? { reason } : {}), rows, accepted, rejected, warnings }
    const db = kind === 'units' ? empty : withUnits
    const { code, last: told } = await run(db, kind, join(folder, file), '--dry-run')
    expect([file, code, told]).toEqual([file, outcome === 'refused' ? 1 : 0, last])
  }
  const { rows } = await empty.asSuperuser('select from unit union all select from import')
  expect(rows).toEqual([])
}, 300_000)

test('the rejected rows are written out where that is asked for, and nothing else is', async () => {
  const list = join(own, 'rejected.csv')
  const told = await run(withUnits, 'people', join(folder, 'b09-people-lost-zero.csv'), '--dry-run', '--rejected', list)
  expect(told.code).toBe(0)
  const lines = readFileSync(list, 'utf8').trim().split('\r\n')
  expect(lines.map((line) => line.split(',').at(-1))).toEqual([
    'Lý do không nhận',
    'bad_phone: số điện thoại không đúng',
    'bad_phone: số điện thoại không đúng',
  ])
  expect((await withUnits.asSuperuser('select from person')).rowCount).toBe(0)
}, 60_000)

test('wrong use is 2: no kind, no file, one that is not there', async () => {
  for (const args of [
    [],
    ['units'],
    ['pages', 'x.csv'],
    ['units', join(own, 'nowhere.csv')],
    ['units', own],
    ['units', 'a', 'b'],
  ])
    expect([args, await run(empty, ...args)]).toMatchObject([args, { code: 2, last: undefined }])
}, 120_000)

test('killed in the middle it leaves whole blocks, and the same command goes on', async () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => `N${n},Lê Thị Thử,DV01,x.com/thu_${n}\n`).join('')
  const file = written('many.csv', `person_id,full_name,unit_code,accounts\n${rows}`)
  const first = spawn(program, ['import', 'people', file, '--json'], { env: envOf(withUnits), detached: true })
  const ended = once(first, 'exit')
  for await (const piece of first.stderr) if (/Written: 3000 of/.test(String(piece))) break
  process.kill(-(first.pid as number), 'SIGKILL')
  await ended
  const counts = 'select count(*)::int as people, (select count(*)::int from draft) as drafts from person'
  const [{ people, drafts }] = (await withUnits.asSuperuser(counts)).rows
  expect([people % 1_000, people < 20_000, drafts]).toEqual([0, true, people])
  const { code, last, said } = await run(withUnits, 'people', file)
  expect([code, last]).toEqual([0, { outcome: 'accepted', rows: 20_000, accepted: 20_000, rejected: [], warnings: {} }])
  expect(said).toContain(`Written: ${people + 1_000} of 20000`)
  expect(said).not.toContain(`Written: ${people} of 20000`)
  expect((await withUnits.asSuperuser(counts)).rows).toEqual([{ people: 20_000, drafts: 20_000 }])
}, 300_000)
