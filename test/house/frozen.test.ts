import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/db/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { smallOrganisation } from '../support/people.ts'
import { declared } from './declared.ts'
import { sessionOf } from './wall.ts'

let db: TestDatabase
let lan: { readonly id: string }
let page: { readonly id: string }
beforeAll(async () => {
  db = await testDatabase()
  lan = (await smallOrganisation(db)).lan
  page = await declared(db, lan, 'https://lan.example.com/', { visibility: 'confirmable', level: 2 })
  await newVersion('frozen', 'check').then(({ sql, values }) => db.asSuperuser(sql, values))
})
afterAll(() => db[Symbol.asyncDispose]())

/** The version in force once more, in another state, as some role would write it. */
async function newVersion(state: string, channel: string) {
  const { rows } = await db.asSuperuser('select max(n) as n from declaration_version where declaration = $1', [page.id])
  const columns = 'id, declaration, person, n, state, visibility, shows, manager, channel'
  return {
    sql: `insert into declaration_version (${columns}) values ($1, $2, $3, $4, $5, 'confirmable', 'nothing', 'alone', $6)`,
    values: [newId(), page.id, lan.id, rows[0].n + 1, state, channel],
  }
}

async function writes(state: string, channel: string): Promise<number | string> {
  await using app = await sessionOf(db, 'app')
  await app.begin(lan.id)
  const { sql, values } = await newVersion(state, channel)
  return await app.sees(sql, values)
}

test('whoever owns a frozen page cannot make it active by a version of their own', async () => {
  expect(await writes('active', 'web')).toBe('42501')
})

test('they may still change who may know of it, and close it', async () => {
  expect(await writes('frozen', 'web')).toBe(1)
  expect(await writes('closed', 'web')).toBe(1)
})

test('nobody but the check says that a version came by a check, and the check says nothing else', async () => {
  expect(await writes('frozen', 'check')).toBe('42501')
  await using checker = await sessionOf(db, 'checker')
  const { sql, values } = await newVersion('active', 'web')
  const asChecker = sql.replace('declaration, person,', 'declaration,').replace('$2, $3, $4, $5', '$2, $3, $4')
  const mine = (channel: string) =>
    checker.sees(asChecker.replace("'alone', $6", "'alone', $5"), [newId(), values[1], values[3], 'active', channel])
  expect(await mine('web')).toBe('42501')
  expect(await mine('check')).toBe(1)
})
