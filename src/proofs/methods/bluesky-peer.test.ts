import { afterAll, beforeAll, beforeEach, expect, type TestContext, test } from 'vitest'
import {
  type AccountServer,
  accountServer,
  howToInstall,
  isInstalled,
  type Resident,
} from '../../../test/peers/atproto/servers.ts'
import { parseSettings } from '../../settings.ts'
import type { Internet } from '../tests/internet.ts'
import { type Register, register } from '../tests/register.ts'
import { bluesky } from './bluesky.ts'
import type { Declared, Terms } from './method.ts'

// Real are the account server (PDS), the directory and what they write to each other: accounts, documents, profiles, the file that names a
// handle. Ours are the name server, and a TLS server that stands before the real one, which speaks plain HTTP, and changes nothing. The
// documents lead to it because the server was told that this is its name. An AppView is not asked and not there.

const code = 'CD-7K4M-9QXZ'
const sought = { token: code, keep: false, expiresOn: null }
const domain = '.mangxahoi.vn'
const hostname = `pds${domain}`

let server: AccountServer
let outside: Internet
let terms: Terms
let here: Register
beforeAll(async () => {
  if (!isInstalled) return
  server = await accountServer(hostname, domain)
  const settings = parseSettings(JSON.stringify({ platforms: { bluesky: { directory: server.directory } } }))
  here = await register(settings)
  outside = here.outside
  terms = { label: 'so', today: '2026-11-24', url: 'https://so.vn', settings }
})
afterAll(async () => {
  await here?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
})
beforeEach(() => {
  if (!isInstalled) return
  for (const map of [outside.dns, outside.south, outside.hosts]) map.clear()
  outside.hosts.set(hostname, server.behindTls)
})

const real = (title: string, act: (t: TestContext) => Promise<void>) =>
  test(title, (t) => (isInstalled ? act(t) : t.skip(`not installed: ${howToInstall}`)))

let count = 0
/** A handle of its own for each test, which the server answers for. */
function newHandle(): string {
  const handle = `lan-${++count}${domain}`
  outside.hosts.set(handle, server.behindTls)
  return handle
}
async function account(): Promise<{ handle: string; lan: Resident }> {
  const handle = newHandle()
  return { handle, lan: await server.create(handle) }
}
const byHandle = (handle: string): Declared => ({
  platform: 'bluesky',
  canonical: `https://bsky.app/profile/${handle}`,
  handle,
})
const byId = ({ did }: Resident): Declared => ({
  platform: 'bluesky',
  canonical: `https://bsky.app/profile/${did}`,
  uid: did,
})
const look = (declared: Declared, uid?: string) => bluesky.look(outside.net, declared, { ...sought, uid }, terms)
const watch = (declared: Declared, uid: string) => bluesky.watch?.(outside.net, declared, uid, terms)

real('a real server: the code in a profile is found, with the permanent id', async () => {
  const { handle, lan } = await account()
  await server.describes(lan, { displayName: 'Lan', description: `Đại biểu. ${code}` })
  const found = {
    ...{ kind: 'found', uid: lan.did, expected: code },
    where: expect.stringMatching(`^https://${hostname}/xrpc/com.atproto.repo.getRecord`),
    resolvers: outside.net.resolvers.names,
  }
  const place = (name: string) => `at://${name}/app.bsky.actor.profile/self`
  expect(await look(byHandle(handle))).toEqual({ ...found, place: place(handle) })
  expect(await look(byId(lan), lan.did)).toEqual({ ...found, place: place(lan.did) })
  outside.dns.set(`TXT _atproto.${handle}`, [`did=${lan.did}`])
  expect(await look(byHandle(handle))).toEqual({ ...found, place: place(handle) })
})

real('a real server: no profile yet, an empty one, another text, another code, the code in the name', async () => {
  const { handle, lan } = await account()
  const nothing = { kind: 'absent', reason: 'no_code', seen: [], others: 0 }
  expect(await look(byHandle(handle))).toMatchObject(nothing)
  for (const profile of [{}, { description: '' }, { displayName: code }]) {
    await server.describes(lan, profile)
    expect(await look(byHandle(handle))).toMatchObject(nothing)
  }
  await server.describes(lan, { description: `x${code}` })
  expect(await look(byHandle(handle))).toMatchObject({ ...nothing, others: 1 })
  await server.describes(lan, { description: 'CD-0000-ZZZZ' })
  expect(await look(byHandle(handle))).toMatchObject({ reason: 'other_code', seen: ['CD-0000-ZZZZ'] })
})

real('a real server: a code in one account proves no other', async () => {
  const { handle, lan } = await account()
  const other = await account()
  await server.describes(lan, { description: '' })
  await server.describes(other.lan, { description: code })
  expect(await look(byHandle(handle))).toMatchObject({ kind: 'absent', reason: 'no_code' })
  outside.dns.set(`TXT _atproto.${handle}`, [`did=${other.lan.did}`])
  expect(await look(byHandle(handle))).toMatchObject({ kind: 'absent', reason: 'two_accounts' })
})

