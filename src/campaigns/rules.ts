import { type DaysApart, isWorkingDay, today } from '../db/index.ts'

export const states = ['draft', 'running', 'stopped', 'done', 'dropped'] as const
export type State = (typeof states)[number]
export const acts = ['start', 'stop', 'resume', 'close', 'drop'] as const
export type Act = (typeof acts)[number]

/** What each act makes of each state. Where nothing stands it is refused; what a campaign is already, it stays. The database has the same. */
export const table: Readonly<Record<Act, { readonly leads: Partial<Record<State, State>>; readonly is: State }>> = {
  start: { leads: { draft: 'running' }, is: 'running' },
  stop: { leads: { running: 'stopped' }, is: 'stopped' },
  resume: { leads: { stopped: 'running' }, is: 'running' },
  close: { leads: { running: 'done', stopped: 'done' }, is: 'done' },
  drop: { leads: { draft: 'dropped' }, is: 'dropped' },
}

/** What can be pressed now. */
export const open = (state: State): readonly Act[] => acts.filter((act) => table[act].leads[state] !== undefined)

export type Pace = {
  readonly perWave: number
  readonly waveMinutes: number
  readonly perDay: number
  /** Nobody is told before the one hour, nor from the other on, in the zone of the register. */
  readonly fromHour: number
  readonly untilHour: number
  /** Working days, or all but holidays and the weekends among them. */
  readonly days: 'working' | 'all'
}
export type Since = { readonly toldToday: number; readonly wavedAt: Date | undefined }
export type Calendar = { readonly timeZone: string; readonly apart: DaysApart }

export type Turn =
  | { readonly kind: 'send'; readonly most: number }
  /** Why nobody is told now, and from when on somebody may be. */
  | { readonly kind: 'wait'; readonly why: 'quiet' | 'day' | 'cap' | 'wave'; readonly until: Date }

/** Whether a wave goes out now, and of how many. */
export function turn(pace: Pace, { toldToday, wavedAt }: Since, now: Date, calendar: Calendar): Turn {
  const opens = opening(pace, now, calendar)
  if (opens > now)
    return { kind: 'wait', why: isQuietDay(localDay(now, calendar), pace, calendar) ? 'day' : 'quiet', until: opens }
  const room = pace.perDay - toldToday
  if (room <= 0) return { kind: 'wait', why: 'cap', until: opening(pace, tomorrow(now, calendar), calendar) }
  const next = wavedAt && new Date(wavedAt.getTime() + pace.waveMinutes * 60_000)
  if (next && next > now) return { kind: 'wait', why: 'wave', until: opening(pace, next, calendar) }
  return { kind: 'send', most: Math.min(pace.perWave, room) }
}

/** How many days it takes at least until so many were told once. */
export const daysFor = (persons: number, { perWave, waveMinutes, perDay, fromHour, untilHour }: Pace): number => {
  const waves = Math.ceil(((untilHour - fromHour) * 60) / waveMinutes)
  return Math.ceil(persons / Math.min(perDay, waves * perWave))
}

/** Holidays are quiet always, and so is a weekend that lies among them: whoever is at home for Tết is left alone for all of it. */
export function isQuietDay(day: string, { days }: Pick<Pace, 'days'>, { apart }: Pick<Calendar, 'apart'>): boolean {
  if (isWorkingDay(day, apart)) return false
  if (days === 'working') return true
  const off = (from: string, step: number): boolean => {
    for (let at = from; !isWorkingDay(at, apart); at = dayAfter(at, step)) if (apart.get(at) === true) return true
    return false
  }
  return off(day, 1) || off(day, -1)
}

/** Until when reminders wait that were to go out before and could not: early, late and on holidays nobody is reminded, whatever a campaign says. */
export function quietUntil(now: Date, calendar: Calendar): Date | undefined {
  const widest: Pace = { perWave: 1, waveMinutes: 0, perDay: 1, fromHour: 6, untilHour: 21, days: 'all' }
  const opens = opening(widest, now, calendar)
  return opens > now ? opens : undefined
}

/** The moment itself where it is not quiet, else the end of the quiet. */
function opening(pace: Pace, from: Date, calendar: Calendar): Date {
  const day = localDay(from, calendar)
  const hour = localHour(from, calendar)
  if (!isQuietDay(day, pace, calendar)) {
    if (hour < pace.fromHour) return instantOf(day, pace.fromHour, calendar)
    if (hour < pace.untilHour) return from
  }
  for (let next = dayAfter(day, 1), n = 0; n < 60; next = dayAfter(next, 1), n++)
    if (!isQuietDay(next, pace, calendar)) return instantOf(next, pace.fromHour, calendar)
  throw new Error('sixty quiet days in a row')
}

const localDay = (at: Date, { timeZone }: Calendar) => today(timeZone, at)
const localHour = (at: Date, { timeZone }: Calendar): number => Number(hourIn(timeZone).format(at))

const clocks = new Map<string, Intl.DateTimeFormat>()
function hourIn(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' })
  clocks.set(timeZone, clock)
  return clock
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The first moment of the next day. */
const tomorrow = (now: Date, calendar: Calendar): Date => instantOf(dayAfter(localDay(now, calendar), 1), 0, calendar)

/** When it is this hour of this day there. An hour that a clock skips is the one after it; of one that comes twice, the first. */
export function instantOf(day: string, hour: number, calendar: Calendar): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000
  // No zone is farther from UTC than this; quarters of an hour are the finest that any is apart.
  for (let at = wanted - 15 * 3_600_000; at <= wanted + 15 * 3_600_000; at += 900_000) {
    const there = new Date(at)
    const [its, clock] = [localDay(there, calendar), localHour(there, calendar)]
    if (its > day || (its === day && clock >= hour)) return there
  }
  throw new Error(`there is no ${hour} o'clock on ${day}`)
}
