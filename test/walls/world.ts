import { newId } from '../../src/db/index.ts'
import type { TestDatabase } from '../support/database.ts'
import { smallOrganisation } from '../support/people.ts'
import { type ActorName, actors, type Office, offices, present } from './actors.ts'
import { belongingOf, lookAt, question } from './belonging.ts'
import type { Kind } from './expected.ts'
import { type Relation, relations, type UnitName, unitsAround } from './relations.ts'

type Unit = { readonly id: string; readonly code: string; readonly path: string }
export type Belonging = Readonly<Partial<Record<Kind, Readonly<Record<string, string>>>>> & { readonly absence: string }
export type Person = {
  readonly id: string
  /** The organisation's number. */
  readonly ref: string
  /** Nobody else's name holds these letters, and nobody else's addresses the others. */
  readonly mark: string
  readonly addressMark: string
  readonly has: Belonging
}
/** What hangs on a unit, not on the person it is about: as its state is, seen from the unit in which everybody who knocks stands. */
export type Thing = {
  readonly relation: string
  readonly state: string
  readonly id: string
  /** Only this one knocks at it. */
  readonly of?: ActorName
}
export type World = {
  readonly units: Readonly<Record<UnitName, Unit>>
  readonly actors: ReadonlyMap<ActorName, Person>
  readonly subjects: ReadonlyMap<Relation, Person>
  /** Who holds, or is to hold, the roles over each unit. */
  readonly holders: ReadonlyMap<string, Person>
  readonly things: Readonly<Record<'role' | 'question' | 'directory', Thing[]>>
}

/** An organisation in which everybody who knocks has somebody in every place to knock at. */
export async function worldIn(db: TestDatabase): Promise<World> {
  const small = await smallOrganisation(db)
  const { unit } = small
  const parent = await unit('CHA', 'Đơn vị trên', small.root)
  const own = await unit('MINH', 'Đơn vị mình', parent)
  const units = {
    parent,
    own,
    child: await unit('CON', 'Tổ không cán bộ', own),
    'child with officer': await unit('CON2', 'Tổ có cán bộ', own),
    sibling: await unit('ANHEM', 'Đơn vị bên', parent),
    other: await unit('KHAC', 'Đơn vị khác', small.root),
    former: await unit('CU', 'Đơn vị cũ', small.root),
    absent: { id: newId(), code: 'KHONG', path: '' },
  }
  for (const there of ['child with officer', 'parent', 'sibling'] as const)
    await small.grant(await small.person('Cán bộ ở đó', units[there].id), 'officer', units[there].id)

  let n = 0
  const witness = small.officer.id
  const personIn = async (at: string): Promise<Person> => {
    const number = String(++n).padStart(3, '0')
    const mark = `n${number}n`
    const { id } = await small.person(`Người ${mark}`, at)
    await db.asSuperuser('update person set ref = $2 where id = $1', [id, `r${number}r`])
    return {
      id,
      ref: `r${number}r`,
      mark,
      addressMark: `p${number}p`,
      has: await belongingOf(db, { id }, `p${number}p`, witness),
    }
  }
  const made: World = {
    units,
    actors: new Map(),
    subjects: new Map(),
    holders: new Map(),
    things: { role: [], question: [], directory: [] },
  }
  for (const actor of actors) {
    if (actor === 'nobody') continue
    const person = await personIn(own.id)
    await office(db, actor, person.id, units)
    ;(made.actors as Map<ActorName, Person>).set(actor, person)
  }
  for (const relation of relations) {
    if (relation === 'self') continue
    const at = { bearer: 'own', gone: 'own', moved: 'own' }[relation as string] ?? relation
    const person = relation === 'absent' ? nobodyThere() : await personIn(units[at as UnitName].id)
    if (relation === 'bearer') await small.grant(person, 'auditor', own.id)
    if (relation === 'gone') await db.asSuperuser('update person set left_at = now() where id = $1', [person.id])
    if (relation === 'moved')
      await db.asSuperuser('update person set unit = $2, unit_since = now() where id = $1', [person.id, units.other.id])
    ;(made.subjects as Map<Relation, Person>).set(relation, person)
  }
  const neutral = async (name: string, at: string) => small.person(name, at)
  for (const at of [...around, 'whole'] as const) {
    const unit = at === 'whole' ? small.root.id : units[at].id
    const mark = `h${String(++n).padStart(3, '0')}h`
    const { id } = await neutral(`Người giữ ${mark}`, unit)
    const holder = { id, ref: `q${n}q`, mark, addressMark: `${mark}-no-page`, has: { absence: '' } }
    ;(made.holders as Map<string, Person>).set(at, holder)
    made.things.role.push(...(await rolesOver(db, id, at, at === 'whole' ? null : unit)))
  }
  const [viewer, asker] = [await neutral('Người xem', units.other.id), await neutral('Người hỏi', units.other.id)]
  const asked = async (
    about: Omit<Thing, 'id'>,
    unit: string | null,
    who: { viewer?: string; asker?: string; by?: string },
  ) => {
    const { viewer: looked = viewer.id, asker: asks = asker.id, by } = who
    const state = about.state.split(' ')[0] as 'asked' | 'late' | 'answered'
    const id = await question(db, { look: await lookAt(db, looked, asks), asker: asks, unit, state, by })
    made.things.question.push({ ...about, id })
  }
  for (const at of [...around, 'auditors'] as const)
    for (const state of ['asked', 'late', 'answered'])
      await asked({ relation: at, state }, at === 'auditors' ? null : units[at].id, {})
  for (const of of present) {
    const me = made.actors.get(of)?.id as string
    const mine = await db.asSuperuser('select id from role_held where person = $1 and unit = $2', [me, own.id])
    for (const { id } of mine.rows) made.things.role.push({ relation: 'mine', state: 'here', id, of })
    for (const [unit, where] of [
      [own.id, 'own'],
      [null, 'auditors'],
    ] as const) {
      await asked({ relation: `${where}, mine`, state: 'asked', of }, unit, { viewer: me })
      await asked({ relation: `${where}, mine`, state: 'late', of }, unit, { asker: me })
      await asked({ relation: `${where}, answered by me`, state: 'answered by me', of }, unit, { by: me })
    }
  }
  for (const at of around)
    for (const state of ['in use', 'revoked', 'over']) {
      const id = newId()
      const [ends, revoked] = [state === 'over' ? '-1 hour' : '1 day', state === 'revoked' ? '-1 hour' : null]
      await db.asSuperuser(
        `insert into directory_client (id, hash, name, unit, made_at, expires_at, revoked_at)
         values ($1, sha256(uuid_send($1)), $2, $3, now() - interval '2 hours', now() + $4::interval, now() + $5::interval)`,
        [id, `Danh bạ ${at} ${state}`, units[at].id, ends, revoked],
      )
      made.things.directory.push({ relation: at, state, id })
    }
  for (const kind of ['role', 'question', 'directory'] as const)
    made.things[kind].push({ relation: 'absent', state: 'here', id: newId() })
  return made
}

