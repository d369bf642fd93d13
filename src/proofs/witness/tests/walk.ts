import { type TestHouse, testHouse, type Visitor } from '../../../../test/support/house.ts'
import { smallOrganisation } from '../../../../test/support/people.ts'
import { parseSettings } from '../../../settings.ts'

type Person = { readonly id: string }
export type Asked = {
  readonly declaration: string
  readonly address: string
  readonly proof: string
  readonly request: string
  readonly number: string
}
export type Walk = Awaited<ReturnType<typeof walk>>

/** The small organisation behind the front door, with an officer above, and the steps of a witness as people take them. */
export async function walk(secondLookPercent = 0) {
  const settings = parseSettings(JSON.stringify({ second_look_percent: secondLookPercent }))
  const house: TestHouse = await testHouse({ settings })
  const people = await smallOrganisation(house.db)
  const above = await people.person('Phạm Văn Trên', people.root.id, 'Trưởng ban')
  await people.grant(above, 'officer', people.root.id)
  const sibling = await people.person('Võ Văn E', people.south.id, 'Cán bộ')
  await people.grant(sibling, 'officer', people.south.id)
  const { lan, officer } = people
  const visitors = new Map<string, Visitor>()
  const as = async (who: Person): Promise<Visitor> => {
    const known = visitors.get(who.id) ?? (await house.as(who))
    visitors.set(who.id, known)
    return known
  }
  let n = 0
  const newAddress = () => `https://www.facebook.com/taikhoanmau${++n}`

  const declares = async (who: Person, address = newAddress()): Promise<string> =>
    (await (await as(who)).api('POST', '/v1/declarations', { address })).json().id
  const one = async (sql: string, ...values: unknown[]) => (await house.db.asSuperuser(sql, values)).rows[0]
  async function openRequest(proof: string, look = 1): Promise<{ id: string; number: string } | undefined> {
    return one("select id, number from witness_request where proof = $1 and state = 'open' and look = $2", proof, look)
  }
  async function asks(who: Person = lan, address = newAddress()): Promise<Asked> {
    const declaration = await declares(who, address)
    const begun = await (await as(who)).api('POST', `/v1/declarations/${declaration}/proofs`, { method: 'witnessed' })
    if (begun.status !== 201) throw new Error(begun.text)
    const proof: string = begun.json().id
    const request = await openRequest(proof)
    if (!request) throw new Error('no open request')
    return { declaration, address, proof, request: request.id, number: request.number }
  }
  const call = async (who: Person, path: string, body?: unknown, headers = {}) =>
    (await as(who)).api('POST', `/v1/witness/${path}`, body, headers)
  const opens = (id: string, who: Person = officer) => call(who, id)
  const code = (id: string, who: Person = officer) => call(who, `${id}/code`)
  const confirms = (id: string, address: string, who: Person = officer, seen = 'in_person') =>
    call(who, `${id}/confirm`, { address, seen })
  const declines = (id: string, who: Person = officer) => call(who, `${id}/decline`)
  /** All of it, as it goes when nothing is wrong. */
  async function witnessed(asked: Asked, who: Person = officer) {
    await opens(asked.request, who)
    await code(asked.request, who)
    return confirms(asked.request, asked.address, who)
  }
  const level = async ({ declaration }: Pick<Asked, 'declaration'>): Promise<number> =>
    (
      await one(
        'select s.level from declaration d join level_step s on s.id = d.current_step where d.id = $1',
        declaration,
      )
    ).level
  const state = async (request: string) => (await one('select state from witness_request where id = $1', request)).state
  const proofState = async ({ proof }: Pick<Asked, 'proof'>) =>
    (await one('select state from proof where id = $1', proof)).state
  const looks = async (subject: Person) =>
    (
      await house.db.asSuperuser(
        'select purpose, fields, channel, by_name, about from access where subject = $1 order by at, id',
        [subject.id],
      )
    ).rows
  return {
    ...{
      house,
      db: house.db,
      ...people,
      above,
      sibling,
      as,
      declares,
      asks,
      openRequest,
      opens,
      code,
      confirms,
      declines,
    },
    ...{ witnessed, level, state, proofState, looks, one, call, newAddress },
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  }
}
