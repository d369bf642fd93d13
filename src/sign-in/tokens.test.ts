import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { createToken } from './by-operator.ts'
import { identify } from './identify.ts'
import { newToken } from './tokens.ts'

const db = await testDatabase()
const { lan, binh } = await smallOrganisation(db)

test('a token made on the command line leaves a row that its person sees', async () => {
  const made = await db.under('operator', (tx) => createToken(tx, { person: lan.id, name: 'sổ lương' }))
  if (made.kind !== 'made') throw new Error(made.kind)
  expect(await identify(db, made.token, 'token')).toMatchObject({ id: lan.id, via: 'token' })
  const rows = await db.as(lan.id, (tx) => tx.selectFrom('access').select(['purpose', 'channel', 'actor']).execute())
  expect(rows).toEqual([{ purpose: 'token', channel: 'command_line', actor: null }])
})

test('nobody makes a token for someone else', async () => {
  await expect(db.as(binh.id, (tx) => newToken(tx, { person: lan.id }))).rejects.toMatchObject({ code: '42501' })
})

test('a token for a person who is not there is refused', async () => {
  const nobody = '01900000-0000-7000-8000-000000000000'
  expect(await db.under('operator', (tx) => createToken(tx, { person: nobody }))).toEqual({
    kind: 'refused',
    code: 'unknown_person',
  })
})

test('the database refuses the operator a token without the row', async () => {
  const without = db.under('operator', (tx) => newToken(tx, { person: lan.id }))
  await expect(without).rejects.toMatchObject({ code: '42501' })
})
