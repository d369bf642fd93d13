import { newId } from '../../src/db/index.ts'
import { anyone, type Rule, type Scope, scopeOf, type Wall } from '../../src/permissions/index.ts'
import type { Route } from '../../src/web/index.ts'
import { type Answer, type TestHouse, testHouse, type Visitor } from '../support/house.ts'
import { type ActorName, actors, type Present, strangers } from './actors.ts'
import { expected, type Kind, type Line, states } from './expected.ts'
import { copyOfTheWorld } from './made-world.ts'
import { type Relation, relations, unitsAround } from './relations.ts'
import { type Traceless, withoutATrace } from './without-a-trace.ts'
import type { World } from './world.ts'

/** What came of one knock. */
export type Outcome = 'in' | 'not there' | 'sign in' | 'failed'
export type Probe = {
  readonly route: string
  readonly actor: ActorName
  readonly relation: string
  readonly state: string
  readonly path: string
  /** What a token needs there. */
  readonly scope: Scope | undefined
  /** What the path names, if anything. */
  readonly name: string
  readonly line: Line
  readonly wanted: Outcome
}
export type Knocking = AsyncDisposable & {
  readonly house: TestHouse
  readonly world: World
  readonly db: Traceless
  readonly visitors: ReadonlyMap<ActorName, Visitor>
  /** By a token that has this one scope and no other. */
  program(actor: ActorName, scope: Scope): Promise<Visitor>
}

/** The real house with everybody before its doors. A wall is taken away by who asks for it. */
export async function knocking(given: { wall?: Wall; rowSecurity?: 'off' } = {}): Promise<Knocking> {
  const made = await copyOfTheWorld()
  const { world } = made
  const db = withoutATrace(made.db)
  const house = await testHouse({ db, wall: given.wall })
  const visitors = new Map<ActorName, Visitor>()
  for (const actor of actors) {
    const person = world.actors.get(actor)
    visitors.set(actor, person ? await house.as(person) : house.asPublic())
  }
  if (given.rowSecurity === 'off') await withoutRowSecurity(db)
  db.begin()
  const programs = new Map<string, Promise<Visitor>>()
  const program = (actor: ActorName, scope: Scope) => {
    const person = world.actors.get(actor)
    const made =
      programs.get(`${actor} ${scope}`) ?? (person ? house.as(person, [scope]) : Promise.resolve(house.asPublic()))
    programs.set(`${actor} ${scope}`, made)
    return made
  }
  const dispose = async () => {
    await house[Symbol.asyncDispose]()
    await db[Symbol.asyncDispose]()
  }
  return { house, world, db, visitors, program, [Symbol.asyncDispose]: dispose }
}

async function withoutRowSecurity(db: Traceless): Promise<void> {
  const { rows } = await db.asSuperuser(
    "select relname from pg_class where relnamespace = 'register'::regnamespace and relrowsecurity",
  )
  for (const { relname } of rows) await db.asSuperuser(`alter table ${relname} disable row level security`)
}

/** A wall that is not there: whoever is signed in goes wherever a signed-in person can go. */
export const fallenWall: Wall = {
  enters: (actor, rule) => actor.kind === 'person' || rule === (anyone as Rule),
  within: () => true,
  reaches: async () => true,
}

export const nameOf = ({ method, path }: Route) => `${method} ${path}`

type Which = (line: Line) => boolean
const all = () => true

/** Whoever knocks, at every address, at everything that it can name, in every state. */
export const everyProbeOf = (given: Knocking, which: Which = all): Probe[] => probes(given, which, () => true)

/** Knocks at every address. Of everything that somebody is not let in to by what they are to it, an address is knocked at by a part, in turn:
 *  the door is one for all addresses of an act and asks once, before anything else, and may() is asked for each (first-wall.test.ts). */
export const probesOf = (given: Knocking, which: Which = all): Probe[] =>
  probes(given, which, ({ of, relation, wanted, actor }, turn) => {
    if (of === undefined || wanted === 'in' || relation === 'absent') return true
    if (isPlain(actor)) return turn % 5 < 3
    if (of === 'person' || of === 'unit' || states[of].length === 1) return true
    return relation === 'self' || relation === 'mine' || turn % states[of].length === 0
  })

type Turned = { readonly of?: Kind; readonly relation: string; readonly wanted: Outcome; readonly actor: ActorName }

function probes({ house, world }: Knocking, which: Which, isDue: (probe: Turned, turn: number) => boolean): Probe[] {
  return house.rooms
    .flatMap(({ name, routes }) => routes.map((route) => ({ room: name, route })))
    .flatMap(({ room, route }, at) => {
      const line = expected[nameOf(route)]
      if (!line || !which(line)) return []
      return actors.flatMap((actor, row) =>
        targetsOf(world, line, actor).flatMap(({ relation, state, name, absence }, n) => {
          const wanted = wantedOf(line, actor, relation, state)
          if (!isDue({ of: line.of, relation, wanted, actor }, at + row + n)) return []
          const path = route.path
            .replace(/:(id|code|secret)\b/, (param) => name || param)
            .replace(':absence', absence)
            .replace(/:\w+/g, 'x'.repeat(20))
          return {
            ...{ route: nameOf(route), scope: scopeOf(room, route), actor, relation, state, name, line, wanted },
            path: `${path}${line.query ?? ''}`,
          }
        }),
      )
    })
}

