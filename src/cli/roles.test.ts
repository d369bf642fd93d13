import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { projectRoot } from '../project-root.ts'

// As an operator has it: `bin/chinhdanh role …` in processes of their own.

const own = mkdtempSync(join(tmpdir(), 'chinhdanh-roles-'))
let db: TestDatabase
let people: Awaited<ReturnType<typeof smallOrganisation>>
beforeAll(async () => {
  db = await testDatabase()
  people = await smallOrganisation(db)
})
afterAll(async () => {
  rmSync(own, { recursive: true, force: true })
  await db[Symbol.asyncDispose]()
})

function run(command: string, ...given: string[]): Promise<{ readonly code: number; readonly out: string }> {
  const env = { ...process.env, DATABASE_URL: db.adminUrl, CHINHDANH_DATA: own }
  return new Promise((done) => {
    execFile(join(projectRoot, 'bin/chinhdanh'), [...command.split(' '), ...given], { env }, (error, out) =>
      done({ code: Number(error?.code ?? 0), out: out.trim() }),
    )
  })
}
const last = ({ out }: { readonly out: string }) => JSON.parse(out.split('\n').at(-1) ?? '')

test('roles are granted for a term, listed and ended; nobody agrees at the machine', async () => {
  const lan = ['--person', people.lan.id, '--unit', 'PM1']
  const granted = await run('role grant', ...lan, '--role', 'overseer', '--to', '2030-12-31', '--json')
  expect([granted.code, last(granted)]).toEqual([0, { id: expect.any(String), state: 'active' }])
  const dated = await run('role grant', ...lan, '--role', 'officer', '--from', '2020-01-01', '--json')
  expect([dated.code, last(dated).refused]).toEqual([1, 'role_dates_wrong'])
  expect(last(await run('role grant', ...lan, '--role', 'reviewer', '--json')).state).toBe('proposed')

  const listed = last(await run('role list', '--unit', 'PM1', '--json'))
  expect(listed.roles.map(({ role, name }: { role: string; name: string }) => [role, name])).toEqual([
    ['overseer', 'Nguyễn Thị Lan'],
    ['officer', 'Lê Văn C'],
  ])
  expect((await run('role list', '--show', 'proposed')).out).toBe(
    `reviewer\tPM1\tproposed\t${people.lan.id}\tNguyễn Thị Lan`,
  )

  const ended = await run('role end', ...lan, '--role', 'overseer', '--json')
  expect([ended.code, last(ended)]).toEqual([0, { id: last(granted).id }])
  expect(last(await run('role end', ...lan, '--role', 'overseer', '--json')).refused).toBe('role_not_held')
  expect((await run('role agree', '--person', people.lan.id)).code).toBe(2)
}, 120_000)
