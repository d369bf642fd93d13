import type { Platform } from '../../addresses/index.ts'
import type { MethodName } from './method.ts'

/** What must be so beside the platform. The method itself sees to it; here it is named, for the page in the docs. */
export type Condition = 'root' | 'key' | 'provider'
export type Way = { readonly method: MethodName; readonly when?: Condition }

/** Which method where, the easiest first: what leaves nothing behind, then what a person can write without help, then an officer.
 *  A way that is not in this table is offered nowhere. docs/proofs.md holds the same table. */
const seen: Way = { method: 'witnessed' }
const signIn: Way = { method: 'sign-in', when: 'provider' }
const code: Way = { method: 'profile-code' }
const link: Way = { method: 'rel-me' }

export const ways: Readonly<Record<Platform, readonly Way[]>> = {
  website: [
    signIn,
    { method: 'dns-txt', when: 'root' },
    { method: 'well-known', when: 'root' },
    { method: 'meta-tag' },
    link,
    seen,
  ],
  github: [signIn, code, link, seen],
  gitlab: [signIn, code, link, seen],
  mastodon: [signIn, code, seen],
  youtube: [signIn, { method: 'profile-code', when: 'key' }, seen],
  bluesky: [{ method: 'bluesky' }, seen],
  facebook: [seen],
  zalo: [seen],
  tiktok: [seen],
  instagram: [seen],
  threads: [seen],
  x: [seen],
  linkedin: [seen],
  telegram: [seen],
  reddit: [seen],
  pinterest: [seen],
  medium: [seen],
  substack: [seen],
  viber: [seen],
  whatsapp: [seen],
  lotus: [seen],
  podcast: [seen],
  rss: [seen],
}

export const waysFor = (platform: string): readonly Way[] =>
  Object.hasOwn(ways, platform) ? ways[platform as Platform] : []
