import type { Platform } from '../../addresses/index.ts'

export const waysSeen = ['in_person', 'video_call'] as const
/** How an officer saw the account. */
export type Seen = (typeof waysSeen)[number]

export type RequestState = 'open' | 'witnessed' | 'not_seen' | 'withdrawn' | 'ended'

/** One request to look at an account, as its person and the officer who looked may see it. */
export type WitnessRequest = {
  readonly id: string
  /** `W-0012`. */
  readonly number: string
  readonly proof: string
  /** 2: once more, by the unit above. */
  readonly look: 1 | 2
  readonly follows: string | null
  readonly state: RequestState
  readonly askedAt: Date
  readonly decidedAt: Date | null
  readonly by: { readonly name: string; readonly office: string | null; readonly unit: string | null } | null
  readonly seen: Seen | null
}

/** What an officer is told of an open request before it is opened: no name, no address. */
export type Task = Pick<WitnessRequest, 'id' | 'number' | 'look' | 'askedAt'> & { readonly unit: string }

/** What the access row opens: this person's name and this one address. */
export type ShownPage = {
  readonly id: string
  readonly number: string
  readonly look: 1 | 2
  readonly person: { readonly name: string; readonly office: string | null; readonly unit: string | null }
  readonly platform: Platform
  readonly canonical: string
  readonly handle?: string
}

export type Code = { readonly code: string; readonly until: Date }
