import { expect, test } from 'vitest'
import { fallenWall, holesIn, knocking, probesOf, wrongOf } from './knocking.ts'

// Every address that shows something that it names, with one of the two walls taken away, and with both.

const shows = ({ reads }: { readonly reads?: true }) => reads === true

/** Names of units are no secret to a member: the tree alone is guarded by the first wall only. It names nobody. */
const tree = ['GET /units/:id', 'GET /v1/units/:id']

test('without row security the code alone lets in whom it should, and nobody else', async () => {
  await using given = await knocking({ rowSecurity: 'off' })
  expect(await wrongOf(given, probesOf(given, shows))).toEqual([])
}, 600_000)

test('without the first wall row security alone shows nobody what is not theirs', async () => {
  await using given = await knocking({ wall: fallenWall })
  expect(await holesIn(given, probesOf(given, shows))).toEqual(tree)
}, 600_000)

test('without either, records and places lie open: one of them is what keeps them', async () => {
  await using given = await knocking({ wall: fallenWall, rowSecurity: 'off' })
  const asMember = probesOf(given, shows).filter(({ actor }) => actor === 'member')
  expect(await holesIn(given, asMember)).toEqual(
    expect.arrayContaining(['GET /members/:id', 'POST /records/:id', 'POST /records/:id/code', ...tree]),
  )
}, 600_000)
