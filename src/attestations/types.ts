import type { KeptAddress, Level, State as PageState } from '../declarations/index.ts'
import type { State } from './rules.ts'

export const saidOfPages = ['still_mine', 'changed', 'closed', 'not_in_control'] as const
/** What a person says of one page. */
export type Answer = (typeof saidOfPages)[number]

export type MyDuty = {
  readonly state: State
  /** Attested for this date. */
  readonly answered: boolean
  readonly opensOn?: string
  readonly dueOn?: string
  readonly attestedAt?: Date
  readonly lapsedAt?: Date
}

/** One page that stands. Only what is in use is asked about: what is being closed, or rests with an incident, is shown beside it. */
export type Line = {
  readonly declaration: string
  readonly address: KeptAddress
  readonly state: PageState
  readonly level: Level
  readonly answer?: Answer
  /** Proven once, on that day, and not since the list was opened: it lapses with the date. */
  readonly lapses?: Date
}

export type Filed = {
  readonly id: string
  readonly code: string
  readonly dueOn: string
  readonly said: 'accounts' | 'none'
  readonly pages: number
  readonly channel: string
  readonly madeAt: Date
}

export type FiledLine = Pick<Line, 'declaration' | 'address'> & { readonly answer: Answer }
