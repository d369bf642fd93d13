import type { Finding } from '../finding.ts'
import type { Declared, LookedFor, Net, Terms } from './method.ts'
import { activityPub } from './profile/activitypub.ts'
import { github } from './profile/github.ts'
import { gitlab } from './profile/gitlab.ts'
import type { ProfileReader } from './profile/reader.ts'
import { otherAccount, type Verdict, whyNot } from './profile/verdict.ts'
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
      sought.uid && sought.uid !== uid ? otherAccount : (whyNot(texts, sought.token) ?? { kind: 'found', uid }),
    ),
  watch: (net, declared, uid, terms) =>
    read(net, declared, terms, uid, (now) => (now === uid ? { kind: 'found', uid } : otherAccount)),
}

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
