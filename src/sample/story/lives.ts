/** What has happened to one declared page, in the words of the register. What is left out has not happened. */
export type Life = {
  /** Who manages it; alone where nothing is said. */
  readonly manager?: 'alone' | 'shared' | 'unit'
  /** The first proof: by which method, and what came of it. */
  readonly first?: { readonly method: Method; readonly came: 'waiting' | 'missing' | 'found' } | 'witnessed'
  /** Who may know, and what a public answer names. Only with a proof that came to something. */
  readonly shown?: {
    readonly visibility: 'confirmable' | 'listed'
    readonly shows: 'nothing' | 'name' | 'name_and_office'
  }
  /** A second proof, by DNS, left in place: found again, missed for a while, taken away, or its host silent for long. */
  readonly kept?: 'rechecked' | 'missed' | 'ended' | 'silent'
  readonly end?: 'frozen' | 'closing' | 'closed' | 'lost'
}
export type Method = 'dns-txt' | 'well-known' | 'meta-tag'

const byFile = { method: 'well-known', came: 'found' } as const
const byTag = { method: 'meta-tag', came: 'found' } as const
const byDns = { method: 'dns-txt', came: 'found' } as const
const inDirectory = { visibility: 'listed', shows: 'name_and_office' } as const
const whenAsked = { visibility: 'confirmable', shows: 'name' } as const
const unnamed = { visibility: 'confirmable', shows: 'nothing' } as const

/** Lives of pages on platforms: no method of this register reads those yet, so the best is an officer as witness. */
export const onPlatforms = {
  declared: {},
  shared: { manager: 'shared' },
  witnessed: { first: 'witnessed' },
  confirmable: { first: 'witnessed', shown: whenAsked },
  listed: { first: 'witnessed', shown: inDirectory },
  forUnit: { manager: 'unit', first: 'witnessed', shown: inDirectory },
  frozen: { first: 'witnessed', shown: whenAsked, end: 'frozen' },
  lost: { first: 'witnessed', end: 'lost' },
  closing: { first: 'witnessed', shown: inDirectory, end: 'closing' },
  closed: { end: 'closed' },
} as const satisfies Record<string, Life>

/** Lives of websites, which can be proven. */
export const onWebsites = {
  declared: {},
  waiting: { first: { method: 'dns-txt', came: 'waiting' } },
  missing: { first: { method: 'dns-txt', came: 'missing' } },
  proven: { first: byFile },
  confirmable: { first: byTag, shown: unnamed },
  listed: { first: byDns, shown: inDirectory },
  rechecked: { first: byFile, shown: inDirectory, kept: 'rechecked' },
  missed: { first: byFile, shown: whenAsked, kept: 'missed' },
  ended: { first: byTag, shown: whenAsked, kept: 'ended' },
  silent: { first: byFile, shown: inDirectory, kept: 'silent' },
  closed: { first: byDns, shown: whenAsked, end: 'closed' },
} as const satisfies Record<string, Life>
