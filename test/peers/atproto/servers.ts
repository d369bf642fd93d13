import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { type RequestListener, request } from 'node:http'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export const isInstalled = existsSync(here('node_modules/@atproto/pds/package.json'))
export const howToInstall = 'npm ci --ignore-scripts --prefix test/peers/atproto'

/** An account on the real server, and whoever is signed in to it. */
export type Resident = { readonly did: string; readonly accessJwt: string }

export interface AccountServer extends AsyncDisposable {
  /** Origin of the real directory. */
  readonly directory: string
  /** Lets a host that answers by TLS stand before the real server, which itself speaks plain HTTP. Nothing is changed on the way. */
  readonly behindTls: RequestListener
  create(handle: string): Promise<Resident>
  /** Writes the whole profile record. A new account has none. */
  describes(who: Resident, profile: Record<string, unknown>): Promise<void>
  renames(who: Resident, handle: string): Promise<void>
  deactivates(who: Resident): Promise<void>
  returns(who: Resident): Promise<void>
  /** The operator of the server hides the account, or shows it again. */
  takesDown(did: string, hidden: boolean): Promise<void>
  deletes(did: string): Promise<void>
}

const password = 'only-for-this-test'

/** The real account server (PDS) under this name, and a real directory that it writes to. Handles end on `handleDomain`. */
export async function accountServer(hostname: string, handleDomain: string): Promise<AccountServer> {
  const child = spawn(process.execPath, [here('serve.mjs'), hostname, handleDomain, password], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, LOG_ENABLED: 'false' },
  })
  const ports = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([line]) => JSON.parse(line)),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the real server ended with ${code}`))),
  ])
  const origin = `http://127.0.0.1:${ports.pds}`
  const admin = `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`

  async function act<Answer = unknown>(
    name: string,
    body: object | undefined,
    authorization?: string,
  ): Promise<Answer> {
    const headers = { ...(body && { 'content-type': 'application/json' }), ...(authorization && { authorization }) }
    const answer = await fetch(`${origin}/xrpc/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as Answer
  }
  const as = ({ accessJwt }: Resident) => `Bearer ${accessJwt}`

  return {
    directory: `http://127.0.0.1:${ports.directory}`,
    behindTls: (asked, response) => {
      const { method, url, headers } = asked
      const host = (headers.host ?? '').replace(/:\d+$/, '')
      const onward = request(`${origin}${url}`, { method, headers: { ...headers, host } }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      onward.on('error', () => response.destroy())
      asked.pipe(onward)
    },
    create: (handle) =>
      act('com.atproto.server.createAccount', { handle, email: `${randomUUID()}@example.com`, password: 'of-nobody' }),
    async describes(who, profile) {
      const collection = 'app.bsky.actor.profile'
      const record = { $type: collection, ...profile }
      await act('com.atproto.repo.putRecord', { repo: who.did, collection, rkey: 'self', record }, as(who))
    },
    async renames(who, handle) {
      await act('com.atproto.identity.updateHandle', { handle }, as(who))
    },
    async deactivates(who) {
      await act('com.atproto.server.deactivateAccount', {}, as(who))
    },
    async returns(who) {
      await act('com.atproto.server.activateAccount', undefined, as(who))
    },
    async takesDown(did, hidden) {
      const subject = { $type: 'com.atproto.admin.defs#repoRef', did }
      await act('com.atproto.admin.updateSubjectStatus', { subject, takedown: { applied: hidden } }, admin)
    },
    async deletes(did) {
      await act('com.atproto.admin.deleteAccount', { did }, admin)
    },
    async [Symbol.asyncDispose]() {
      const gone = once(child, 'exit')
      child.stdin.end()
      await gone
    },
  }
}
