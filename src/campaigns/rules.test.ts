import { describe, expect, test } from 'vitest'
import { daysApart } from '../db/index.ts'
import { acts, daysFor, instantOf, isQuietDay, open, type Pace, states, table, turn } from './rules.ts'

const apart = daysApart({ off: [], worked: [] })
const hanoi = { timeZone: 'Asia/Ho_Chi_Minh', apart }
const pace: Pace = { perWave: 100, waveMinutes: 30, perDay: 1_000, fromHour: 8, untilHour: 20, days: 'working' }
const fresh = { toldToday: 0, wavedAt: undefined }
const at = (text: string) => new Date(text)
const said = (one: Parameters<typeof turn>) => {
  const told = turn(...one)
  return told.kind === 'send' ? `send ${told.most}` : `${told.why} until ${told.until.toISOString().slice(0, 16)}Z`
}

describe('hours and days in Viet Nam', () => {
  test.each([
    // A Tuesday. Viet Nam is seven hours ahead, all year.
    ['2026-06-16T00:59:59Z', 'working', 'quiet until 2026-06-16T01:00Z'],
    ['2026-06-16T01:00:00Z', 'working', 'send 100'],
    ['2026-06-16T12:59:59Z', 'working', 'send 100'],
    ['2026-06-16T13:00:00Z', 'working', 'quiet until 2026-06-17T01:00Z'],
    ['2026-06-16T16:59:59Z', 'working', 'quiet until 2026-06-17T01:00Z'], // a second before midnight there
    ['2026-06-16T17:00:00Z', 'working', 'quiet until 2026-06-17T01:00Z'], // midnight there
    ['2026-06-16T23:59:59Z', 'working', 'quiet until 2026-06-17T01:00Z'],
    ['2026-06-17T00:00:00Z', 'working', 'quiet until 2026-06-17T01:00Z'], // midnight in UTC is seven there
    // Friday evening: not before Monday, or on Saturday where all days count.
    ['2026-06-19T13:00:00Z', 'working', 'quiet until 2026-06-22T01:00Z'],
    ['2026-06-19T13:00:00Z', 'all', 'quiet until 2026-06-20T01:00Z'],
    ['2026-06-20T05:00:00Z', 'working', 'day until 2026-06-22T01:00Z'],
    ['2026-06-20T05:00:00Z', 'all', 'send 100'],
    ['2026-06-21T16:59:00Z', 'working', 'day until 2026-06-22T01:00Z'], // Sunday, a minute to midnight
    ['2026-06-21T17:00:00Z', 'working', 'quiet until 2026-06-22T01:00Z'], // Monday, midnight
    // Tết Bính Ngọ: off from Saturday 14 to Sunday 22 February.
    ['2026-02-13T12:59:00Z', 'working', 'send 100'],
    ['2026-02-13T13:00:00Z', 'working', 'quiet until 2026-02-23T01:00Z'],
    ['2026-02-13T13:00:00Z', 'all', 'quiet until 2026-02-23T01:00Z'],
    ['2026-02-14T05:00:00Z', 'all', 'day until 2026-02-23T01:00Z'], // the Saturday before
    ['2026-02-17T05:00:00Z', 'working', 'day until 2026-02-23T01:00Z'], // the first day of the year
    ['2026-02-17T05:00:00Z', 'all', 'day until 2026-02-23T01:00Z'],
    ['2026-02-22T05:00:00Z', 'all', 'day until 2026-02-23T01:00Z'], // the Sunday after
    ['2026-02-23T01:00:00Z', 'working', 'send 100'],
    // New Year: Thursday and Friday off, Saturday 10 January worked for it.
    ['2025-12-31T13:00:00Z', 'working', 'quiet until 2026-01-05T01:00Z'],
    ['2026-01-03T05:00:00Z', 'all', 'day until 2026-01-05T01:00Z'], // a weekend that hangs on the holiday
    ['2026-01-09T14:00:00Z', 'working', 'quiet until 2026-01-10T01:00Z'],
    ['2026-01-10T05:00:00Z', 'working', 'send 100'],
    ['2026-01-11T05:00:00Z', 'working', 'day until 2026-01-12T01:00Z'],
    // Hùng Kings on a Sunday, off on Monday; 30 April and 1 May are Thursday and Friday.
    ['2026-04-25T05:00:00Z', 'all', 'day until 2026-04-28T01:00Z'],
    ['2026-04-27T05:00:00Z', 'working', 'day until 2026-04-28T01:00Z'],
    ['2026-04-29T14:00:00Z', 'working', 'quiet until 2026-05-04T01:00Z'],
    ['2026-05-02T05:00:00Z', 'all', 'day until 2026-05-04T01:00Z'],
    // National Day: the Saturday before is worked, the Sunday is off, Monday to Wednesday too.
    ['2026-08-21T14:00:00Z', 'working', 'quiet until 2026-08-22T01:00Z'],
    ['2026-08-29T05:00:00Z', 'all', 'day until 2026-09-03T01:00Z'],
    ['2026-08-31T05:00:00Z', 'working', 'day until 2026-09-03T01:00Z'],
    // Month's end, year's end, the leap day.
    ['2026-06-30T14:00:00Z', 'working', 'quiet until 2026-07-01T01:00Z'],
    ['2027-12-31T14:00:00Z', 'working', 'quiet until 2028-01-03T01:00Z'],
    ['2028-02-28T14:00:00Z', 'working', 'quiet until 2028-02-29T01:00Z'],
    ['2028-02-29T02:00:00Z', 'working', 'send 100'],
    ['2028-02-29T14:00:00Z', 'working', 'quiet until 2028-03-01T01:00Z'],
    // Tết Đinh Mùi.
    ['2027-02-04T14:00:00Z', 'all', 'quiet until 2027-02-12T01:00Z'],
    ['2027-02-06T05:00:00Z', 'all', 'day until 2027-02-12T01:00Z'],
  ] as const)('at %s, on %s days: %s', (now, days, wanted) => {
    expect(said([{ ...pace, days }, fresh, at(now), hanoi])).toBe(wanted)
  })
})

