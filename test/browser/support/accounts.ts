import type { Help, Somebody } from './index.ts'

const some = () => Math.random().toString(36).slice(2, 10)

/** An account at a platform that the register can ask, as its owner and as the platform see it. */
export type Account = {
  readonly address: string
  readonly caption: string
  /** Its public description from now on. */
  says(text: string): Promise<unknown>
  /** The platform answers with an error of its own. */
  breaks(): Promise<unknown>
  /** The name goes to another account, with this description. */
  passesOn(text: string): Promise<unknown>
}

export function githubAccount(help: Help): Account {
  const login = `lan-${some()}`
  const is = (id: number, bio: string) =>
    help.ask({ act: 'platform', path: `/users/${login}`, body: { id, login, bio } })
  return {
    address: `https://github.com/${login}`,
    caption: `GitHub ${login}`,
    says: (text) => is(1, text),
    breaks: () => help.ask({ act: 'platform', path: `/users/${login}`, status: 502 }),
    passesOn: (text) => is(2, text),
  }
}

export function blueskyAccount(help: Help): Account {
  const [name, handle] = [some(), `lan-${some()}.vn`]
  const home = `may-chu-${name}.vn`
  const didOf = (n: number) => `did:plc:${`${name.replace(/[^a-z2-7]/g, 'q')}${'abcd'[n]}`.padEnd(24, 'q')}`
  const question = (did: string) =>
    `/xrpc/com.atproto.repo.getRecord?${new URLSearchParams({ repo: did, collection: 'app.bsky.actor.profile', rkey: 'self' })}`
  async function is(n: number, text: string) {
    const did = didOf(n)
    const value = { $type: 'app.bsky.actor.profile', description: text }
    const service = [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: `https://${home}` }]
    await help.ask({ act: 'dns', name: `TXT _atproto.${handle}`, values: [`did=${did}`] })
    await help.ask({ act: 'platform', path: `/${did}`, body: { id: did, alsoKnownAs: [`at://${handle}`], service } })
    const body = JSON.stringify({ uri: `at://${did}/app.bsky.actor.profile/self`, cid: 'c', value })
    await help.ask({ act: 'web', host: home, path: question(did), type: 'application/json', body })
  }
  return {
    address: `https://bsky.app/profile/${handle}`,
    caption: `Bluesky ${handle}`,
    says: (text) => is(0, text),
    breaks: () => help.ask({ act: 'dns', name: `A ${home}`, values: 'SERVFAIL' }),
    passesOn: (text) => is(1, text),
  }
}

export type DeclaredAccount = { readonly who: Somebody; readonly id: string }

export async function declaredAccount(help: Help, account: Pick<Account, 'address'>): Promise<DeclaredAccount> {
  const who = await help.person({ name: 'Nguyễn Văn A', office: 'Phó trưởng phòng' })
  const response = await fetch(`${help.places.register.url}/v1/declarations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ address: account.address }),
  })
  const { id } = (await response.json()) as { id: string }
  return { who, id }
}

export async function codeBegun(help: Help, account: Account, method: string) {
  const { who, id } = await declaredAccount(help, account)
  const response = await fetch(`${help.places.register.url}/v1/declarations/${id}/proofs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ method }),
  })
  const { id: proof, token } = (await response.json()) as { id: string; token: string }
  return { who, id, proof, code: token }
}
