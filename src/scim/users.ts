import type { PersonId, Tx } from '../db/index.ts'
import { addPerson, changeOffice, comeBack, leave } from '../members/index.ts'
import { type Answer, type Asked, given, listed, partOf, patchedBy, stillIs } from './asked.ts'
import { notThere, Refusal, taken, wrong } from './refusal.ts'
import { userOf } from './resource.ts'
import { ofUsers, soughtBy } from './sought.ts'
import {
  alone,
  type Client,
  forget,
  known,
  link,
  people,
  person,
  rename,
  renumber,
  trace,
  type UserRow,
} from './store.ts'
import { normalised, userIn, userShape, type WantedUser } from './wanted.ts'

export async function listUsers({ tx, query, base }: Asked): Promise<Answer> {
  const [sought, part] = [soughtBy(query.get('filter'), ofUsers), partOf(query)]
  const found = sought === 'nobody' ? { total: 0, rows: [] } : await people(tx, sought, part)
  return listed(found, part, query, (row) => userOf(row, base))
}

export const getUser = async (asked: Asked): Promise<Answer> => given(userOf(await rowOf(asked), asked.base), asked)

/** Somebody whom the register knows by the directory's own id or by their number is taken over, or comes back; nobody is in it twice. */
export async function createUser(asked: Asked): Promise<Answer> {
  const { tx, client, base } = asked
  const wanted = userIn(normalised(asked.body, userShape))
  await alone(tx, client)
  if (
    (await people(tx, { userName: wanted.userName }, { skip: 0, most: 1 })).total > 0 &&
    !(await isUnnamed(tx, wanted))
  )
    throw taken('Somebody has this userName.')
  const there = await known(tx, wanted.externalId, wanted.number ?? null)
  const id = there ?? (await enter(tx, client, wanted))
  await bind(tx, id, wanted)
  const row = await mustBe(tx, id)
  await become(tx, client, row, { ...wanted, active: wanted.active ?? true })
  await trace(tx, id)
  return given(userOf(await mustBe(tx, id), base), asked, 201)
}

/** A userName that is the number of somebody whom no directory has named: that is whom it means. */
async function isUnnamed(tx: Tx, { userName, number }: WantedUser): Promise<boolean> {
  return (
    number !== undefined &&
    number !== null &&
    number.toLowerCase() === userName.toLowerCase() &&
    (await known(tx, null, number)) !== undefined
  )
}

async function enter(tx: Tx, { code }: Client, { name, title, number }: WantedUser): Promise<PersonId> {
  const done = await addPerson(tx, { unit: code, name, office: title ?? undefined, ref: number ?? undefined })
  if (done.kind === 'added') return done.id
  if (done.code === 'ref_taken') throw taken('Somebody has this employeeNumber.')
  if (done.code === 'unit_not_found') throw new Refusal(409, undefined, 'The unit of this directory is closed.')
  throw wrong('invalidValue', `The register refuses this: ${done.code}.`)
}

export async function replaceUser(asked: Asked): Promise<Answer> {
  return change(asked, (row) => {
    const doc = normalised(asked.body, userShape)
    return userIn(doc, { name: row.name, doc: userOf(row, asked.base) })
  })
}

export async function patchUser(asked: Asked): Promise<Answer> {
  return change(asked, (row) => {
    const doc = userOf(row, asked.base)
    return userIn(patchedBy(asked.body, doc, userShape), { name: row.name, doc })
  })
}

async function change(asked: Asked, wantedFor: (row: UserRow) => WantedUser): Promise<Answer> {
  const { tx, client, base } = asked
  await alone(tx, client)
  const row = await rowOf(asked)
  const before = userOf(row, base)
  stillIs(before, asked.header)
  const wanted = wantedFor(row)
  await bind(tx, row.id, wanted)
  await become(tx, client, row, wanted)
  const after = userOf(await mustBe(tx, row.id), base)
  if (after.meta.version !== before.meta.version) await trace(tx, row.id)
  return given(after, { ...asked, header: () => undefined })
}

/** They leave; nothing is erased, and the directory does not see them any more. */
export async function deleteUser(asked: Asked): Promise<Answer> {
  const { tx, client, base } = asked
  await alone(tx, client)
  const row = await rowOf(asked)
  stillIs(userOf(row, base), asked.header)
  if (row.active) await leaves(tx, row.id)
  await forget(tx, row.id)
  await trace(tx, row.id)
  return { status: 204 }
}

async function bind(tx: Tx, id: PersonId, { userName, externalId, familyName, givenName }: WantedUser): Promise<void> {
  const names = { user_name: userName, external_id: externalId, family_name: familyName, given_name: givenName }
  const said = await link(tx, id, names)
  if (said === 'name_taken') throw taken('Somebody has this userName or externalId.')
  if (said === 'person_not_found') throw notThere()
}

/** From what a person is in the register to what the directory says. Of somebody who has left only that is changed. */
async function become(tx: Tx, client: Client, row: UserRow, wanted: WantedUser): Promise<void> {
  const stays = wanted.active ?? row.active
  if (stays && !row.active) await returns(tx, client, row.id)
  if (stays || row.active) {
    if (wanted.name !== row.name) await rename(tx, row.id, wanted.name)
    if (wanted.title !== row.office) await changeOffice(tx, row.id, wanted.title ?? '')
    if (wanted.number !== undefined && wanted.number !== row.ref) await number(tx, row.id, wanted.number)
  }
  if (!stays && row.active) await leaves(tx, row.id)
}

async function number(tx: Tx, id: PersonId, wanted: string | null): Promise<void> {
  if ((await renumber(tx, id, wanted)) === 'ref_taken') throw taken('Somebody has this employeeNumber.')
}

/** Into the unit they were in last; where that is closed, into the one of this directory. */
async function returns(tx: Tx, { code }: Client, id: PersonId): Promise<void> {
  const done = await comeBack(tx, id)
  if (done.kind === 'refused' && done.code !== 'person_here') await comeBack(tx, id, code)
}

async function leaves(tx: Tx, id: PersonId): Promise<void> {
  const done = await leave(tx, id)
  if (done.kind === 'refused' && done.code === 'last_administrator')
    throw new Refusal(409, undefined, 'The last administrator does not leave.')
}

async function rowOf({ tx, id }: Asked): Promise<UserRow> {
  const row = await person(tx, id)
  if (!row) throw notThere()
  return row
}

async function mustBe(tx: Tx, id: PersonId): Promise<UserRow> {
  const row = await person(tx, id)
  if (!row) throw new Error('a person who was just written is not seen')
  return row
}
