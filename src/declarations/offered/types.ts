import type { KeptAddress } from '../types.ts'

export const offerAnswers = ['mine', 'not_mine', 'closed'] as const
/** What a person says of an account that a list names as theirs. */
export type OfferAnswer = (typeof offerAnswers)[number]

export type Offer = {
  readonly id: string
  /** As the list has it. */
  readonly typed: string
  /** None where no account was recognised in it. */
  readonly address?: KeptAddress
  /** What the person has written of it already. */
  readonly draft?: string
  readonly answer?: OfferAnswer
  readonly answeredAt?: Date
  readonly offeredAt: Date
  /** What it became, or the declaration of this address that stands already. */
  readonly declaration?: string
  readonly receipt?: string
  /** Name of the published list that it stands on. */
  readonly list?: string
}

export type Said = OfferAnswer | 'unanswered'
export type Line = { readonly id: string; readonly said: Said }

export type Outcome =
  /** Said; what is theirs has its declaration and its receipt. */
  | {
      readonly kind: 'answered'
      readonly id: string
      readonly declaration?: string | undefined
      readonly receipt?: string | undefined
    }
  | {
      readonly kind: 'not_found' | 'filed_already' | 'no_address' | 'too_many_declarations'
      readonly id: string
    }