real('a real server: a name that only its zone gives to an account is not the account’s', async () => {
  const { lan } = await account()
  await server.describes(lan, { description: code })
  outside.dns.set('TXT _atproto.lan-nguyen.vn', [`did=${lan.did}`])
  expect(await look(byHandle('lan-nguyen.vn'))).toMatchObject({ kind: 'absent', reason: 'not_claimed_back' })
})

real('a real server: a handle that nobody has, and an id that was never given', async () => {
  expect(await look(byHandle(newHandle()))).toMatchObject({ kind: 'absent', reason: 'no_account' })
  const nobody = { did: `did:plc:${'a'.repeat(24)}`, accessJwt: '' }
  expect(await look(byId(nobody))).toMatchObject({ kind: 'absent', reason: 'no_account' })
})

real(
  'a real server: an account that is deactivated or taken down is told as such, and found when it is back',
  async () => {
    const { handle, lan } = await account()
    await server.describes(lan, { description: code })
    const gone = { kind: 'absent', reason: 'no_account' }
    await server.deactivates(lan)
    expect(await look(byHandle(handle))).toMatchObject(gone)
    expect(await look(byId(lan))).toMatchObject(gone)
    await server.returns(lan)
    expect(await look(byHandle(handle))).toMatchObject({ kind: 'found' })
    await server.takesDown(lan.did, true)
    expect(await look(byHandle(handle))).toMatchObject(gone)
    expect(await look(byId(lan))).toMatchObject(gone)
    await server.takesDown(lan.did, false)
    expect(await look(byHandle(handle))).toMatchObject({ kind: 'found' })
  },
)

real(
  'a real server: the name of an account that was deleted is nobody’s; of its id the server no longer tells anything',
  async () => {
    const { handle, lan } = await account()
    await server.deletes(lan.did)
    expect(await look(byHandle(handle))).toMatchObject({ kind: 'absent', reason: 'no_account' })
    expect(await look(byId(lan))).toMatchObject({ kind: 'unreachable', reason: 'unreadable' })
  },
)

real('a real server: after a new name the old one is nobody’s, the new one is found, and the id stays', async () => {
  const { handle, lan } = await account()
  await server.describes(lan, { description: code })
  const renamed = newHandle()
  await server.renames(lan, renamed)
  expect(await watch(byHandle(handle), lan.did)).toMatchObject({ kind: 'absent', reason: 'no_account' })
  outside.dns.set(`TXT _atproto.${handle}`, [`did=${lan.did}`])
  expect(await watch(byHandle(handle), lan.did)).toMatchObject({ kind: 'absent', reason: 'not_claimed_back' })
  expect(await watch(byHandle(renamed), lan.did)).toMatchObject({ kind: 'found', uid: lan.did })
  expect(await watch(byId(lan), lan.did)).toMatchObject({ kind: 'found', uid: lan.did })
  expect(await look(byHandle(renamed), lan.did)).toMatchObject({ kind: 'found', uid: lan.did })
})

real('a real server: a name that another account took is told, even where that account shows the code', async () => {
  const { handle, lan } = await account()
  await server.describes(lan, { description: code })
  await server.renames(lan, newHandle())
  const minh = await server.create(handle)
  await server.describes(minh, { description: code })
  const taken = { kind: 'absent', reason: 'other_account', seen: [], others: 0 }
  expect(await watch(byHandle(handle), lan.did)).toMatchObject(taken)
  expect(await look(byHandle(handle), lan.did)).toMatchObject(taken)
  expect(await look(byHandle(handle))).toMatchObject({ kind: 'found', uid: minh.did })
})

real('a real server: from the declaration to the freeze when somebody else took the name, and back', async () => {
  const { handle, lan } = await account()
  const declaration = await here.declares(here.lan, `https://bsky.app/profile/${handle}`, 'bluesky')
  const proof = await here.begins(here.lan, declaration, 'bluesky')
  expect(await here.result(here.lan, proof)).toBe('absent 0')
  await server.describes(lan, { description: `Đại biểu ${proof.token}` })
  expect(await here.result(here.lan, proof)).toBe('found 2')
  expect(await here.row(proof)).toMatchObject({ uid: lan.did })

  await here.show(here.lan, declaration, 'confirmable')
  await server.describes(lan, { description: '' })
  const freed = newHandle()
  await server.renames(lan, freed)
  const minh = await server.create(handle)
  await here.db.asSuperuser('update proof set next_check_at = now() where id = $1', [proof.id])
  expect(await here.recheckDue()).toBe(1)
  expect(await here.now(here.lan, declaration)).toMatchObject({ state: 'frozen' })

  await server.renames(minh, newHandle())
  await server.renames(lan, handle)
  const again = await here.begins(here.lan, declaration, 'bluesky')
  await server.describes(lan, { description: again.token })
  expect(await here.result(here.lan, again)).toBe('found 2')
  expect(await here.now(here.lan, declaration)).toMatchObject({ state: 'active' })
})
