import type { Lang } from '../words.ts'
import type { Level } from './level-mark.tsx'
import type { AnswerKind } from './seal.tsx'
import type { Moment } from './time-text.ts'

/** What the register says about an address. `unconfirmed` holds nothing, so that it can show nothing. */
export type PublicAnswer =
  | ConfirmedAnswer
  | { kind: 'unconfirmed' }
  | { kind: 'suspended'; address: string; since: Moment; level: Level; levelAt: Moment; answeredAt: Date }
  | { kind: 'closed'; address: string; closedOn: Moment; answeredAt: Date }
  | ImitationAnswer

export type ConfirmedAnswer = {
  kind: 'confirmed'
  address: string
  level: 1 | 2 | 3
  levelAt: Moment
  answeredAt: Date
  /** Name and office only as the owner opted in. */
  owner?: string
  office?: string
  /** The person's public page, for listed persons. */
  personHref?: string
  /** The attestation lapsed: since when. */
  notCurrentSince?: Moment
  /** Level 3 whose re-checks could not tell: since when. */
  notSince?: Moment
}

export type ImitationAnswer = {
  kind: 'imitation'
  address: string
  decidedOn: Moment
  lapsesOn: Moment
  reasons: readonly string[]
  /** Whoever runs the page has objected: since when. */
  objectedSince?: Moment
  answeredAt: Date
  rightPage?: { address: string; level: Level; levelAt: Moment }
}

/** Where the answer leads on. A link that is not given is not shown. */
export type AnswerLinks = { report?: string; object?: string; signed?: string }

/** What each answer is drawn from. */
export type PartProps<K extends AnswerKind> = {
  answer: Extract<PublicAnswer, { kind: K }>
  lang: Lang
  links: AnswerLinks
  zone?: string
}
