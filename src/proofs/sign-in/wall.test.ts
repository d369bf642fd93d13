import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionOf } from '../../../test/house/wall.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { smallOrganisation } from '../../../test/support/people.ts'
import { newId } from '../../db/index.ts'

// What the database itself holds about a way back, whatever the program does.

let db: TestDatabase
let people: Awaited<ReturnType<typeof smallOrganisation>>
beforeAll(async () => {
  db = await testDatabase()
  people = await smallOrganisation(db)
})
afterAll(() => db[Symbol.asyncDispose]())

/** A proof of Lan in this state, by this method. */
async function proofOf(method = 'sign-in', state = 'waiting') {
  const [declaration, proof] = [newId(), newId()]
  await db.asSuperuser(
    "insert into declaration (id, person, platform, kind, canonical, typed) values ($1, $2, 'website', 'website', $3, 'x')",
    [declaration, people.lan.id, `https://${declaration}.example.com/`],
  )
  await db.asSuperuser(
    'insert into proof (id, declaration, person, method, token, state) values ($1, $2, $3, $4, $5, $6)',
    [proof, declaration, people.lan.id, method, proof, state],
  )
  return proof
}
const begin = "insert into proof_sign_in (hash, proof, provider, sealed) values (sha256($1::text::bytea), $2, 'x', '')"
const spend = 'update proof_sign_in set used_at = now() where hash = sha256($1::text::bytea)'

async function as<T>(person: { id: string }, act: (run: Awaited<ReturnType<typeof sessionOf>>) => Promise<T>) {
  await using session = await sessionOf(db, 'app')
  await session.begin(person.id)
  const answer = await act(session)
  await session.run('commit').catch(() => {})
  return answer
}

test('a way back is opened only for a waiting proof of one’s own that is shown by signing in', async () => {
  const [mine, other, found] = [await proofOf(), await proofOf('dns-txt'), await proofOf('sign-in', 'found')]
  expect(await as(people.lan, (s) => s.sees(begin, ['a', mine]))).toBe(1)
  for (const proof of [other, found]) expect(await as(people.lan, (s) => s.sees(begin, ['b', proof]))).toBe('42501')
  expect(await as(people.binh, (s) => s.sees(begin, ['c', mine]))).toBe('42501')
})

test('nobody says how long it stays open, or for whom', async () => {
  const mine = await proofOf()
  for (const column of ['expires_at', 'made_at', 'used_at'])
    expect(
      await as(people.lan, (s) =>
        s.sees(
          `insert into proof_sign_in (hash, proof, provider, sealed, ${column}) values ('d', $1, 'x', '', now())`,
          [mine],
        ),
      ),
    ).toBe('42501')
  const text = "insert into proof_sign_in (hash, proof, provider, sealed, person) values ('e', $1, 'x', '', $2)"
  expect(await as(people.lan, (s) => s.sees(text, [mine, people.lan.id]))).toBe('42501')
})

test('it is used once, by its person, in time, and never again opened', async () => {
  const mine = await proofOf()
  await as(people.lan, (s) => s.sees(begin, ['once', mine]))
  expect(await as(people.binh, (s) => s.sees(spend, ['once']))).toBe(0)
  expect(await as(people.lan, (s) => s.sees(spend, ['once']))).toBe(1)
  expect(await as(people.lan, (s) => s.sees(spend, ['once']))).toBe(0)
  const reopen = 'update proof_sign_in set used_at = null where hash = sha256($1::text::bytea)'
  expect(await as(people.lan, (s) => s.sees(reopen, ['once']))).toBe(0)
  await as(people.lan, (s) => s.sees(begin, ['late', mine]))
  await db.asSuperuser("update proof_sign_in set expires_at = now() - interval '1 second'")
  expect(await as(people.lan, (s) => s.sees(spend, ['late']))).toBe(0)
})

test('the checker may sweep what is over and sees nothing else of it', async () => {
  const mine = await proofOf()
  await as(people.lan, (s) => s.sees(begin, ['open', mine]))
  await using checker = await sessionOf(db, 'checker')
  expect(await checker.sees('select proof from proof_sign_in')).toBe('42501')
  const before = (await db.asSuperuser('select count(*)::int n from proof_sign_in where expires_at > now()')).rows[0].n
  await checker.run('delete from proof_sign_in')
  const { rows } = await db.asSuperuser('select count(*)::int n from proof_sign_in where expires_at > now()')
  expect([before > 0, rows[0].n]).toEqual([true, before])
})