describe('waves and the cap of a day', () => {
  const noon = '2026-06-16T05:00:00Z'
  test.each([
    [0, undefined, noon, 'send 100'],
    [899, undefined, noon, 'send 100'],
    [900, undefined, noon, 'send 100'],
    [950, undefined, noon, 'send 50'],
    [999, undefined, noon, 'send 1'],
    [1_000, undefined, noon, 'cap until 2026-06-17T01:00Z'],
    [1_001, undefined, noon, 'cap until 2026-06-17T01:00Z'], // a cap that was lowered meanwhile
    [1_000, undefined, '2026-06-19T05:00:00Z', 'cap until 2026-06-22T01:00Z'],
    [1_000, undefined, '2026-02-13T05:00:00Z', 'cap until 2026-02-23T01:00Z'],
    [100, '2026-06-16T05:00:00Z', noon, 'wave until 2026-06-16T05:30Z'],
    [100, '2026-06-16T04:30:01Z', noon, 'wave until 2026-06-16T05:00Z'],
    [100, '2026-06-16T04:30:00Z', noon, 'send 100'],
    [100, '2026-06-15T12:59:00Z', '2026-06-16T01:00:00Z', 'send 100'],
    [100, '2026-06-16T12:45:00Z', '2026-06-16T12:50:00Z', 'wave until 2026-06-17T01:00Z'], // the next would be in the quiet
    [100, '2026-06-16T12:45:00Z', '2026-06-16T13:05:00Z', 'quiet until 2026-06-17T01:00Z'],
    [100, '2026-06-16T06:00:00Z', noon, 'wave until 2026-06-16T06:30Z'], // a clock that was put back
  ] as const)('%i told today, the last wave at %s, now %s: %s', (toldToday, waved, now, wanted) => {
    expect(said([pace, { toldToday, wavedAt: waved && at(waved) }, at(now), hanoi])).toBe(wanted)
  })

  test.each([
    [0, 0],
    [1, 1],
    [1_000, 1],
    [1_001, 2],
    [24_000, 24],
  ])('%i people take %i days', (persons, days) => {
    expect(daysFor(persons, pace)).toBe(days)
  })

  test('slow waves take longer than the cap allows', () => {
    expect(daysFor(1_000, { ...pace, perWave: 10, waveMinutes: 60 })).toBe(9) // 120 a day
  })
})

