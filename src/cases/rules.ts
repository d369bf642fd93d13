/** Where a case stands. `none`: there is none. */
export const states = ['none', 'notified', 'to_decide', 'decided', 'appealed', 'sealed'] as const
export type State = (typeof states)[number]

export const kinds = ['not_filed', 'false_declaration', 'not_kept_up_to_date', 'lent_or_sold'] as const
/** Which duty of the register is in question. */
export type Kind = (typeof kinds)[number]

/** What the register itself knows, and which duty that is about. Nothing else begins a case. */
export const facts = {
  not_attested: 'not_filed',
  proven_by_another: 'false_declaration',
  not_seen_again: 'false_declaration',
  change_not_filed: 'not_kept_up_to_date',
  rename_not_filed: 'not_kept_up_to_date',
  other_account: 'lent_or_sold',
  said_lost: 'lent_or_sold',
} as const satisfies Record<string, Kind>
export type FactName = keyof typeof facts

export const outcomes = ['unfounded', 'excused', 'reminder'] as const
/** What can be decided. `unfounded`: it is not so. `excused`: it is so, for a good reason. Nothing else follows from it here. */
export type Outcome = (typeof outcomes)[number]

/** Why an appeal is answered as it is: chosen, not typed. `late` is the register's own: nobody answered in time. */
export const grounds = { upheld: ['holds'], annulled: ['fact_not_so', 'good_reason', 'steps_not_kept'] } as const
export type Settled = keyof typeof grounds
export type Ground = (typeof grounds)[Settled][number] | 'late'

/** Clocks in working days. What the person is to do rests while they are on leave or ill; what a reviewer is to do does not. */
export const clocks = {
  notified: { days: 10, rests: true },
  to_decide: { days: 15, rests: false },
  decided: { days: 10, rests: true },
  appealed: { days: 15, rests: false },
} as const satisfies Partial<Record<State, { days: number; rests: boolean }>>

export type Act =
  | 'open'
  | 'reply'
  | 'no_reply'
  | 'withdraw'
  | 'hand_up'
  | 'find_nothing'
  | 'remind'
  | 'appeal'
  | 'stand'
  | 'settle'
  | 'raise'
  | 'lapse'
  | 'leave'

type Line = {
  readonly by: 'opener' | 'person' | 'reviewer' | 'register'
  /** Where it leads from each state in which it can be done; from any other nothing moves. */
  readonly leads: Partial<Record<State, State>>
  /** What the person is told, each time it is done. */
  readonly tells?: string
  /** Reviewers are told when it comes to them. */
  readonly next?: 'case_task' | 'case_appeal_task'
}

/** A case from the notice to the seal: who does what, from where to where, and who is told. A reviewer is one who neither opened it nor did
 *  anything in it before. The database does it (0030-cases.sql); a test walks it through the database and compares. */
export const table: Readonly<Record<Act, Line>> = {
  open: { by: 'opener', leads: { none: 'notified' }, tells: 'case_opened' },
  reply: { by: 'person', leads: { notified: 'to_decide', to_decide: 'to_decide' }, next: 'case_task' },
  no_reply: { by: 'register', leads: { notified: 'to_decide' }, tells: 'case_no_reply', next: 'case_task' },
  withdraw: { by: 'opener', leads: { notified: 'sealed', to_decide: 'sealed' }, tells: 'case_withdrawn' },
  hand_up: { by: 'reviewer', leads: { to_decide: 'to_decide' }, tells: 'case_handed_up', next: 'case_task' },
  find_nothing: { by: 'reviewer', leads: { to_decide: 'sealed' }, tells: 'case_decided' },
  remind: { by: 'reviewer', leads: { to_decide: 'decided' }, tells: 'case_decided' },
  appeal: { by: 'person', leads: { decided: 'appealed' }, next: 'case_appeal_task' },
  stand: { by: 'register', leads: { decided: 'sealed' }, tells: 'case_stands' },
  settle: { by: 'reviewer', leads: { appealed: 'sealed' }, tells: 'case_settled' },
  /** Nobody did it in time, and a unit above has a reviewer. */
  raise: { by: 'register', leads: { to_decide: 'to_decide', appealed: 'appealed' }, tells: 'case_late' },
  /** Nobody did it in time, and there is nobody above: it ends for the person. */
  lapse: { by: 'register', leads: { to_decide: 'sealed', appealed: 'sealed' }, tells: 'case_not_decided' },
  leave: { by: 'register', leads: { notified: 'sealed', to_decide: 'sealed', decided: 'sealed', appealed: 'sealed' } },
}

/** As long as a text may be. There are three: the reply, the reasons, the appeal. */
export const longest = 2000

type Sealed = {
  readonly outcome: Outcome | null
  readonly settled: Settled | null
  readonly ended: string
  readonly sealedOn: string
  readonly factOn: string
}

/** Day on which a sealed case is erased: a reminder that stands after a year, everything else after 90 days, but not while the same fact
 *  could be taken up again (365 days). */
export function erasedOn({ outcome, settled, ended, sealedOn, factOn }: Sealed): string {
  const stands = outcome === 'reminder' && settled !== 'annulled' && (ended === 'decided' || ended === 'settled')
  if (stands) return yearAfter(sealedOn)
  return [daysAfter(sealedOn, 90), daysAfter(factOn, 366)].sort().at(-1) as string
}

function yearAfter(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return month === '02' && date === '29' ? `${Number(year) + 1}-02-28` : `${Number(year) + 1}-${month}-${date}`
}

function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** When somebody is away, as it was written down. */
export type Absence = {
  readonly kind: 'leave' | 'abroad' | 'exempt'
  readonly reason?: string | null
  readonly from: string
  readonly until: string
  /** The day on which it was ended before its last one. */
  readonly endedOn?: string
}

/** On leave or ill: days on which no clock of a case runs for them. Abroad one can answer. */
export const isAway = (absences: readonly Absence[], day: string): boolean =>
  absences.some(
    ({ kind, reason, from, until, endedOn }) =>
      (kind === 'leave' || reason === 'health') && from <= day && day <= until && (!endedOn || day < endedOn),
  )
