import { type TestHouse, testHouse, type Visitor } from '../../../../test/support/house.ts'
import { smallOrganisation } from '../../../../test/support/people.ts'
import { parseSettings, serviceOrigins } from '../../../config.ts'
import { type Internet, internet } from '../../tests/internet.ts'

export const origin = 'http://localhost:8080'
export const callback = (provider: string) => `${origin}/proofs/sign-in/return/${provider}`

/** The house with these providers, and what somebody does who signs in there. */
export async function walking(signIn: readonly unknown[], more: Record<string, unknown> = {}) {
  const settings = parseSettings(JSON.stringify({ sign_in: signIn, ...more }))
  const outside: Internet = await internet(serviceOrigins(settings))
  const lines: string[] = []
  const log = { write: (line: string) => void lines.push(line) }
  const house: TestHouse = await testHouse({ settings, net: outside.net, url: origin, log })
  const people = await smallOrganisation(house.db)
  const here = { 'sec-fetch-site': 'same-origin' }
  const there = { 'sec-fetch-site': 'cross-site' }

  async function declares(who: Visitor, address: string): Promise<string> {
    const declared = await who.api('POST', '/v1/declarations', { address })
    if (declared.status !== 201) throw new Error(declared.text)
    return declared.json().id
  }
  async function begins(who: Visitor, declaration: string) {
    const started = await who.api('POST', `/v1/declarations/${declaration}/proofs`, { method: 'sign-in' })
    if (started.status !== 201) throw new Error(started.text)
    return started.json() as { id: string; publish: { signIn: { name: string; url: string }[] } }
  }
  /** Presses the link on our page; gives where it leads. */
  async function leaves(who: Visitor, proof: string, provider: string): Promise<URL> {
    const answer = await who.get(`/proofs/${proof}/sign-in/${provider}`, here)
    if (answer.status !== 303) throw new Error(`${answer.status} ${answer.text}`)
    return new URL(String(answer.headers.location))
  }
  /** Comes back from the provider, as a browser does. */
  const returns = (who: Visitor, url: string) => who.get(url.slice(origin.length), there)
  const result = async (proof: string) => {
    const { rows } = await house.db.asSuperuser(
      'select result, reason, place from proof_check where proof = $1 order by at, id',
      [proof],
    )
    return rows.map(({ result, reason, place }) => [result, reason, place].filter((part) => part !== null).join(' '))
  }
  const proof = async (id: string) =>
    (await house.db.asSuperuser('select state, uid, next_check_at from proof where id = $1', [id])).rows[0]
  const declarationOf = async (proof: string) =>
    (await house.db.asSuperuser('select declaration from proof where id = $1', [proof])).rows[0]?.declaration
  const level = async (declaration: string) =>
    (
      await house.db.asSuperuser(
        'select s.level from declaration d join level_step s on s.id = d.current_step where d.id = $1',
        [declaration],
      )
    ).rows[0].level
  /** Everything that the database holds, as one text. */
  async function everything(): Promise<string> {
    const { rows } = await house.db.asSuperuser(
      "select table_schema s, table_name t from information_schema.tables where table_schema in ('register', 'pgboss') and table_type = 'BASE TABLE'",
    )
    const texts = await Promise.all(
      rows.map(async ({ s, t }) =>
        (await house.db.asSuperuser(`select row_to_json(x)::text as row from ${s}.${t} x`)).rows
          .map(({ row }) => row)
          .join('\n'),
      ),
    )
    return texts.join('\n')
  }
  return {
    ...people,
    ...{
      house,
      lines,
      outside,
      settings,
      declares,
      begins,
      leaves,
      returns,
      result,
      proof,
      declarationOf,
      level,
      everything,
    },
    async [Symbol.asyncDispose]() {
      await house[Symbol.asyncDispose]()
      await outside[Symbol.asyncDispose]()
    },
  }
}
export type Walking = Awaited<ReturnType<typeof walking>>
