import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { importFile } from '../import-file.ts'
import { listImports, takeBack } from './take-back.ts'

let db: TestDatabase
beforeEach(async () => {
  db = await testDatabase()
  await brought('units', 'code,parent_code,name\nDV01,,Gốc\nDV02,DV01,Nhánh\n')
})
afterEach(() => db[Symbol.asyncDispose]())

const brought = async (kind: 'units' | 'people' | 'accounts', text: string) =>
  (await importFile(db, { kind, bytes: Buffer.from(text) })).id as string
const rowsOf = async (text: string, ...values: unknown[]) => (await db.asSuperuser(text, values)).rows
const people = (...rows: readonly string[]) =>
  `person_id,full_name,office_title,unit_code,accounts\n${rows.join('\n')}\n`
const standing = () =>
  rowsOf('select p.ref, p.name, p.office, u.code from person p join unit u on u.id = p.unit order by p.ref')

test('what a file brought by command changed is set back, and whom it entered is taken away', async () => {
  await brought('people', people('N1,Lê A,Chuyên viên,DV01,', 'N2,Lê B,,DV01,'))
  const before = await standing()
  const id = await brought(
    'people',
    people('N1,Lê A Mới,Cán bộ,DV02,x.com/le_a', 'N2,Lê B,,DV01,x.com/le_b', 'N3,Lê C,,DV02,x.com/le_c'),
  )
  expect((await standing()).map(({ ref, code }) => [ref, code])).toEqual([
    ['N1', 'DV02'],
    ['N2', 'DV01'],
    ['N3', 'DV02'],
  ])
  expect(await takeBack(db, id)).toEqual({ kind: 'undone', rows: 3, kept: [] })
  expect(await standing()).toEqual(before)
  expect(
    await rowsOf('select id from draft union all select id from offered_account union all select id from notice'),
  ).toEqual([])
  expect(await takeBack(db, id)).toEqual({ kind: 'refused', code: 'undone_already' })
})

test('what was changed since, answered, or is in use stays and is listed', async () => {
  const id = await brought(
    'people',
    people('N1,Lê A,,DV01,x.com/le_a', 'N2,Lê B,,DV01,x.com/le_b', 'N3,Lê C,,DV01,x.com/le_c'),
  )
  await rowsOf("update person set office = 'Cán bộ' where ref = 'N1'")
  await rowsOf(
    "update offered_account set answer = 'not_mine', answered_at = now() where person = (select id from person where ref = 'N2')",
  )
  expect(await takeBack(db, id)).toEqual({
    kind: 'undone',
    rows: 3,
    kept: [
      { row: 2, reason: 'changed_since' },
      { row: 3, reason: 'in_use' },
    ],
  })
  expect((await standing()).map(({ ref }) => ref)).toEqual(['N1', 'N2'])
})

test('a tree goes back to how it hung, and accounts are offered no more', async () => {
  const units = await brought('units', 'code,parent_code,name\nDV03,DV01,Mới\nDV02,,Nhánh khác\n')
  expect(await takeBack(db, units)).toMatchObject({ kind: 'undone', kept: [] })
  expect(
    await rowsOf(
      'select u.code, u.name, above.code as above from unit u left join unit above on above.id = u.parent order by 1',
    ),
  ).toEqual([
    { code: 'DV01', name: 'Gốc', above: null },
    { code: 'DV02', name: 'Nhánh', above: 'DV01' },
  ])
  await brought('people', people('N1,Lê A,,DV01,'))
  const accounts = await brought('accounts', 'person_id,accounts\nN1,x.com/le_a\n')
  expect(await rowsOf('select kind from notice')).toEqual([{ kind: 'accounts_offered' }])
  expect(await takeBack(db, accounts)).toEqual({ kind: 'undone', rows: 1, kept: [] })
  expect(
    await rowsOf('select id from draft union all select id from offered_account union all select id from notice'),
  ).toEqual([])
})

test('only within seven days, and the list says until when', async () => {
  const id = await brought('people', people('N1,Lê A,,DV01,'))
  const [listed] = await listImports(db)
  expect(listed).toMatchObject({ id, kind: 'people', state: 'written', by: 'command_line', written: 1 })
  expect(Number(listed?.undo_until) - Date.now()).toBeGreaterThan(6.9 * 86_400_000)
  await rowsOf("update import set ended_at = now() - interval '8 days' where id = $1", id)
  expect(await takeBack(db, id)).toEqual({ kind: 'refused', code: 'undo_too_late' })
  expect(await takeBack(db, '0198c0de-0000-7000-8000-000000000000')).toEqual({ kind: 'refused', code: 'not_found' })
})

test('one that was cut off is taken back as far as it came, and the command that brought it does not go on', async () => {
  const many = people(...Array.from({ length: 1500 }, (_, n) => `N${n},Lê ${n},,DV01,`))
  await rowsOf(
    "create function stop() returns trigger language plpgsql as $$ begin if new.ref = 'N1200' then raise exception 'stop'; end if; return new; end $$",
  )
  await rowsOf('create trigger stop before insert on person for each row execute function stop()')
  await expect(brought('people', many)).rejects.toThrow('stop')
  const [{ id, state, written }] = await rowsOf("select id, state, written from import where kind = 'people'")
  expect([state, written]).toEqual(['writing', 1000])
  await rowsOf('drop trigger stop on person')
  expect(await takeBack(db, id)).toEqual({ kind: 'undone', rows: 1000, kept: [] })
  expect(await standing()).toEqual([])
  await brought('people', many)
  expect(await rowsOf("select state, written from import where kind = 'people' order by id")).toEqual([
    { state: 'undone', written: 1000 },
    { state: 'written', written: 1500 },
  ])
})
