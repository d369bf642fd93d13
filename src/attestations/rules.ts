import { createHash } from 'node:crypto'

/** Days before the last one: when the list opens, when people are reminded; and how many days of their own have those who come anew. */
export const patience = { window: 60, reminders: [30, 7, 1], own: 30, notice: 14 } as const

export const everyMonths = [6, 12, 24, 36] as const
export const longestSpread = 180

export type Cycle = {
  readonly months: number
  /** 1 to 12: the month in which the first are due. */
  readonly month: number
  readonly spreadDays: number
}
export type State = 'attested' | 'attested_none' | 'due' | 'overdue' | 'never_asked' | 'exempt' | 'unreachable'
export type Away = { readonly kind: 'leave' | 'abroad' | 'exempt'; readonly from: string; readonly until: string }
export type Step = 'open' | '30_days' | '7_days' | '1_day' | 'late'

/** What the register knows of one person's duty. Days are `YYYY-MM-DD` in its zone. */
export type Duty = {
  readonly person: string
  /** Came alone, on that day, and has no date yet. */
  readonly joinedOn?: string
  /** Came into another unit, on that day, and the date does not follow yet. */
  readonly movedOn?: string
  readonly opensOn?: string
  readonly dueOn?: string
  /** Attested for this date. */
  readonly answered: boolean
  readonly attestedOn?: string
  readonly said?: 'accounts' | 'none'
  /** Has a way in, or a mail address. */
  readonly reachable: boolean
  /** None: people of this unit are not asked. */
  readonly cycle?: Cycle
  /** Since when there is that cycle. */
  readonly cycleSince?: string
  readonly away: readonly Away[]
}

export type Moved = {
  readonly person: string
  readonly opensOn?: string
  readonly dueOn?: string
  readonly answered: boolean
  readonly state: State
  /** The date went by without an answer: what is shown is not current. */
  readonly late: boolean
  /** What was proven once before this day lapses. */
  readonly proofsSince?: string
  /** Day on which to look again. */
  readonly nextOn?: string
  readonly tell?: Step
}

// the calendar

const ms = 86_400_000
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * ms).toISOString().slice(0, 10)
const later = (...days: readonly string[]): string => days.toSorted().at(-1) as string

/** Which day of the spread is this person's: the same every time, and about as many people on each. */
export const cohortOf = (person: string, spreadDays: number): number =>
  createHash('sha256').update(person).digest().readUInt32BE(0) % spreadDays

/** The first date of this cohort on or after a day. Cycles are counted from January 2000, so that one of two years is the same two
 *  years for everybody. */
export function dateOnOrAfter({ months, month }: Cycle, offset: number, day: string): string {
  const [year, at] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  let cycle = Math.floor(((year - 2000) * 12 + at - month) / months) - 1 // a spread may reach over a whole cycle's start
  for (;;) {
    const first = new Date(Date.UTC(2000, month - 1 + cycle * months, 1)).toISOString().slice(0, 10)
    const date = addDays(first, offset)
    if (date >= day) return date
    cycle += 1
  }
}

// the clock

/** What today makes of a duty: its date, its state, what the person is told, and when to look again. Run twice it says the same. */
export function moveOn(duty: Duty, today: string): Moved {
  const dated = leaveCounts(ownDays(dateFor(duty, today), duty, today), duty)
  const over = duty.dueOn !== undefined && today > duty.dueOn && (duty.answered || dated.dueOn === duty.dueOn)
  const proofsSince = over ? duty.opensOn : undefined
  if (dated.dueOn === undefined || dated.opensOn === undefined)
    return { person: duty.person, answered: false, state: restsOn(duty), late: false, proofsSince }
  const { opensOn, dueOn, answered } = dated
  const open = today >= opensOn && !answered
  const exempt = isAway(duty, today, true)
  const late = open && today > dueOn && !exempt
  const state = exempt ? 'exempt' : open ? asked(duty, late) : restsOn(duty)
  return {
    person: duty.person,
    ...{ opensOn, dueOn, answered, state, late, proofsSince },
    nextOn: nextLook(dated as Required<Dated>, duty, today),
    tell: state === 'due' || state === 'overdue' ? told(dated as Required<Dated>, duty, today) : undefined,
  }
}

