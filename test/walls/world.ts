import { hashOf, newId } from '../../src/db/index.ts'
import { declared } from '../house/declared.ts'
import type { TestDatabase } from '../support/database.ts'
import { smallOrganisation } from '../support/people.ts'
import { type ActorName, actors, type Office, offices } from './actors.ts'
import type { Kind } from './expected.ts'
import { type Relation, relations, type UnitName } from './relations.ts'

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
export type World = {
  readonly units: Readonly<Record<UnitName, Unit>>
  readonly actors: ReadonlyMap<ActorName, Person>
  readonly subjects: ReadonlyMap<Relation, Person>
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
  const made: World = { units, actors: new Map(), subjects: new Map() }
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

const pages = {
  private: { visibility: 'private' },
  confirmable: { visibility: 'confirmable', level: 1 },
  listed: { visibility: 'listed', level: 2 },
  frozen: { visibility: 'private', state: 'frozen' },
  closed: { visibility: 'private', state: 'closed' },
  lost: { visibility: 'private', state: 'lost' },
} as const

async function belongingOf(
  db: TestDatabase,
  person: { id: string },
  mark: string,
  witness: string,
): Promise<Belonging> {
  const sure = (sql: string, ...values: unknown[]) => db.asSuperuser(sql, values)
  const declaration: Record<string, string> = {}
  for (const [state, wish] of Object.entries(pages)) {
    const { id } = await declared(db, person, `https://${mark}-${state}.example.com/`, wish)
    declaration[state] = id
  }
  const proof: Record<string, string> = {}
  const proofOf = async (state: string, method: string, page = 'private') => {
    const id = newId()
    await sure(
      "insert into proof (id, declaration, person, method, token, state, expires_on) values ($1, $2, $3, $4, $5, 'waiting', current_date + 7)",
      ...[id, declaration[page], person.id, method, newId()],
    )
    if (state === 'found' || state === 'missed' || state === 'ended')
      await sure('update proof set state = $2 where id = $1', id, state)
    proof[state] = id
    return id
  }
  await proofOf('waiting', 'dns-txt')
  await proofOf('found', 'well-known')
  await proofOf('missed', 'meta-tag')
  await proofOf('ended', 'rel-me')
  const request: Record<string, string> = {}
  for (const [state, page] of [
    ['withdrawn', 'listed'],
    ['not_seen', 'confirmable'],
    ['witnessed', 'frozen'],
    ['open', 'private'],
  ] as const) {
    const id = newId()
    await sure('insert into witness_request (id, proof) values ($1, $2)', id, await proofOf('asked', 'witnessed', page))
    if (state === 'withdrawn') await sure("update witness_request set state = 'withdrawn' where id = $1", id)
    else if (state !== 'open') await decided(db, id, state, witness)
    request[state] = id
  }
  const [draft, token, passkey, absence] = [newId(), newId(), newId(), newId()]
  const code = `BN-${mark.slice(0, 4).toUpperCase()}-0000`
  await sure(
    'insert into receipt (id, code, person, act, declaration, version) select $1, $2, person, $3, id, current_version from declaration where id = $4',
    ...[newId(), code, 'declared', declaration.private],
  )
  const address = { platform: 'website', kind: 'site', canonical: `https://${mark}-draft.example.com/` }
  await sure('insert into draft (id, person, typed, address) values ($1, $2, $3, $4)', draft, person.id, 'x', address)
  const notice = newId()
  await sure("insert into notice (id, person, kind, key) values ($1, $2, 'left', $3)", notice, person.id, mark)
  await sure('insert into api_token (id, hash, person) values ($1, $2, $3)', token, hashOf(token), person.id)
  for (const id of [passkey, newId()])
    await sure(
      "insert into passkey (id, person, credential_hash, credential, public_key) values ($1, $2, $3, 'x', $3)",
      ...[id, person.id, hashOf(id)],
    )
  await sure(
    "insert into absence (id, person, kind, from_on, until_on) values ($1, $2, 'leave', current_date, current_date)",
    ...[absence, person.id],
  )
  const session = newId()
  await sure(
    "insert into session (hash, id, person, how) values ($1, $2, $3, 'passkey')",
    hashOf(session),
    session,
    person.id,
  )
  const attestation = newId()
  await sure(
    "insert into attestation (id, code, person, due_on, said, pages, channel) values ($1, $2, $3, current_date, 'accounts', 1, 'web')",
    ...[attestation, `BN-${mark.slice(0, 4).toUpperCase()}-0001`, person.id],
  )
  await sure(
    "insert into attestation_answer (person, declaration, answer, attestation) values ($1, $2, 'still_mine', $3)",
    ...[person.id, declaration.private, attestation],
  )
  const one = (id: string) => ({ here: id })
  return {
    ...{ declaration, proof, request, absence },
    ...{
      attestation: one(attestation),
      draft: one(draft),
      notice: one(notice),
      token: one(token),
      passkey: one(passkey),
      session: one(session),
      receipt: one(code),
      person: one(person.id),
    },
  }
}

async function decided(db: TestDatabase, request: string, state: string, witness: string): Promise<void> {
  await db.asSuperuser("select set_config('cd.actor', $1, false)", [witness])
  const seen = state === 'witnessed' ? 'in_person' : null
  await db.asSuperuser('update witness_request set state = $2, seen = $3 where id = $1', [request, state, seen])
  await db.asSuperuser("select set_config('cd.actor', '', false)")
}

/** Ids of the right shape of which there is nothing. */
function nobodyThere(): Person {
  const any = new Proxy({}, { get: () => newId() }) as Readonly<Record<string, string>>
  const has = { absence: newId(), receipt: { here: 'BN-0000-0000' } }
  const none = new Proxy(has, { get: (there, kind) => Reflect.get(there, kind) ?? any }) as unknown as Belonging
  return { id: newId(), ref: 'r---r', mark: 'n---n', addressMark: 'p---p', has: none }
}
