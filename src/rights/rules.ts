export const kinds = ['copy', 'correction', 'restriction', 'objection', 'erasure'] as const
/** What a person may ask about what the register keeps of them. */
export type Kind = (typeof kinds)[number]
/** Those that somebody answers; a copy the register gives at once. */
export type Asked = Exclude<Kind, 'copy'>

/** What of it: chosen, never typed. Erasure is of all. */
export const choices = {
  correction: ['name', 'office', 'unit', 'ref', 'phone', 'started_on'],
  restriction: ['inaccurate', 'use_disputed', 'needed_for_a_claim', 'safety'],
  objection: ['listing', 'campaign_mail', 'lookalikes', 'second_look'],
  erasure: [],
} as const satisfies Record<Asked, readonly string[]>
export type What = (typeof choices)[Asked][number]

/** As long as a right value may be: a name, an office, a number. It is gone with the answer. */
export const longestValue = 200

export const grounds = ['right_as_it_is', 'not_shown', 'a_duty_needs_it', 'already_so', 'another_way'] as const
/** Why something is refused: chosen, not typed. */
export type Ground = (typeof grounds)[number]

/** Which reasons are for what. */
export const groundsFor: Readonly<Record<Asked, readonly Ground[]>> = {
  correction: ['right_as_it_is', 'not_shown', 'already_so', 'another_way'],
  restriction: ['a_duty_needs_it', 'already_so', 'another_way'],
  objection: ['a_duty_needs_it', 'already_so', 'another_way'],
  erasure: ['a_duty_needs_it', 'another_way'],
}

/** Where a request stands. `none`: there is none. `upheld`: refused a second time, one level up. */
export const states = ['none', 'asked', 'refused', 'appealed', 'granted', 'upheld', 'ended', 'done'] as const
export type State = (typeof states)[number]

/** Working days to answer, anew with each unit above. */
export const days = 2
/** So long after somebody left a mistake is still undone by letting them return. */
export const daysToReturn = 7

export type Act = 'ask' | 'grant' | 'refuse' | 'appeal' | 'take_back' | 'raise' | 'leave' | 'return' | 'erase'

type Line = {
  readonly by: 'person' | 'answerer' | 'register'
  /** Where it leads from each state in which it can be done; from any other nothing moves. */
  readonly leads: Partial<Record<State, State>>
  /** Which kinds it is for; without any, for all that somebody answers. */
  readonly of?: readonly Asked[]
  /** What the person is told. */
  readonly tells?: 'right_granted' | 'right_refused' | 'right_raised'
  /** Who is to answer is told, and a new clock runs. */
  readonly next?: 'right_task'
}

/** A request from the asking to its end: who does what, from where to where, and who is told. Who answers is an officer of the person's unit
 *  or above, an administrator where there is none, never the person, and never who did anything in it before. The database does it
 *  (0033-rights.sql); a test walks it through the database and compares. */
export const table: Readonly<Record<Act, Line>> = {
  ask: { by: 'person', leads: { none: 'asked' }, next: 'right_task' },
  grant: { by: 'answerer', leads: { asked: 'granted', appealed: 'granted' }, tells: 'right_granted' },
  refuse: { by: 'answerer', leads: { asked: 'refused', appealed: 'upheld' }, tells: 'right_refused' },
  appeal: { by: 'person', leads: { refused: 'appealed' }, next: 'right_task' },
  take_back: { by: 'person', leads: { asked: 'ended', appealed: 'ended', granted: 'ended' } },
  /** Nobody answered in time: one level up, from the top to the administrators, where it stays. */
  raise: {
    by: 'register',
    leads: { asked: 'asked', appealed: 'appealed' },
    tells: 'right_raised',
    next: 'right_task',
  },
  leave: {
    by: 'register',
    leads: { asked: 'ended', appealed: 'ended', granted: 'ended' },
    of: ['correction', 'restriction', 'objection'],
  },
  return: { by: 'register', leads: { asked: 'ended', appealed: 'ended', granted: 'ended' }, of: ['erasure'] },
  erase: { by: 'register', leads: { granted: 'done' }, of: ['erasure'] },
}

/** Where an act leads. What is put right is done with the answer; the rest is in force from then on. */
export function leadsTo(act: Act, kind: Asked, from: State): State | undefined {
  const { leads, of } = table[act]
  if (of && !of.includes(kind)) return undefined
  const to = leads[from]
  return to === 'granted' && kind === 'correction' ? 'done' : to
}

/** Does the person's request still stand against the register: waiting, or in force? */
export const stands = (state: State): boolean => state === 'asked' || state === 'appealed' || state === 'granted'

/** Was it to be answered before this day? */
export const isLate = (dueOn: string | null, today: string): boolean => dueOn !== null && dueOn < today

/** What was chosen of a kind of request; nothing where it is not among what can be. */
export const whatIn = (kind: Asked, chosen: string | undefined): What | null =>
  (choices[kind] as readonly What[]).find((known) => known === chosen) ?? null