describe('in zones whose clocks change', () => {
  test.each([
    // New York: an hour is skipped on 8 March 2026, and comes twice on 1 November.
    ['America/New_York', '2026-03-06', 8, '2026-03-06T13:00Z'],
    ['America/New_York', '2026-03-08', 2, '2026-03-08T07:00Z'], // there is no two o'clock: three
    ['America/New_York', '2026-03-09', 8, '2026-03-09T12:00Z'],
    ['America/New_York', '2026-11-01', 1, '2026-11-01T05:00Z'], // the first of the two
    ['America/New_York', '2026-11-02', 8, '2026-11-02T13:00Z'],
    ['Europe/Berlin', '2026-03-29', 2, '2026-03-29T01:00Z'],
    ['Europe/Berlin', '2026-03-30', 8, '2026-03-30T06:00Z'],
    ['Europe/Berlin', '2026-10-26', 8, '2026-10-26T07:00Z'],
    ['Australia/Lord_Howe', '2026-04-06', 8, '2026-04-05T21:30Z'], // half an hour, and southern
    ['Australia/Lord_Howe', '2026-10-05', 8, '2026-10-04T21:00Z'],
    ['Asia/Kathmandu', '2026-06-16', 8, '2026-06-16T02:15Z'], // quarters
    ['Pacific/Kiritimati', '2026-06-16', 8, '2026-06-15T18:00Z'],
    ['Pacific/Pago_Pago', '2026-06-16', 8, '2026-06-16T19:00Z'],
    ['America/Santiago', '2026-09-06', 0, '2026-09-06T04:00Z'], // midnight itself is skipped
    ['Asia/Ho_Chi_Minh', '2026-06-16', 0, '2026-06-15T17:00Z'],
  ])('in %s on %s it is %i at %s', (timeZone, day, hour, wanted) => {
    expect(instantOf(day, hour, { timeZone, apart }).toISOString().replace(':00.000', '')).toBe(wanted)
  })

  test.each([
    ['America/New_York', '2026-03-08T05:30:00Z', 'day until 2026-03-09T12:00Z'], // the Sunday of the change
    ['America/New_York', '2026-03-06T23:59:00Z', 'send 100'], // 18:59 in winter
    ['America/New_York', '2026-03-09T23:59:00Z', 'send 100'], // 19:59 in summer
    ['America/New_York', '2026-03-10T00:00:00Z', 'quiet until 2026-03-10T12:00Z'],
    ['Europe/Berlin', '2026-10-23T17:59:00Z', 'send 100'], // 19:59 in summer
    ['Europe/Berlin', '2026-10-26T18:59:00Z', 'send 100'], // 19:59 in winter
    ['Europe/Berlin', '2026-10-23T18:00:00Z', 'quiet until 2026-10-26T07:00Z'],
  ])('in %s at %s: %s', (timeZone, now, wanted) => {
    expect(said([pace, fresh, at(now), { timeZone, apart }])).toBe(wanted)
  })
})

test('days off of the organisation’s own are quiet, and days that it works are not', () => {
  const own = daysApart({ off: ['2026-06-17'], worked: ['2026-06-20'] })
  expect(isQuietDay('2026-06-17', pace, { apart: own })).toBe(true)
  expect(isQuietDay('2026-06-17', { days: 'all' }, { apart: own })).toBe(true)
  expect(isQuietDay('2026-06-20', pace, { apart: own })).toBe(false)
  expect(isQuietDay('2026-06-21', pace, { apart: own })).toBe(true)
  expect(isQuietDay('2026-06-21', { days: 'all' }, { apart: own })).toBe(false)
})

test('from a draft every state is reached, and none but the last two is without a way on', () => {
  const reached = new Set(['draft'])
  for (const _ of states)
    for (const act of acts)
      for (const [from, to] of Object.entries(table[act].leads)) if (reached.has(from)) reached.add(to)
  expect([...reached].sort()).toEqual([...states].sort())
  expect(states.filter((state) => open(state).length === 0)).toEqual(['done', 'dropped'])
})
