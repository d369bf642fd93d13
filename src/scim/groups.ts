import { eightLetters, isId, type Tx } from '../db/index.ts'
import { transfer } from '../members/index.ts'
import { addUnit, closeUnit, moveUnit, renameUnit } from '../units/index.ts'
import { type Answer, type Asked, given, listed, partOf, patchedBy, stillIs } from './asked.ts'
import { notThere, Refusal, taken, wrong } from './refusal.ts'
import { groupOf } from './resource.ts'
import { ofGroups, soughtBy } from './sought.ts'
import { alone, type Client, codeOf, type GroupRow, group, groups, linkUnit, trace } from './store.ts'
import { groupIn, groupShape, normalised, type WantedGroup } from './wanted.ts'

export async function listGroups({ tx, query, base }: Asked): Promise<Answer> {
  const [sought, part] = [soughtBy(query.get('filter'), ofGroups), partOf(query)]
  const found = sought === 'nobody' ? { total: 0, rows: [] } : await groups(tx, sought, part)
  return listed(found, part, query, (row) => groupOf(row, base))
}

export const getGroup = async (asked: Asked): Promise<Answer> => given(groupOf(await rowOf(asked), asked.base), asked)

/** A unit, below the one that is named, else below the directory's own. Without a code it gets one. */
export async function createGroup(asked: Asked): Promise<Answer> {
  const { tx, client, base } = asked
  const wanted = groupIn(normalised(asked.body, groupShape))
  await alone(tx, client)
  const parent = wanted.parent === undefined ? client.code : await codeFor(tx, wanted.parent)
  const code = wanted.code ?? `SCIM-${eightLetters()}`
  const done = await addUnit(tx, { code, name: wanted.displayName, parent, kind: wanted.kind })
  if (done.kind === 'refused') throw unitRefused(done.code)
  await bind(tx, done.id, wanted)
  await gather(tx, client, await mustBe(tx, done.id), wanted.members ?? [])
  return given(groupOf(await mustBe(tx, done.id), base), asked, 201)
}

export const replaceGroup = (asked: Asked) =>
  change(asked, () => {
    const wanted = groupIn(normalised(asked.body, groupShape))
    return { ...wanted, members: wanted.members ?? [] }
  })

export const patchGroup = (asked: Asked) =>
  change(asked, (row) => groupIn(patchedBy(asked.body, groupOf(row, asked.base), groupShape)))

async function change(asked: Asked, wantedFor: (row: GroupRow) => WantedGroup): Promise<Answer> {
  const { tx, client, base } = asked
  await alone(tx, client)
  const row = await rowOf(asked)
  stillIs(groupOf(row, base), asked.header)
  const wanted = wantedFor(row)
  if (wanted.code !== undefined && wanted.code !== row.code)
    throw wrong('mutability', 'The code of a unit does not change.')
  await bind(tx, row.id, wanted)
  await name(tx, row, wanted)
  if (wanted.parent !== undefined) await hang(tx, client, row, wanted.parent)
  if (wanted.members) await gather(tx, client, row, wanted.members)
  return given(groupOf(await mustBe(tx, row.id), base), { ...asked, header: () => undefined })
}

/** The unit is closed, its people wait in the directory's own unit; its history stays. */
export async function deleteGroup(asked: Asked): Promise<Answer> {
  const { tx, client, base } = asked
  await alone(tx, client)
  const row = await rowOf(asked)
  stillIs(groupOf(row, base), asked.header)
  if (row.id === client.unit) throw wrong('mutability', 'The unit of this directory is not its own to close.')
  const done = await closeUnit(tx, row.id, { peopleTo: client.code })
  if (done.kind === 'refused') throw unitRefused(done.code)
  await linkUnit(tx, row.id, null)
  for (const { person } of row.members) await trace(tx, person)
  return { status: 204 }
}

async function name(tx: Tx, row: GroupRow, { displayName, kind }: WantedGroup): Promise<void> {
  if (displayName === row.name && (kind === undefined || kind === row.kind)) return
  const done = await renameUnit(tx, row.id, { name: displayName, kind })
  if (done.kind === 'refused') throw unitRefused(done.code)
}

async function hang(tx: Tx, client: Client, row: GroupRow, parent: string): Promise<void> {
  const code = await codeFor(tx, parent)
  if (code === row.parent_code) return
  if (row.id === client.unit) throw wrong('mutability', 'The unit of this directory is not its own to move.')
  const done = await moveUnit(tx, row.id, { parent: code, officers: 'keep' })
  if (done.kind === 'refused') throw unitRefused(done.code)
}

/** A person is in one unit: whoever is made a member comes from where they are, and whoever is taken out waits in the directory's own unit. */
async function gather(tx: Tx, client: Client, row: GroupRow, wanted: readonly string[]): Promise<void> {
  const [now, then] = [new Set(row.members.map(({ person }) => person)), new Set(wanted)]
  for (const id of then) if (!now.has(id)) await put(tx, id, row.code)
  for (const id of now) if (!then.has(id)) await put(tx, id, client.code)
}

async function put(tx: Tx, id: string, unit: string): Promise<void> {
  const done = isId(id) ? await transfer(tx, id, { unit, terms: 'end' }) : undefined
  if (done === undefined || (done.kind === 'refused' && done.code === 'person_not_found'))
    throw wrong('invalidValue', 'A member is nobody whom this directory provisions.')
  if (done.kind === 'transferred') return trace(tx, id)
  if (done.code === 'there_already')
    throw wrong('mutability', 'Whoever is in the unit of this directory is in no other.')
  if (done.code !== 'person_left') throw new Refusal(409, undefined, `The register refuses this: ${done.code}.`)
  // Whoever has left is in no unit; they come back into one when they are active again.
}

async function bind(tx: Tx, id: string, { externalId }: WantedGroup): Promise<void> {
  if ((await linkUnit(tx, id, externalId)) === 'name_taken') throw taken('A group has this externalId.')
}

/** By its code, or by the id that the client was given. */
async function codeFor(tx: Tx, parent: string): Promise<string> {
  const code = isId(parent) ? await codeOf(tx, parent) : parent
  if (code === undefined) throw wrong('invalidValue', 'There is no such unit above.')
  return code
}

function unitRefused(code: string): Refusal {
  if (code === 'unit_code_taken') return taken('A unit has this code.')
  if (code === 'has_units') return new Refusal(409, undefined, 'Units are below this one: close them first.')
  if (/_(malformed|not_found)$/.test(code)) return wrong('invalidValue', `The register refuses this: ${code}.`)
  return new Refusal(409, undefined, `The register refuses this: ${code}.`)
}

async function rowOf({ tx, id }: Asked): Promise<GroupRow> {
  const row = await group(tx, id)
  if (!row) throw notThere()
  return row
}

async function mustBe(tx: Tx, id: string): Promise<GroupRow> {
  const row = await group(tx, id)
  if (!row) throw new Error('a unit that was just written is not seen')
  return row
}
