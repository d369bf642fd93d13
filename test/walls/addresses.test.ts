import { afterAll, beforeAll, expect, test } from 'vitest'
import { isLong } from '../support/long.ts'
import { expected } from './expected.ts'
import { everyProbeOf, type Knocking, knocking, nameOf, probesOf, wrongOf } from './knocking.ts'

let given: Knocking
beforeAll(async () => {
  given = await knocking()
})
afterAll(() => given[Symbol.asyncDispose]())

const routes = () => given.house.rooms.flatMap((room) => room.routes)

test('every address stands in the table of who is let in, and the table holds no other', () => {
  const names = routes().map(nameOf)
  expect(
    names.filter((name) => !(name in expected)),
    'add a line to test/walls/expected.ts: who is let in, to whom, by which rule of PRODUCT.md',
  ).toEqual([])
  expect(Object.keys(expected).filter((name) => !names.includes(name))).toEqual([])
})

test('nobody is wrongly let in and nobody wrongly refused, at any address, about anybody, in any state', async () => {
  const probes = isLong ? everyProbeOf(given) : probesOf(given)
  expect(probes.length).toBeGreaterThan(isLong ? 30_000 : 20_000)
  expect(await wrongOf(given, probes)).toEqual([])
}, 600_000)