const around = unitsAround.filter((at) => at !== 'absent')

/** A role over this unit in each state that it can be in. */
async function rolesOver(db: TestDatabase, holder: string, relation: string, unit: string | null): Promise<Thing[]> {
  const states = {
    proposed: { role: 'administrator', state: 'proposed' },
    coming: { role: 'overseer', from: '1 day' },
    serving: { role: 'reviewer' },
    ended: { role: 'officer', from: '-2 years', to: '-1 year' },
    refused: { role: 'reviewer', state: 'refused' },
    lapsed: { role: 'officer', state: 'proposed', granted: '-15 days' },
    'granted alone': { role: 'auditor', because: 'Gấp' },
  } as Record<string, { role: string; state?: string; from?: string; to?: string; granted?: string; because?: string }>
  const made: Thing[] = []
  for (const [name, one] of Object.entries(states)) {
    const { state = 'active', from = '-1 hour', to = '1 year', granted = '0 s', because = null } = one
    const role = unit === null && one.role !== 'administrator' ? 'auditor' : one.role // the whole is nobody's to keep or to oversee
    const id = newId()
    await db.asSuperuser(
      `insert into role_held (id, person, role, unit, state, from_at, to_at, granted_at, granted_because)
       values ($1, $2, $3, $4, $5, now() + $6::interval, now() + $7::interval, now() + $8::interval, $9)`,
      [id, holder, role, unit, state, from, to, granted, because],
    )
    made.push({ relation, state: name, id })
  }
  return made
}

/** The role in its term, or in one that counts for nothing. */
async function office(db: TestDatabase, actor: ActorName, person: string, units: World['units']): Promise<void> {
  const [how, named] = actor.includes(' ') ? actor.split(' ') : ['now', actor]
  const role = named === 'chief' ? 'administrator' : named
  if (!offices.includes(role as Office)) return leaveIf(how === 'left', db, person)
  const term = { former: ['-2 years', '-1 day'], coming: ['1 day', null] }[how as string] ?? ['-1 year', null]
  const give = (unit: string | null, [from, to]: (string | null)[], state = 'active') =>
    db.asSuperuser(
      `insert into role_held (id, person, role, unit, from_at, to_at, state)
       values (gen_random_uuid(), $1, $2, $3, now() + $4::interval, now() + $5::interval, $6)`,
      [person, role, unit, from, to, state],
    )
  await give(named === 'chief' ? null : units.own.id, term, how === 'proposed' ? 'proposed' : 'active')
  await give(units.former.id, ['-3 years', '-1 year'])
  await leaveIf(how === 'left', db, person)
}
/** Without the trigger that ends sessions: theirs is still in somebody's hands. */
async function leaveIf(left: boolean, db: TestDatabase, person: string): Promise<void> {
  if (left) await db.asSuperuser("update person set left_at = now() - interval '1 hour' where id = $1", [person])
}

/** Ids of the right shape of which there is nothing. */
export function nobodyThere(): Person {
  const any = new Proxy({}, { get: () => newId() }) as Readonly<Record<string, string>>
  const has = { absence: newId(), receipt: { here: 'BN-0000-0000' } }
  const none = new Proxy(has, { get: (there, kind) => Reflect.get(there, kind) ?? any }) as unknown as Belonging
  return { id: newId(), ref: 'r---r', mark: 'n---n', addressMark: 'p---p', has: none }
}
