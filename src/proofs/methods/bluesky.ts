import type { Finding } from '../finding.ts'
import { didIn } from './bluesky/did.ts'
import { claims, type Document, documentOf, homeOf } from './bluesky/document.ts'
import { whomNames } from './bluesky/handle.ts'
import { collection, descriptionOf } from './bluesky/profile.ts'
import type { At, Stop } from './bluesky/step.ts'
import type { Declared, LookedFor, Net, Terms } from './method.ts'
import { notClaimedBack } from './profile/reader.ts'
import { otherAccount, type Verdict, whyNot } from './profile/verdict.ts'

/** M5. A code in the description of a Bluesky account. The handle names an account, the account names that handle first, and the code is
 *  read at the server where the account lives. An address that holds the permanent id itself names the account without a handle. */
export const bluesky: LookedFor = {
  name: 'bluesky',
  how: 'looked_for',
  secret: 'code',
  recheckDays: null,
  applies: (declared) => declared.platform === 'bluesky' && nameIn(declared) !== undefined,
  publish: ({ canonical }, { token }) => ({ url: canonical, code: token }),
  look: async (net, declared, { token, uid }, terms) => finding(token, await seen(net, declared, token, uid, terms)),
  async watch(net, declared, uid, terms) {
    const account = await accountOf(net, declared, terms)
    if (account.kind !== 'account') return finding(uid, account)
    return finding(uid, account.did === uid ? { ...account.at, kind: 'found', uid } : isOther(account))
  },
}

type Account = { readonly kind: 'account'; readonly did: string; readonly document: Document; readonly at: At }
type Seen = Stop | (Verdict & At)

async function seen(
  net: Net,
  declared: Declared,
  code: string,
  uid: string | null | undefined,
  terms: Terms,
): Promise<Seen> {
  const account = await accountOf(net, declared, terms)
  if (account.kind !== 'account') return account
  const { did, document, at } = account
  if (uid && uid !== did) return isOther(account)
  const home = homeOf(document)
  if (home.kind !== 'home') return { ...at, ...home }
  const place = `${at.place}/${collection}/self`
  const read = await descriptionOf(net.client, did, home.origin)
  if (read.kind !== 'read') return { ...read, place }
  const { value, where, resolvers } = read
  return { place, where, resolvers, ...(whyNot([value], code) ?? { kind: 'found', uid: did }) }
}

/** The account that a declaration is about; by its handle only where both sides say so. */
async function accountOf(net: Net, declared: Declared, terms: Terms): Promise<Account | Stop> {
  const name = nameIn(declared)
  if (name === undefined) throw new Error(`${declared.canonical} is no Bluesky account`)
  const named = name.handle === undefined ? { kind: 'did' as const, did: name.did } : await whomNames(net, name.handle)
  if (named.kind !== 'did') return named
  const read = await documentOf(net, named.did, terms)
  const at = { place: `at://${name.handle ?? name.did}`, where: read.where, resolvers: read.resolvers }
  if (read.kind !== 'read') return { ...read, ...at }
  if (name.handle !== undefined && !claims(read.value, name.handle)) return { ...at, ...notClaimedBack }
  return { kind: 'account', did: named.did, document: read.value, at }
}

type Name =
  | { readonly handle: string; readonly did?: undefined }
  | { readonly handle?: undefined; readonly did: string }

function nameIn({ handle, uid }: Declared): Name | undefined {
  const did = didIn(uid ?? '')
  if (did !== undefined) return { did }
  return handle === undefined ? undefined : { handle }
}

/** Who holds the name now is told to nobody. */
const isOther = ({ at }: Account): Seen => ({ ...at, where: at.place, ...otherAccount })

const finding = (expected: string, it: Seen): Finding =>
  it.kind === 'absent' ? { seen: [], others: 0, ...it, expected } : { ...it, expected }
