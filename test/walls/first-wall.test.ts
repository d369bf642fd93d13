import { expect, test } from 'vitest'
import { type Act, type Actor, acts, type Kind, may, nobody, type Subject } from '../../src/permissions/index.ts'
import { relationsTo } from '../../src/permissions/store.ts'
import { nothing } from '../../src/permissions/subject.ts'
import type { Route } from '../../src/web/index.ts'
import { type ActorName, type Present, strangers } from './actors.ts'
import { everyProbeOf, type Knocking, knocking, nameOf } from './knocking.ts'
import type { Relation } from './relations.ts'

// The door itself, with no act and no row security behind it: may(actor, act, subject) and nothing else.

test('may() alone, without row security and without any act, lets in whom it should and nobody else', async () => {
  await using given = await knocking({ rowSecurity: 'off' })
  const routes = new Map(given.house.rooms.flatMap((room) => room.routes.map((route) => [nameOf(route), route])))
  const wrong: string[] = []
  let asked = 0
  const byActor = Map.groupBy(
    everyProbeOf(given, ({ of }) => of !== undefined),
    ({ actor }) => actor,
  )
  for (const [actor, probes] of byActor) {
    const id = given.world.actors.get(actor)?.id
    const who = id === undefined ? nobody : await actorOf(given, actor, id)
    const done = new Set<string>()
    // A few hundred in a transaction: what the door does at each address, addresses.test.ts sees.
    for (let n = 0; n < probes.length; n += 300)
      await inOne(given.db, who, async (relations) => {
        for (const { route, relation, state, name, line, wanted } of probes.slice(n, n + 300)) {
          const { act, rule } = routes.get(route) as Route
          if (!act || done.has(`${act} ${name}`)) continue
          done.add(`${act} ${name}`)
          asked++
          const { of, being }: Act = acts[act]
          const subject = of === undefined || being.length === 0 ? nothing : await relations(of, name)
          const admitted = may(who, rule) && may(who, act, subject)
          // Of what hangs on nothing that the actor must be, the act itself says that it is not there.
          const expected = being.length === 0 ? may(who, rule) : wanted === 'in'
          const lapsed = line.only !== undefined && !line.only.includes(state) // that the time for it is over, the act itself says
          if (admitted !== expected && !(lapsed && line.lets(actor as Present, relation as Relation)))
            wrong.push(`${actor}: ${act} (${relation}, ${state}): ${admitted}`)
        }
      })
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(9_000)
}, 600_000)

type Ask = (kind: Kind, name: string) => Promise<Subject>
const inOne = ({ as }: Knocking['db'], who: Actor, act: (ask: Ask) => Promise<void>) =>
  who.kind === 'nobody'
    ? act(async () => nothing)
    : as(who.id, (tx) => act(async (kind, name) => ({ relations: await relationsTo(tx, kind, name) })))

test('an act that names something says what one must be to it, but for the tree', () => {
  const careless = Object.entries(acts).flatMap(([name, { being }]) => (being.length === 0 ? [name] : []))
  expect(careless).toEqual(['proofs.sign-in-return', 'units.read', 'notices.confirm-mail'])
})

/** As the house itself would know them. */
async function actorOf({ db }: Knocking, name: ActorName, id: string): Promise<Actor> {
  if ((strangers as readonly string[]).includes(name)) return nobody
  const { rows } = await db.asSuperuser('select role, unit from role_held where person = $1 and in_term(role_held)', [
    id,
  ])
  return { kind: 'person', id, name, roles: rows, via: 'session', fresh: true }
}
