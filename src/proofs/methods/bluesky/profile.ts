import { z } from 'zod'
import type { GuardedClient } from '../../../net/index.ts'
import { missing } from '../fetched.ts'
import { judged, limits, type Read, readJson } from '../profile/json.ts'
import { type NotRead, noAccount, unreadable } from '../profile/reader.ts'

export const collection = 'app.bsky.actor.profile'

const record = z.object({
  uri: z.string(),
  value: z.object({ $type: z.literal(collection), description: z.string().default('') }),
})
const standing = z.object({ did: z.string(), active: z.boolean() })

const wants = { ...limits, maxRedirects: 0, accept: 'application/json' }

/** The description in the profile of the account, from the server where it lives; empty where there is no profile yet. Of the record only
 *  the description is read: the display name stands beside everything that the account writes, and is no place to ask for a code. */
export async function descriptionOf(client: GuardedClient, did: string, home: string): Promise<Read<string>> {
  const url = question(home, 'com.atproto.repo.getRecord', { repo: did, collection, rkey: 'self' })
  const got = await client.get(url, wants)
  if (got.kind === 'response' && got.status === 400) return withoutRecord(client, did, home)
  const where = { where: url.href, resolvers: got.resolvers }
  if (got.kind === 'response' && missing.has(got.status)) return { ...where, ...unreadable }
  return judged(readJson(got, record), ({ uri, value }): { kind: 'read'; value: string } | NotRead =>
    uri === `at://${did}/${collection}/self` ? { kind: 'read', value: value.description } : unreadable,
  )
}

/** A server says 400 for a profile that is not there, and as well for an account that was deactivated or taken down: it is asked which. */
async function withoutRecord(client: GuardedClient, did: string, home: string): Promise<Read<string>> {
  const got = await client.get(question(home, 'com.atproto.sync.getRepoStatus', { did }), wants)
  return judged(readJson(got, standing), (account): { kind: 'read'; value: string } | NotRead => {
    if (account.did !== did) return unreadable
    return account.active ? { kind: 'read', value: '' } : noAccount
  })
}

function question(home: string, name: string, asked: Record<string, string>): URL {
  return new URL(`/xrpc/${name}?${new URLSearchParams(asked)}`, home)
}
