import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { projectRoot } from '../project-root.ts'

// As an operator has it: `bin/chinhdanh unit …` and `person …` in processes of their own.

const own = mkdtempSync(join(tmpdir(), 'chinhdanh-units-'))
let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(async () => {
  rmSync(own, { recursive: true, force: true })
  await db[Symbol.asyncDispose]()
})

type Said = { readonly code: number; readonly last: Record<string, string> }
function run(command: string, options: Record<string, string>): Promise<Said> {
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  const env = { ...process.env, DATABASE_URL: db.adminUrl, CHINHDANH_DATA: own }
  return new Promise((done) => {
    execFile(join(projectRoot, 'bin/chinhdanh'), [...command.split(' '), ...given, '--json'], { env }, (error, out) => {
      const last = out.trim().split('\n').at(-1)
      done({ code: Number(error?.code ?? 0), last: last ? JSON.parse(last) : {} })
    })
  })
}
const told = async (command: string, options: Record<string, string>) => {
  const { code, last } = await run(command, options)
  return [code, last.refused]
}

test('units are added, renamed, moved, merged and closed, and what is refused is named and leaves with 1', async () => {
  for (const [code, parent] of [['G'], ['A', 'G'], ['B', 'G'], ['C', 'A']] as const)
    expect((await run('unit add', { code, name: `Đơn vị ${code}`, ...(parent ? { parent } : {}) })).code).toBe(0)
  expect((await run('unit rename', { code: 'A', name: 'Tên mới' })).last).toEqual({ id: expect.any(String) })
  expect(await told('unit move', { code: 'A', parent: 'B', officers: 'end' })).toEqual([0, undefined])
  expect(await told('unit move', { code: 'A', parent: 'B', officers: 'x' })).toEqual([1, 'officers_unknown'])
  expect(await told('unit merge', { code: 'A', into: 'G', terms: 'move' })).toEqual([0, undefined])
  expect(await told('unit close', { code: 'A' })).toEqual([1, 'unit_closed'])
  expect(await told('unit close', { code: 'Z' })).toEqual([1, 'unit_not_found'])
  const { rows } = await db.asSuperuser('select code, closed_at is not null as closed from unit order by code')
  expect(rows.map(({ code, closed }) => [code, closed])).toEqual([
    ['A', true],
    ['B', false],
    ['C', false],
    ['G', false],
  ])
}, 120_000)

test('people are transferred, leave, return, change office and are away', async () => {
  const { last } = await run('person add', { unit: 'G', name: 'Nguyễn Văn A', office: 'Chuyên viên' })
  const person = last.id as string
  expect(await told('person transfer', { person, unit: 'C' })).toEqual([0, undefined])
  expect(await told('person transfer', { person, unit: 'A' })).toEqual([1, 'other_closed'])
  expect(await told('person office', { person, office: 'Trưởng phòng' })).toEqual([0, undefined])
  expect(await told('person absence', { person, kind: 'abroad', until: '2027-02-30' })).toEqual([
    1,
    'absence_dates_wrong',
  ])
  expect(await told('person absence', { person, kind: 'exempt', until: '2027-02-20', reason: 'age' })).toEqual([
    0,
    undefined,
  ])
  expect(await told('person leave', { person })).toEqual([0, undefined])
  expect(await told('person return', { person, unit: 'G' })).toEqual([0, undefined])
  expect(await told('person leave', { person: 'không phải id' })).toEqual([1, 'person_not_found'])
  const { rows } = await db.asSuperuser('select began, began_by from membership where person = $1 order by n', [person])
  expect(rows.map(({ began }) => began)).toEqual(['joined', 'transferred', 'office', 'returned'])
  expect(new Set(rows.map(({ began_by: by }) => by))).toEqual(new Set([null]))
}, 120_000)
