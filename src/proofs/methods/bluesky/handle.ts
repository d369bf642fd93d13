import type { GuardedClient, Resolvers, Response, Wants } from '../../../net/index.ts'
import { whySilent } from '../../../net/index.ts'
import { couldNotTell, missing } from '../fetched.ts'
import type { Net } from '../method.ts'
import { type NotRead, noAccount, unreadable } from '../profile/reader.ts'
import { didIn } from './did.ts'
import { type At, type Stop, twoAccounts } from './step.ts'

export type Named = { readonly kind: 'did'; readonly did: string } & At
/** The place could be read, and names nobody. */
type Nobody = { readonly kind: 'nobody' } & At
type Said = Named | Nobody | Stop

/** Whom a handle names: a record in its zone, or a file on its server. Where both name someone they must name the same. What the zone
 *  says goes first, and while that is not known nothing counts; a server that is not there takes nothing from a record, for a handle needs
 *  none. */
export async function whomNames(net: Net, handle: string): Promise<Named | Stop> {
  const [record, file] = await Promise.all([byRecord(net.resolvers, handle), byFile(net.client, handle)])
  if (record.kind === 'did' && file.kind === 'did' && record.did !== file.did) return { ...file, ...twoAccounts }
  if (record.kind !== 'nobody') return record
  if (file.kind !== 'nobody') return file
  return { ...record, where: `${record.where}, ${file.where}`, ...noAccount }
}

const isOurs = (value: string) => value.startsWith('did=')

async function byRecord(resolvers: Resolvers, handle: string): Promise<Said> {
  const name = `_atproto.${handle}`
  const told = await resolvers.txt(name, isOurs)
  const at = { place: name, where: name, resolvers: told.resolvers }
  if (told.kind === 'unreachable') return { ...at, kind: 'unreachable', reason: `dns_${told.why}` }
  const texts = new Set(told.kind === 'answer' ? told.values.filter(isOurs).map((value) => value.slice(4).trim()) : [])
  const [text] = texts
  if (text === undefined) return { ...at, kind: 'nobody' }
  return { ...at, ...(texts.size > 1 ? twoAccounts : nameIn(text)) }
}

const wants: Wants = { maxBytes: 4096, maxRedirects: 3, accept: 'text/plain', timeoutMs: 8_000 }
const longest = 300

async function byFile(client: GuardedClient, handle: string): Promise<Said> {
  const place = `https://${handle}/.well-known/atproto-did`
  const got = await client.get(place, wants)
  const where = (got.kind === 'response' ? got.url : got.where).slice(0, longest)
  const at = { place, where, resolvers: got.resolvers }
  if (got.kind === 'absent') return { ...at, kind: 'nobody' }
  if (got.kind === 'response') return { ...at, ...fileIn(got) }
  return { ...at, ...(got.why === 'too_large' ? unreadable : { kind: 'unreachable', reason: whySilent(got) }) }
}

type Name = { readonly kind: 'did'; readonly did: string }

function fileIn({ status, body }: Response): Name | { readonly kind: 'nobody' } | NotRead {
  if (status === 200) return nameIn(Buffer.from(body).toString('latin1').trim())
  if (missing.has(status)) return { kind: 'nobody' }
  const reason = couldNotTell(status)
  return reason ? { kind: 'unreachable', reason } : unreadable
}

function nameIn(text: string): Name | NotRead {
  const did = didIn(text)
  return did === undefined ? unreadable : { kind: 'did', did }
}
