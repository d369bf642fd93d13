import type { Finding } from '../finding.ts'
import { codesIn } from '../token.ts'
import type { Declared, LookedFor, Net, Sought, Terms } from './method.ts'
import { activityPub } from './profile/activitypub.ts'
import { github } from './profile/github.ts'
import { gitlab } from './profile/gitlab.ts'
import type { ProfileReader } from './profile/reader.ts'
import { youtube } from './profile/youtube.ts'

const readers: ReadonlyMap<string, ProfileReader> = new Map([
  ['mastodon', activityPub],
  ['github', github],
  ['gitlab', gitlab],
  ['youtube', youtube],
])

/** M6. A code in the public description of the account, read where the platform offers that to programs. The code may go as soon as it
 *  was found; from then on only the permanent id is looked at. */
export const profileCode: LookedFor = {
  name: 'profile-code',
  how: 'looked_for',
  secret: 'code',
  recheckDays: null,
  applies: (declared, terms) => readers.get(declared.platform)?.applies(declared, terms) === true,
  publish: ({ canonical }, { token }) => ({ url: canonical, code: token }),
  look: (net, declared, sought, terms) =>
    read(net, declared, terms, sought.token, (uid, texts) =>
      sought.uid && sought.uid !== uid ? otherAccount : (whyNot(texts, sought) ?? { kind: 'found', uid }),
    ),
  watch: (net, declared, uid, terms) =>
    read(net, declared, terms, uid, (now) => (now === uid ? { kind: 'found', uid } : otherAccount)),
}

type Verdict =
  | { readonly kind: 'found'; readonly uid: string }
  | Pick<Finding & { kind: 'absent' }, 'kind' | 'reason' | 'seen' | 'others'>

const otherAccount: Verdict = { kind: 'absent', reason: 'other_account', seen: [], others: 0 }

async function read(
  net: Net,
  declared: Declared,
  terms: Terms,
  expected: string,
  judge: (uid: string, texts: readonly string[]) => Verdict,
): Promise<Finding> {
  const reader = readers.get(declared.platform)
  if (!reader?.applies(declared, terms)) return noLonger(declared, expected)
  const { where, resolvers, ...profile } = await reader.read(net, declared, terms)
  const place = { place: reader.place(declared, terms).href, where, expected, resolvers }
  if (profile.kind === 'profile') return { ...place, ...judge(profile.uid, profile.texts) }
  return profile.kind === 'absent' ? { ...place, seen: [], others: 0, ...profile } : { ...place, ...profile }
}

/** The operator took a key out of the settings: what was begun or proven before stays as it is, and nobody is asked. */
const noLonger = ({ canonical }: Declared, expected: string): Finding => ({
  ...{ place: canonical, where: canonical, expected, resolvers: [] },
  ...{ kind: 'unreachable', reason: 'closed_to_us' },
})

const mostSeen = 10

/** Of a text only codes of our own form are told, and whether there is anything else. */
function whyNot(texts: readonly string[], { token }: Sought): Verdict | undefined {
  const codes = [...new Set(texts.flatMap(codesIn))]
  if (codes.includes(token)) return undefined
  const others = texts.some((text) => text.trim() !== '') ? 1 : 0
  if (codes.length === 0) return { kind: 'absent', reason: 'no_code', seen: [], others }
  return { kind: 'absent', reason: 'other_code', seen: codes.slice(0, mostSeen), others: 0 }
}