type Dated = { readonly opensOn?: string; readonly dueOn?: string; readonly answered: boolean }

/** The date that stands, or the next one: once it was answered and has gone by, or where there is none yet. */
function dateFor(duty: Duty, today: string): Dated {
  const { opensOn, dueOn, answered, cycle } = duty
  if (dueOn !== undefined && !(answered && today > dueOn)) return { opensOn, dueOn, answered }
  if (!cycle) return { answered: false }
  const own = dueOn === undefined && duty.joinedOn !== undefined && duty.joinedOn > (duty.cycleSince ?? '')
  if (own) {
    const joined = duty.joinedOn as string
    const last = later(addDays(joined, patience.own), addDays(today, patience.notice))
    return { opensOn: joined, dueOn: last, answered: false }
  }
  const next = dateOnOrAfter(cycle, cohortOf(duty.person, cycle.spreadDays), notBefore(duty, cycle, today))
  return { opensOn: later(addDays(next, -patience.window), today), dueOn: next, answered: false }
}

/** Nobody is asked with less than thirty days to go, nor twice within half a cycle. */
function notBefore({ attestedOn }: Duty, { months }: Cycle, today: string): string {
  const fair = addDays(today, patience.own)
  return attestedOn === undefined ? fair : later(fair, addDays(attestedOn, months * 15))
}

/** Whoever was transferred has thirty days from then, unless they have just attested. */
function ownDays(dated: Dated, { movedOn }: Duty, today: string): Dated {
  const { opensOn, dueOn, answered } = dated
  if (movedOn === undefined || opensOn === undefined || dueOn === undefined || (answered && today <= dueOn))
    return dated
  const own = addDays(movedOn, patience.own)
  if (today >= opensOn && movedOn >= opensOn) return { ...dated, dueOn: later(dueOn, own) }
  return { opensOn: movedOn, dueOn: own, answered: false }
}

/** A date that falls into an absence, or within thirty days after it, waits until thirty days after it. */
function leaveCounts(dated: Dated, { away }: Duty): Dated {
  let { dueOn } = dated
  if (dueOn === undefined || dated.answered) return dated
  for (const { from, until } of away.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const back = addDays(until, patience.own)
    if (from <= dueOn && dueOn < back) dueOn = back
  }
  return { ...dated, dueOn }
}

const isAway = ({ away }: Duty, today: string, exemptOnly = false): boolean =>
  away.some(({ kind, from, until }) => from <= today && today <= until && (!exemptOnly || kind === 'exempt'))

function asked({ reachable }: Duty, late: boolean): State {
  if (!reachable) return 'unreachable'
  return late ? 'overdue' : 'due'
}

/** Outside the window: what was said last. */
const restsOn = ({ said }: Duty): State =>
  said === undefined ? 'never_asked' : said === 'none' ? 'attested_none' : 'attested'

/** Of the steps whose day has come the last one, so that whoever was not looked at for a week is told once. Nobody is written to while away. */
function told(dated: Required<Dated>, duty: Duty, today: string): Step | undefined {
  if (isAway(duty, today)) return undefined
  return stepsOf(dated).findLast(({ on }) => on <= today)?.step
}

function stepsOf({ opensOn, dueOn }: Required<Dated>): readonly { readonly step: Step; readonly on: string }[] {
  const reminders = patience.reminders.map((days) => ({
    step: (days === 1 ? '1_day' : `${days}_days`) as Step,
    on: addDays(dueOn, -days),
  }))
  return [
    { step: 'open', on: opensOn },
    ...reminders.filter(({ on }) => on > opensOn),
    { step: 'late', on: addDays(dueOn, 1) },
  ]
}

function nextLook(dated: Required<Dated>, { away }: Duty, today: string): string | undefined {
  const steps = dated.answered ? [addDays(dated.dueOn, 1)] : stepsOf(dated).map(({ on }) => on)
  const absences = away.flatMap(({ from, until }) => [from, addDays(until, 1)])
  return [...steps, ...absences].filter((day) => day > today).sort()[0]
}
