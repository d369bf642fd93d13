/** Where a report stands. `none`: there is none, or it is over. */
export const stages = ['none', 'asked', 'denied', 'found', 'objected'] as const
export type Stage = (typeof stages)[number]

export const subjects = ['page', 'taken', 'written'] as const
/** What somebody wants to report: the first question. What was written is not taken. */
export type SubjectOfReport = (typeof subjects)[number]

export const ways = ['name', 'photograph', 'office', 'money', 'links'] as const
/** How a page imitates somebody: a closed list, nothing typed, no picture. */
export type Way = (typeof ways)[number]

export const disclaimers = ['nothing', 'parody', 'fan', 'comment'] as const
/** What a page says of itself, to whoever opens it. */
export type Disclaimer = (typeof disclaimers)[number]

export const grounds = ['own_name', 'says_so', 'changed', 'gone'] as const
/** Why a finding is objected to. */
export type Ground = (typeof grounds)[number]

export const referrals = ['platform', 'authority'] as const
export type Referral = (typeof referrals)[number]
export const marks = ['printed', 'done', 'refused', 'no_reply', 'removed', 'changed'] as const
/** What was done about a referral, and what came of it. */
export type Mark = (typeof marks)[number]

export type Act =
  | 'report'
  | 'mine'
  | 'not_mine'
  | 'find'
  | 'find_not'
  | 'object'
  | 'uphold'
  | 'lift'
  | 'mark'
  | 'gone'
  | 'lapse'

type Line = {
  readonly by: 'anybody' | 'person' | 'reviewer' | 'another reviewer' | 'register'
  /** Where it leads from each stage in which it can be done; from any other nothing moves. */
  readonly leads: Partial<Record<Stage, Stage>>
  /** Who is told when the stage moves: the person, or the reviewers who may decide. */
  readonly tells?: readonly string[]
}

/** A report from the first to the end: who does what, from where to where, and who is told. Only in `found` and `objected` the public answer
 *  is *imitation*. The database does it (0031); a test walks it through the database and compares. */
export const table: Readonly<Record<Act, Line>> = {
  report: {
    by: 'anybody',
    leads: { none: 'asked', asked: 'asked', denied: 'denied', found: 'found', objected: 'objected' },
    tells: ['imitation_reported'],
  },
  mine: { by: 'person', leads: { asked: 'none', denied: 'none', found: 'none', objected: 'none' } },
  not_mine: { by: 'person', leads: { asked: 'denied' }, tells: ['imitation_to_judge'] },
  find: { by: 'reviewer', leads: { denied: 'found' }, tells: ['imitation_found'] },
  find_not: { by: 'reviewer', leads: { denied: 'none' }, tells: ['imitation_closed'] },
  object: { by: 'anybody', leads: { found: 'objected' }, tells: ['imitation_to_judge'] },
  uphold: { by: 'another reviewer', leads: { objected: 'found' } },
  lift: { by: 'another reviewer', leads: { objected: 'none' }, tells: ['imitation_closed'] },
  mark: { by: 'person', leads: { found: 'found', objected: 'objected' } },
  gone: { by: 'person', leads: { found: 'none', objected: 'none' } },
  lapse: {
    by: 'register',
    leads: { asked: 'none', denied: 'none', found: 'none', objected: 'none' },
    tells: ['imitation_closed'],
  },
}

export const isSaid = (stage: Stage): boolean => stage === 'found' || stage === 'objected'

/** Days after which a finding lapses. */
export const findingDays = 180

/** `MD-7K4M-9QXZ`, as copied by hand: small letters, missing hyphens, O for 0, I and L for 1. */
export function codeOf(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/^MD/, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(plain) ? `MD-${plain.slice(0, 4)}-${plain.slice(4)}` : undefined
}