/** Whose role is over, proposed or yet to come is worth no more than a member, and a stranger nothing: for them the nearest suffice. */
const isPlain = (actor: ActorName) => actor.includes(' ') || actor === 'nobody'
const nearest: readonly string[] = [
  'self',
  'own',
  'child',
  'former',
  'absent',
  'mine',
  'auditors, mine',
  'own, answered by me',
]

type Target = { readonly relation: string; readonly state: string; readonly name: string; readonly absence: string }
const nothing = { relation: 'self', state: 'here', name: '', absence: '' }

function targetsOf(world: World, { of, unpeopled }: Line, actor: ActorName): readonly Target[] {
  if (unpeopled) return [{ ...nothing, relation: 'absent', name: newId() }]
  if (!of) return [nothing]
  if (of === 'unit')
    return unitsAround.map((unit) => ({ ...nothing, relation: unit, name: world.units[unit].id, absence: '' }))
  const plain = isPlain(actor)
  if (of === 'role' || of === 'question' || of === 'directory')
    return world.things[of]
      .filter(({ of: who, relation, state }) =>
        plain
          ? nearest.includes(relation) && [states[of][0], 'here'].includes(state)
          : who === undefined || who === actor,
      )
      .filter(({ of: who }) => who === undefined || who === actor)
      .map(({ id, relation, state }) => ({ ...nothing, relation, state, name: id }))
  return relations
    .filter((relation) => !plain || nearest.includes(relation))
    .flatMap((relation) => {
      const person = relation === 'self' ? world.actors.get(actor) : world.subjects.get(relation)
      if (!person) return []
      return states[of].slice(0, plain || relation === 'absent' ? 1 : undefined).map((state) => {
        const name = of === 'person' ? person.id : (person.has[of]?.[state] as string)
        return { relation, state, name, absence: person.has.absence }
      })
    })
}

function wantedOf(line: Line, actor: ActorName, relation: string, state: string): Outcome {
  if (line.open) return 'in'
  if ((strangers as readonly string[]).includes(actor)) return 'sign in'
  const there = line.only === undefined || line.only.includes(state)
  return there && line.lets(actor as Present, relation as Relation) ? 'in' : 'not there'
}

/** Knocks, and says what came of it. */
export async function knock({ visitors, program }: Knocking, probe: Probe): Promise<Answer> {
  const { route, actor, path, scope, line } = probe
  const visitor = path.startsWith('/v1/') && scope ? await program(actor, scope) : (visitors.get(actor) as Visitor)
  const method = route.split(' ')[0] as Route['method']
  if (path.startsWith('/v1/')) return visitor.api(method as 'GET', path, line.form)
  return method === 'GET' ? visitor.get(path) : visitor.post(path, line.form ?? {})
}

export function outcomeOf({ status, headers }: Answer): Outcome {
  if (status >= 500) return 'failed'
  if (status === 404) return 'not there'
  if (status === 401 || (status === 303 && String(headers.location).startsWith('/sign-in?then='))) return 'sign in'
  return 'in'
}

/** All that went otherwise than it should, told so that one can find it. */
export async function wrongOf(given: Knocking, probes: readonly Probe[]): Promise<string[]> {
  const wrong: string[] = []
  const judge = async (probe: Probe) => {
    const got = outcomeOf(await knock(given, probe))
    const { open, loose } = probe.line
    const loosely = (open || (loose && probe.wanted === 'in')) && got !== 'failed' && got !== 'sign in'
    if (got !== probe.wanted && !loosely)
      wrong.push(`${probe.actor}: ${probe.route} (${probe.relation}, ${probe.state}): ${got}, not ${probe.wanted}`)
  }
  const reading = probes.filter(({ route }) => route.startsWith('GET'))
  const writing = probes.filter(({ route }) => !route.startsWith('GET')) // one after the other: what two change at once waits
  const half = Math.ceil(reading.length / 2)
  const lanes = [writing, reading.slice(0, half), reading.slice(half)]
  await Promise.all(
    lanes.map(async (lane) => {
      for (const probe of lane) await judge(probe)
    }),
  )
  return wrong
}

/** Addresses at which somebody is let in to what is not theirs. */
export async function holesIn(given: Knocking, probes: readonly Probe[]): Promise<string[]> {
  const open = new Set<string>()
  for (const probe of probes.filter(({ wanted }) => wanted === 'not there'))
    if (outcomeOf(await knock(given, probe)) === 'in') open.add(probe.route)
  return [...open].sort()
}
