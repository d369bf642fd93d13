import { expect, test } from 'vitest'
import { newId } from '../../src/db/index.ts'
import type { Present } from './actors.ts'
import { belongingOf, lookAt, question } from './belonging.ts'
import { expected } from './expected.ts'
import { fallenWall, type Knocking, knocking } from './knocking.ts'
import type { Person } from './world.ts'

// What there is in a unit beside one's own changes no byte of anything that one can ask for without naming it: lists, searches, counts,
// suggestions, files, and what is said when something is refused.

const within = ['member', 'officer', 'reviewer', 'overseer', 'auditor', 'administrator'] as const

/** What a list can be asked for besides. */
const queries: Readonly<Record<string, readonly string[]>> = {
  '/members': ['?q=Nguoi', '?q=Ngu%E1%BB%9Di&from=0', '?number=B-1'],
  '/v1/members': ['?q=Nguoi', '?unit=MINH', '?unit=ANHEM'],
  '/units': ['?q=Bên'],
  '/v1/units': ['?q=Minh'],
  '/roles': ['?show=proposed', '?show=ended', '?unit=bên', '?from=50'],
  '/v1/roles': ['?show=proposed', '?show=ended', '?unit=ben', '?from=1'],
  '/records/access': ['?unusual=1'],
  '/v1/records/access': ['?unusual=1'],
  '/imports': ['?from=1'],
  '/v1/imports': ['?from=1'],
}

const pathsOf = ({ house }: Knocking) =>
  house.rooms
    .flatMap(({ routes }) => routes)
    .filter(({ method, path }) => method === 'GET' && !path.includes(':') && !expected[`GET ${path}`]?.open)
    .flatMap(({ path }) => [path, ...(queries[path] ?? []).map((query) => `${path}${query}`)])

/** What differs each time: ids that a form is given, and when one was last here. */
const steady = (text: string) =>
  text
    .replaceAll(/(name="(?:form|id)" value=")[^"]+/g, '$1')
    .replaceAll(/<time [^>]*>[^<]*<\/time>/g, (time) => (time.includes('datetime') ? '<time>' : time))

type Seen = ReadonlyMap<string, string>
async function seenBy({ visitors }: Knocking, actor: Present, paths: readonly string[]): Promise<Seen> {
  const visitor = visitors.get(actor)
  const seen = new Map<string, string>()
  for (const path of paths) {
    const answer = path.startsWith('/v1/') ? await visitor?.api('GET', path) : await visitor?.get(path)
    seen.set(path, `${answer?.status} ${answer?.headers.location ?? ''} ${steady(answer?.text ?? '')}`)
  }
  return seen
}
const differing = (one: Seen, other: Seen) =>
  [...one].flatMap(([path, text]) => (other.get(path) === text ? [] : [path]))

/** One more of everything in the unit beside. */
async function somethingMore({
  db,
  world,
}: Knocking): Promise<Record<'person' | 'role' | 'question' | 'look' | 'notice' | 'import', string>> {
  const at = world.units.sibling.id
  const add = async (name: string) => {
    const id = newId()
    await db.asSuperuser('insert into person (id, name, unit, ref) values ($1, $2, $3, $4)', [
      id,
      name,
      at,
      name.replaceAll(' ', '-'),
    ])
    return id
  }
  const [person, viewer, officer] = [await add('Người b001b'), await add('B 1'), await add('B 2')]
  const has = await belongingOf(db, { id: person }, 'b001b', viewer, at)
  const role = async (who: string, name: string, state = 'active', because: string | null = null) => {
    const id = newId()
    await db.asSuperuser(
      'insert into role_held (id, person, role, unit, state, granted_because) values ($1, $2, $3, $4, $5, $6)',
      [id, who, name, at, state, because],
    )
    return id
  }
  await role(officer, 'officer')
  await role(viewer, 'overseer')
  const proposed = await role(person, 'administrator', 'proposed')
  const look = await lookAt(db, viewer, person)
  const asked = await question(db, { look, asker: person, unit: at, state: 'asked' })
  await db.asSuperuser(
    "insert into access (id, actor, unit, purpose, fields) values (gen_random_uuid(), $1, $2, 'list', 'roll')",
    [officer, at],
  )
  await db.asSuperuser(
    "insert into directory_client (id, hash, name, unit, expires_at) values (gen_random_uuid(), sha256('b'), 'Danh bạ bên', $1, now() + interval '1 day')",
    [at],
  )
  return {
    ...{ person, look, role: proposed, question: asked },
    notice: has.notice?.here as string,
    import: has.import?.written as string,
  }
}

