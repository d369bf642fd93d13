import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer } from '../support/house.ts'
import { type Knocking, knock, knocking, type Probe, probesOf } from './knocking.ts'

// What is not there and what is not one's own: nobody can tell one from the other.

let given: Knocking
beforeAll(async () => {
  given = await knocking()
})
afterAll(() => given[Symbol.asyncDispose]())

const who = ['member', 'officer', 'overseer', 'administrator']

/** Status, headers and body as they arrive, the asked path aside, and how many statements the database was sent. */
async function seen(probe: Probe): Promise<Record<string, string>> {
  given.db.statements()
  const { status, headers, text } = await knock(given, probe)
  const body = text.replaceAll(probe.path, 'PATH').replaceAll(probe.name, 'NAME')
  return { status: `${status}`, headers: told(headers), body, statements: `${given.db.statements()}` }
}
const told = ({ date: _, ...headers }: Answer['headers']) => JSON.stringify(headers)

test('absent and forbidden have the same status, headers and body, and cost the same statements', async () => {
  const refused = probesOf(given, ({ of }) => of !== undefined).filter(
    ({ wanted, actor, line, relation }) =>
      wanted === 'not there' &&
      who.includes(actor) &&
      (line.only === undefined || !line.lets(actor as never, relation as never)),
  )
  const groups = Map.groupBy(refused, ({ route, actor }) => `${actor}: ${route}`)
  const different: string[] = []
  let compared = 0
  for (const [name, probes] of groups) {
    const absent = probes.find(({ relation }) => relation === 'absent')
    if (!absent) continue
    const nothing = await seen(absent)
    for (const probe of probes.filter(({ relation }) => relation !== 'absent')) {
      compared++
      const there = await seen(probe)
      const unlike = Object.keys(nothing).filter((part) => there[part] !== nothing[part])
      if (unlike.length > 0) different.push(`${name} (${probe.relation}, ${probe.state}): ${unlike}`)
    }
  }
  expect(different).toEqual([])
  expect(compared).toBeGreaterThan(3_000)
}, 600_000)
