import { z } from 'zod'
import type { Net, Terms } from '../method.ts'
import { judged, limits, type Read, readJson } from '../profile/json.ts'
import { type NotRead, noAccount, unreadable } from '../profile/reader.ts'
import { askService } from '../profile/service.ts'
import { didIn, hostOfDid } from './did.ts'

const shape = z.object({
  id: z.string(),
  alsoKnownAs: z.array(z.string()).default([]),
  service: z.array(z.object({ id: z.string(), type: z.unknown(), serviceEndpoint: z.unknown() })).default([]),
})
export type Document = z.infer<typeof shape>

const accept = 'application/did+ld+json, application/json'

/** The document of a permanent id: from the directory that the operator named, or from the host that is the id. A document that says it is
 *  another's counts for nobody. */
export async function documentOf(net: Net, did: string, terms: Terms): Promise<Read<Document>> {
  const read = await fetched(net, did, terms)
  return judged(read, (value): { kind: 'read'; value: Document } | NotRead =>
    didIn(value.id) === did ? { kind: 'read', value } : unreadable,
  )
}

async function fetched(net: Net, did: string, { settings }: Terms): Promise<Read<Document>> {
  const host = hostOfDid(did)
  if (host === undefined)
    return askService(net, { url: new URL(`/${did}`, settings.platforms.bluesky.directory), accept }, shape)
  return readJson(
    await net.client.get(`https://${host}/.well-known/did.json`, { ...limits, maxRedirects: 0, accept }),
    shape,
  )
}

/** The name that the account itself goes by is the first one that it lists; any further one is only an old or a wished-for name. */
export function claims({ alsoKnownAs }: Document, handle: string): boolean {
  const first = alsoKnownAs.map((name) => name.toLowerCase()).find((name) => name.startsWith('at://'))
  return first === `at://${handle}`
}

/** The server where the account lives. It is an address that somebody gave. */
export function homeOf({ id, service }: Document): { readonly kind: 'home'; readonly origin: string } | NotRead {
  const home = service.find((one) => one.id === '#atproto_pds' || one.id === `${id}#atproto_pds`)
  if (home?.type !== 'AtprotoPersonalDataServer') return noAccount
  const url = typeof home.serviceEndpoint === 'string' ? URL.parse(home.serviceEndpoint) : null
  if (url === null || url.pathname !== '/' || url.search !== '' || url.hash !== '') return unreadable
  if (url.protocol !== 'https:') return { kind: 'unreachable', reason: 'bad_scheme' }
  return url.username === '' && url.password === '' ? { kind: 'home', origin: url.origin } : unreadable
}