type Refused = readonly [actor: Present, method: 'GET' | 'POST', path: string, body?: unknown]
/** The same asked with what is there, elsewhere, and with what is not. */
const refusals = (own: Person, there: Record<string, string>): readonly Refused[] => [
  ['administrator', 'POST', '/v1/roles', { person: there.person, role: 'officer', unit: 'MINH' }],
  ['administrator', 'POST', '/v1/roles', { person: own.id, role: 'officer', unit: there.code }],
  ['administrator', 'POST', `/v1/members/${own.id}/transfer`, { unit: there.code }],
  ['administrator', 'POST', '/v1/members', { unit: there.code, name: 'Người Mới' }],
  ['officer', 'POST', `/v1/members/${own.id}/transfer`, { unit: there.code }],
  ['auditor', 'GET', `/v1/records/access?before=${there.look}`],
  ['member', 'GET', `/v1/my-record?before=${there.look}`],
  ['member', 'GET', `/v1/notices?before=${there.notice}`],
  ['officer', 'GET', `/v1/declarations?after=${there.declaration}`],
]

for (const [title, how] of [
  ['with both walls', {}],
  ['without row security', { rowSecurity: 'off' }],
  ['without the first wall', { wall: fallenWall }],
] as const)
  test(`${title} what is in the unit beside changes no byte of what one can ask for`, async () => {
    await using given = await knocking(how)
    const paths = pathsOf(given)
    const before = new Map<Present, Seen>()
    for (const actor of [...within, 'chief'] as const) before.set(actor, await seenBy(given, actor, paths))
    const twice = await seenBy(given, 'administrator', paths)
    expect(differing(before.get('administrator') as Seen, twice), 'is not the same twice: see `steady`').toEqual([])

    const more = await somethingMore(given)
    const changed: string[] = []
    for (const actor of within)
      for (const path of differing(before.get(actor) as Seen, await seenBy(given, actor, paths)))
        changed.push(`${actor}: ${path}`)
    expect(changed).toEqual([])
    const chief = differing(before.get('chief') as Seen, await seenBy(given, 'chief', paths))
    expect(chief, 'who administers the whole sees more').toEqual(
      expect.arrayContaining([
        '/roles?show=proposed',
        '/v1/roles',
        '/settings/directories',
        '/v1/settings/directories',
      ]),
    )

    const own = given.world.subjects.get('own') as Person
    const there = {
      ...more,
      code: 'ANHEM',
      declaration: given.world.subjects.get('sibling')?.has.declaration?.listed as string,
    }
    const absent = { person: newId(), look: newId(), notice: newId(), declaration: newId(), code: 'KHONG' }
    const told: string[] = []
    const asked = refusals(own, absent)
    for (const [n, [actor, method, path, body]] of refusals(own, there).entries()) {
      const visitor = given.visitors.get(actor)
      const [one, other] = [
        await visitor?.api(method, path, body),
        await visitor?.api(method, asked[n]?.[2] ?? '', asked[n]?.[3]),
      ]
      const said = (answer: typeof one) =>
        `${answer?.status} ${answer?.text}`.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|ANHEM|KHONG/g, 'NAME')
      if (said(one) !== said(other)) told.push(`${actor}: ${method} ${path}: ${said(one)}, else ${said(other)}`)
    }
    expect(told).toEqual([])
  }, 600_000)
