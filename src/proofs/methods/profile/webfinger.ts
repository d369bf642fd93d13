import { z } from 'zod'
import type { GuardedClient } from '../../../net/index.ts'
import { judged, limits, type Read, readJson } from './json.ts'
import { type NotRead, noAccount, unreadable } from './reader.ts'

export type Account = { readonly name: string; readonly host: string }

export function accountIn(handle: string | undefined): Account | undefined {
  const [, name, host] = /^([^@\s/?#&]+)@([^@\s/?#&]+)$/.exec(handle ?? '') ?? []
  return name !== undefined && host !== undefined && URL.canParse(`https://${host}/`) ? { name, host } : undefined
}

export const webFingerOf = ({ name, host }: Account): URL =>
  new URL(`https://${host}/.well-known/webfinger?resource=acct:${encodeURIComponent(name)}@${host}`)

const descriptor = z.object({
  subject: z.string().max(500).nullish(),
  links: z
    .array(z.object({ rel: z.string(), type: z.string().nullish(), href: z.string().max(2048).nullish() }))
    .default([]),
})

export type Self = {
  /** The actor that the host names for this account. */
  readonly actor: string
  /** `acct:name@host`, as the host writes it. */
  readonly subject: string
}

/** Whom the host of an account names for it (RFC 7033). Of two different answers none counts. */
export async function selfOf(client: GuardedClient, account: Account): Promise<Read<Self>> {
  const wants = { ...limits, maxRedirects: 3, accept: 'application/jrd+json, application/json' }
  const read = readJson(await client.get(webFingerOf(account), wants), descriptor)
  return judged(read, ({ subject, links }): { kind: 'read'; value: Self } | NotRead => {
    const actors = new Set(
      links.filter((link) => link.rel === 'self' && isActivity(link.type ?? '')).map(({ href }) => href),
    )
    const [actor] = actors
    if (actors.size > 1) return unreadable
    return actor ? { kind: 'read', value: { actor, subject: subject ?? '' } } : noAccount
  })
}

/** Only these types say that somebody means an actor; a picture or a text that others may upload never has them. */
export function isActivity(type: string): boolean {
  const [media, ...rest] = type.toLowerCase().split(';')
  if (media?.trim() === 'application/activity+json') return true
  return media?.trim() === 'application/ld+json' && rest.join(';').includes('https://www.w3.org/ns/activitystreams')
}
