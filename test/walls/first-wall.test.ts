import { expect, test } from 'vitest'
import { type Actor, acts, nobody, wallOn } from '../../src/permissions/index.ts'
import type { Route } from '../../src/web/index.ts'
import { type ActorName, type Present, strangers } from './actors.ts'
import { type Knocking, knocking, nameOf, probesOf } from './knocking.ts'
import type { Relation } from './relations.ts'

// The door itself, with no act and no row security behind it: may(actor, act, subject) and nothing else.

test('may() alone, without row security and without any act, lets in whom it should and nobody else', async () => {
  await using given = await knocking({ rowSecurity: 'off' })
  const wall = wallOn(given.db)
  const routes = new Map(given.house.rooms.flatMap((room) => room.routes.map((route) => [nameOf(route), route])))
  const known = new Map<ActorName, Actor>()
  for (const [name, { id }] of given.world.actors) known.set(name, await actorOf(given, name, id))
  const wrong: string[] = []
  const asked = new Set<string>()
  for (const { route, actor, relation, state, name, line, wanted } of probesOf(given, ({ of }) => of !== undefined)) {
    const { act, rule } = routes.get(route) as Route
    if (!act || asked.has(`${act} ${actor} ${name}`)) continue
    asked.add(`${act} ${actor} ${name}`)
    const who = known.get(actor) ?? nobody
    const admitted = wall.enters(who, rule) && (await wall.reaches(who, act, name))
    // The tree is no secret: that a unit is not there, the act itself says.
    const expected = act === 'units.read' && relation === 'absent' ? admitted : wanted === 'in'
    const lapsed = line.only !== undefined && !line.only.includes(state) // that the time for it is over, the act itself says
    if (admitted !== expected && !(lapsed && line.lets(actor as Present, relation as Relation)))
      wrong.push(`${actor}: ${act} (${relation}, ${state}): ${admitted}`)
  }
  expect(wrong).toEqual([])
  expect(asked.size).toBeGreaterThan(3_000)
}, 600_000)

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
