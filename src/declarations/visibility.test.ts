import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { recognise } from '../addresses/index.ts'
import { newId, type Tx } from '../db/index.ts'
import { changeVisibility, inOneGo } from './change-visibility.ts'
import { declare } from './file.ts'
import type { KeptAddress, Manager, Shows, Visibility } from './types.ts'

let db: TestDatabase
let lan: { id: string; name: string }

beforeAll(async () => {
  db = await testDatabase()
  lan = (await smallOrganisation(db)).lan
})
afterAll(() => db[Symbol.asyncDispose]())

async function declared(canonical: string, manager: Manager = 'alone'): Promise<string> {
  const address = recognise(canonical).address as KeptAddress
  const filed = await db.as(lan.id, (tx) =>
    declare(tx, lan.id, { id: newId(), address, typed: canonical, manager }, 'web'),
  )
  if (filed.kind !== 'filed') throw new Error(filed.kind)
  return filed.id
}

const level = (id: string, n: number) =>
  db.asSuperuser("insert into level_step (id, declaration, level, reason) values ($1, $2, $3, 'proof_found')", [
    newId(),
    id,
    n,
  ])

const change = (id: string, visibility: Visibility, shows?: Shows) => (tx: Tx) =>
  changeVisibility(tx, lan.id, id, { visibility, shows }, 'web')

const answers = (canonical: string) =>
  db.under('asker', (tx) =>
    tx
      .selectFrom('published')
      .select(['answer', 'level', 'name', 'office'])
      .where('canonical', '=', canonical)
      .execute(),
  )

describe('the public answer', () => {
  test('is there as soon as a proven page is made confirmable, and gone as soon as it is private again', async () => {
    const id = await declared('https://cong-khai.vn/')
    await level(id, 2)
    expect(await answers('https://cong-khai.vn/')).toEqual([])
    await db.as(lan.id, change(id, 'confirmable'))
    expect(await answers('https://cong-khai.vn/')).toEqual([
      { answer: 'confirmed', level: 2, name: null, office: null },
    ])
    await db.as(lan.id, change(id, 'private'))
    expect(await answers('https://cong-khai.vn/')).toEqual([])
  })

  test('changes in the transaction of the act: what is rolled back was never public', async () => {
    const id = await declared('https://quay-lai.vn/')
    await level(id, 1)
    const undone = db.as(lan.id, async (tx) => {
      await change(id, 'confirmable')(tx)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await answers('https://quay-lai.vn/')).toEqual([])
  })

  test('names exactly what was chosen', async () => {
    const id = await declared('https://neu-ten.vn/')
    await level(id, 2)
    await db.as(lan.id, change(id, 'confirmable', 'name'))
    expect(await answers('https://neu-ten.vn/')).toMatchObject([{ name: 'Nguyễn Thị Lan', office: null }])
    await db.as(lan.id, change(id, 'confirmable', 'name_and_office'))
    expect(await answers('https://neu-ten.vn/')).toMatchObject([{ office: 'Chuyên viên, Phòng Mẫu 1' }])
    await db.as(lan.id, change(id, 'confirmable', 'nothing'))
    expect(await answers('https://neu-ten.vn/')).toMatchObject([{ name: null, office: null }])
  })

  test('names the unit, never the person, for a page that is run for a unit', async () => {
    const id = await declared('https://cua-don-vi.vn/', 'unit')
    await level(id, 2)
    await db.as(lan.id, change(id, 'confirmable', 'name_and_office'))
    expect(await answers('https://cua-don-vi.vn/')).toMatchObject([{ name: 'Phòng Mẫu 1', office: null }])
  })
})

describe('a declaration', () => {
  test('does not leave private at level 0', async () => {
    const id = await declared('https://muc-khong.vn/')
    expect(await db.as(lan.id, change(id, 'confirmable'))).toEqual({ kind: 'level_too_low' })
    expect(await db.as(lan.id, change(id, 'listed'))).toEqual({ kind: 'level_too_low' })
  })

  test('sees a level that falls at the same moment, and does not become public on the old one', async () => {
    const id = await declared('https://dang-roi.vn/')
    await level(id, 2)
    const checker = new pg.Client({ connectionString: db.adminUrl, options: '-c search_path=register,public' })
    await checker.connect()
    await checker.query('begin')
    await checker.query("insert into level_step (id, declaration, level, reason) values ($1, $2, 0, 'proof_missed')", [
      newId(),
      id,
    ])
    const asked = db.as(lan.id, change(id, 'confirmable'))
    await new Promise((resolve) => setTimeout(resolve, 200))
    await checker.query('commit')
    await checker.end()
    expect(await asked).toEqual({ kind: 'level_too_low' })
  })

  test('that has ended is not changed any more', async () => {
    const id = await declared('https://da-dong.vn/')
    await level(id, 2)
    await db.asSuperuser(
      `insert into declaration_version (id, declaration, n, state, visibility, shows, manager, channel)
       values ($1, $2, 2, 'closed', 'private', 'nothing', 'alone', 'web')`,
      [newId(), id],
    )
    expect(await db.as(lan.id, change(id, 'confirmable'))).toEqual({ kind: 'declaration_ended' })
  })

  test('keeps every version it ever had', async () => {
    const id = await declared('https://lich-su.vn/')
    await level(id, 2)
    await db.as(lan.id, change(id, 'confirmable', 'name'))
    await db.as(lan.id, change(id, 'private'))
    const { rows } = await db.asSuperuser(
      'select n, visibility, shows from declaration_version where declaration = $1 order by n',
      [id],
    )
    expect(rows).toEqual([
      { n: 1, visibility: 'private', shows: 'nothing' },
      { n: 2, visibility: 'confirmable', shows: 'name' },
      { n: 3, visibility: 'private', shows: 'name' },
    ])
  })
})

test('an act that met a check in the middle begins again, once', async () => {
  let times = 0
  const act = (code: string, failures: number) => async (tx: Tx) => {
    times++
    if (times <= failures)
      await sql.raw(`do $$ begin raise exception 'met' using errcode = '${code}'; end $$`).execute(tx)
    return times
  }
  expect(await inOneGo(db, lan.id, act('40P01', 1))).toBe(2)
  times = 0
  await expect(inOneGo(db, lan.id, act('23505', 2))).rejects.toThrow('met')
  times = 0
  await expect(inOneGo(db, lan.id, act('23514', 1))).rejects.toThrow('met')
  expect(times).toBe(1)
})
