import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { today } from '../db/index.ts'
import { weekOf } from './jobs.ts'
import { type Away, addDays, cohortOf, type Duty, dateOnOrAfter, type Moved, moveOn } from './rules.ts'

const yearly = { months: 12, month: 10, spreadDays: 1 }
const lan = '00000000-0000-7000-8000-000000000001'

/** Somebody with a yearly date on 1 October, who is asked from 2 August on. */
const somebody: Duty = {
  person: lan,
  answered: false,
  reachable: true,
  cycle: yearly,
  cycleSince: '2020-01-01',
  opensOn: '2026-08-02',
  dueOn: '2026-10-01',
  away: [],
}
const leave = (from: string, until: string, kind: Away['kind'] = 'leave'): Away => ({ kind, from, until })

describe('days of the calendar', () => {
  test.each([
    ['the end of a month', '2026-01-31', 1, '2026-02-01'],
    ['the end of a year', '2026-12-31', 1, '2027-01-01'],
    ['a leap day', '2028-02-28', 1, '2028-02-29'],
    ['after a leap day', '2028-02-29', 1, '2028-03-01'],
    ['no leap day in 2026', '2026-02-28', 1, '2026-03-01'],
    ['no leap day in 2100', '2100-02-28', 1, '2100-03-01'],
    ['backwards over a leap day', '2028-03-01', -1, '2028-02-29'],
    ['sixty days back over New Year', '2027-01-15', -60, '2026-11-16'],
    ['thirty days from 31 January', '2026-01-31', 30, '2026-03-02'],
    ['thirty days from 31 January of a leap year', '2028-01-31', 30, '2028-03-01'],
    ['a day on which other zones change their clocks', '2026-03-28', 1, '2026-03-29'],
    ['the day after that', '2026-03-29', 1, '2026-03-30'],
  ])('%s', (_title, day, days, then) => expect(addDays(day, days)).toBe(then))
})

describe('which day it is, is asked in the zone of the register', () => {
  test.each([
    ['Asia/Ho_Chi_Minh', '2026-09-30T16:59:59Z', '2026-09-30'],
    ['Asia/Ho_Chi_Minh', '2026-09-30T17:00:00Z', '2026-10-01'],
    ['Asia/Ho_Chi_Minh', '2028-02-28T17:00:00Z', '2028-02-29'],
    ['Europe/Paris', '2026-03-28T22:59:59Z', '2026-03-28'],
    ['Europe/Paris', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['Europe/Paris', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['Europe/Paris', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['America/New_York', '2026-11-01T03:59:59Z', '2026-10-31'],
    ['America/New_York', '2026-11-01T04:00:00Z', '2026-11-01'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
  ])('%s at %s', (zone, at, day) => expect(today(zone, new Date(at))).toBe(day))
})

describe('the date of a cohort', () => {
  test.each([
    ['the same day', { months: 12, month: 10, spreadDays: 90 }, 0, '2026-10-01', '2026-10-01'],
    ['the day after, a year later', { months: 12, month: 10, spreadDays: 90 }, 0, '2026-10-02', '2027-10-01'],
    [
      'the last of the spread, over New Year',
      { months: 12, month: 10, spreadDays: 120 },
      119,
      '2026-10-02',
      '2027-01-28',
    ],
    ['in January that one still counts', { months: 12, month: 10, spreadDays: 120 }, 119, '2027-01-28', '2027-01-28'],
    ['twice a year', { months: 6, month: 1, spreadDays: 30 }, 0, '2026-01-02', '2026-07-01'],
    ['twice a year, begun in autumn', { months: 6, month: 9, spreadDays: 30 }, 0, '2026-09-02', '2027-03-01'],
    ['twice a year over half a year', { months: 6, month: 1, spreadDays: 180 }, 179, '2026-07-01', '2026-12-27'],
    ['every two years', { months: 24, month: 3, spreadDays: 10 }, 0, '2026-03-02', '2028-03-01'],
    ['every two years, the year between', { months: 24, month: 3, spreadDays: 10 }, 0, '2027-03-01', '2028-03-01'],
    ['every three years', { months: 36, month: 1, spreadDays: 10 }, 0, '2026-01-01', '2027-01-01'],
    ['a spread over a leap day', { months: 12, month: 2, spreadDays: 40 }, 28, '2028-01-01', '2028-02-29'],
    ['the same spread without one', { months: 12, month: 2, spreadDays: 40 }, 28, '2026-01-01', '2026-03-01'],
    ['from the last of December', { months: 12, month: 1, spreadDays: 1 }, 0, '2026-12-31', '2027-01-01'],
  ])('%s', (_title, cycle, offset, day, date) => expect(dateOnOrAfter(cycle, offset, day)).toBe(date))
})

describe('what a day makes of a duty', () => {
  type Says = Partial<Moved>
  const cases: [string, Partial<Duty>, string, Says][] = [
    // the window
    ['the day before it opens', {}, '2026-08-01', { state: 'never_asked', tell: undefined, nextOn: '2026-08-02' }],
    ['it opens sixty days before', {}, '2026-08-02', { state: 'due', tell: 'open', nextOn: '2026-09-01' }],
    ['once it is open', {}, '2026-08-20', { state: 'due', tell: 'open', nextOn: '2026-09-01' }],
    ['31 days before', {}, '2026-08-31', { tell: 'open', nextOn: '2026-09-01' }],
    ['30 days before', {}, '2026-09-01', { tell: '30_days', nextOn: '2026-09-24' }],
    ['8 days before', {}, '2026-09-23', { tell: '30_days', nextOn: '2026-09-24' }],
    ['7 days before', {}, '2026-09-24', { tell: '7_days', nextOn: '2026-09-30' }],
    ['1 day before', {}, '2026-09-30', { tell: '1_day', nextOn: '2026-10-02' }],
    ['the last day', {}, '2026-10-01', { state: 'due', late: false, tell: '1_day', proofsSince: undefined }],
    [
      'the day after',
      {},
      '2026-10-02',
      { state: 'overdue', late: true, tell: 'late', nextOn: undefined, proofsSince: '2026-08-02' },
    ],
    ['a register that was down from 20 September to 3 October tells once', {}, '2026-10-03', { tell: 'late' }],
    ['a year later still the same date', {}, '2027-11-01', { state: 'overdue', dueOn: '2026-10-01' }],
    // answered
    [
      'answered',
      { answered: true, said: 'accounts' },
      '2026-09-01',
      { state: 'attested', late: false, tell: undefined, nextOn: '2026-10-02' },
    ],
    ['answered: none', { answered: true, said: 'none' }, '2026-09-01', { state: 'attested_none' }],
    [
      'answered, on the last day',
      { answered: true, said: 'accounts' },
      '2026-10-01',
      { dueOn: '2026-10-01', answered: true },
    ],
    [
      'answered, the day after: the next date, a year on',
      { answered: true, said: 'accounts', attestedOn: '2026-09-01' },
      '2026-10-02',
      {
        state: 'attested',
        answered: false,
        dueOn: '2027-10-01',
        opensOn: '2027-08-02',
        nextOn: '2027-08-02',
        proofsSince: '2026-08-02',
      },
    ],
    [
      'answered late, in March: not again before half a cycle is over',
      { answered: true, said: 'accounts', attestedOn: '2027-03-10' },
      '2027-03-11',
      { dueOn: '2027-10-01' },
    ],
    [
      'answered late, in June: this October would be too soon',
      { answered: true, said: 'accounts', attestedOn: '2027-06-10' },
      '2027-06-11',
      { dueOn: '2028-10-01', state: 'attested' },
    ],
    [
      'before the next window, what was said last',
      { said: 'none', opensOn: '2027-08-02', dueOn: '2027-10-01' },
      '2026-12-01',
      { state: 'attested_none', tell: undefined },
    ],
    [
      'in the next window it is asked anew',
      { said: 'none', opensOn: '2027-08-02', dueOn: '2027-10-01' },
      '2027-08-02',
      { state: 'due', tell: 'open' },
    ],
    // no date yet
    [
      'nobody asks these units',
      { cycle: undefined, opensOn: undefined, dueOn: undefined },
      '2026-05-01',
      { state: 'never_asked', dueOn: undefined, nextOn: undefined },
    ],
    ['asked no more, but the list is open', { cycle: undefined }, '2026-09-24', { state: 'due', tell: '7_days' }],
    [
      'came with a list in May',
      { opensOn: undefined, dueOn: undefined },
      '2026-05-01',
      { dueOn: '2026-10-01', opensOn: '2026-08-02', state: 'never_asked' },
    ],
    [
      'came with a list in the window: it is open',
      { opensOn: undefined, dueOn: undefined },
      '2026-08-20',
      { dueOn: '2026-10-01', opensOn: '2026-08-20', state: 'due', tell: 'open' },
    ],
    [
      'came with a list thirty days before',
      { opensOn: undefined, dueOn: undefined },
      '2026-09-01',
      { dueOn: '2026-10-01' },
    ],
    [
      'came with a list later than that: a year on',
      { opensOn: undefined, dueOn: undefined },
      '2026-09-02',
      { dueOn: '2027-10-01' },
    ],
    // thirty days of one's own
    [
      'joined',
      { joinedOn: '2026-05-01', opensOn: undefined, dueOn: undefined },
      '2026-05-01',
      { opensOn: '2026-05-01', dueOn: '2026-05-31', state: 'due', tell: 'open' },
    ],
    [
      'joined on 31 January',
      { joinedOn: '2026-01-31', opensOn: undefined, dueOn: undefined },
      '2026-02-01',
      { dueOn: '2026-03-02' },
    ],
    [
      'joined on 30 January of a leap year',
      { joinedOn: '2028-01-30', opensOn: undefined, dueOn: undefined },
      '2028-01-30',
      { dueOn: '2028-02-29' },
    ],
    [
      'joined, and the register looked late: a fortnight at least',
      { joinedOn: '2026-05-01', opensOn: undefined, dueOn: undefined },
      '2026-06-15',
      { dueOn: '2026-06-29' },
    ],
    [
      'was here before there was a cycle: a date of the cycle',
      { joinedOn: '2019-05-01', opensOn: undefined, dueOn: undefined },
      '2026-05-01',
      { dueOn: '2026-10-01' },
    ],
    [
      'seven days before one’s own date',
      { opensOn: '2026-05-01', dueOn: '2026-05-31' },
      '2026-05-24',
      { tell: '7_days' },
    ],
    [
      'one’s own thirty days have no second first letter',
      { opensOn: '2026-05-01', dueOn: '2026-05-31' },
      '2026-05-02',
      { tell: 'open', nextOn: '2026-05-24' },
    ],
    [
      'transferred before the window',
      { movedOn: '2026-05-10', opensOn: '2026-08-02' },
      '2026-05-10',
      { opensOn: '2026-05-10', dueOn: '2026-06-09', state: 'due', tell: 'open' },
    ],
    [
      'transferred a week before the date',
      { movedOn: '2026-09-24' },
      '2026-09-24',
      { opensOn: '2026-08-02', dueOn: '2026-10-24', state: 'due' },
    ],
    [
      'transferred long before the date, the list open',
      { movedOn: '2026-08-10' },
      '2026-08-10',
      { dueOn: '2026-10-01' },
    ],
    [
      'transferred after the date went by',
      { movedOn: '2026-11-05' },
      '2026-11-05',
      { dueOn: '2026-12-05', state: 'due', late: false, proofsSince: undefined },
    ],
    [
      'transferred when just attested: not asked again',
      { movedOn: '2026-09-24', answered: true, said: 'accounts' },
      '2026-09-24',
      { state: 'attested', dueOn: '2026-10-01' },
    ],
    // leave
    [
      'on leave over the date',
      { away: [leave('2026-09-15', '2026-10-20')] },
      '2026-09-20',
      { dueOn: '2026-11-19', state: 'due', tell: undefined, nextOn: '2026-10-20' },
    ],
    [
      'back from leave',
      { dueOn: '2026-11-19', away: [leave('2026-09-15', '2026-10-20')] },
      '2026-10-21',
      { dueOn: '2026-11-19', tell: '30_days' },
    ],
    [
      'back a week before the date: thirty days from then',
      { away: [leave('2026-08-15', '2026-09-24')] },
      '2026-09-25',
      { dueOn: '2026-10-24' },
    ],
    ['back long before the date', { away: [leave('2026-08-03', '2026-08-20')] }, '2026-08-21', { dueOn: '2026-10-01' }],
    [
      'a leave that begins after the date',
      { away: [leave('2026-10-02', '2026-12-31')] },
      '2026-09-24',
      { dueOn: '2026-10-01' },
    ],
    [
      'a leave to the last of February',
      { away: [leave('2026-09-01', '2028-02-29')] },
      '2026-09-24',
      { dueOn: '2028-03-30' },
    ],
    [
      'one leave after another',
      { away: [leave('2026-11-10', '2026-12-31'), leave('2026-09-15', '2026-10-20')] },
      '2026-09-20',
      { dueOn: '2027-01-30' },
    ],
    [
      'abroad',
      { away: [leave('2026-09-15', '2026-10-20', 'abroad')] },
      '2026-09-30',
      { dueOn: '2026-11-19', tell: undefined },
    ],
    [
      'overdue, then on leave: it stays overdue, and nobody is written to',
      { away: [leave('2026-11-01', '2026-11-30')] },
      '2026-11-02',
      { state: 'overdue', dueOn: '2026-10-01', tell: undefined },
    ],
    [
      'a leave noted afterwards takes the lapse back',
      { away: [leave('2026-09-15', '2026-12-20')] },
      '2026-10-05',
      { state: 'due', late: false, dueOn: '2027-01-19', proofsSince: undefined },
    ],
    // exempt
    [
      'exempt',
      { away: [leave('2026-09-01', '2026-12-31', 'exempt')] },
      '2026-09-24',
      { state: 'exempt', late: false, tell: undefined },
    ],
    [
      'exempt, and the date went by',
      { dueOn: '2026-08-30', away: [leave('2026-09-01', '2026-12-31', 'exempt')] },
      '2026-09-24',
      { state: 'exempt', late: false },
    ],
    [
      'exempt no more',
      { dueOn: '2027-01-30', away: [leave('2026-09-01', '2026-12-31', 'exempt')] },
      '2027-01-01',
      { state: 'due', dueOn: '2027-01-30' },
    ],
    [
      'exempt from tomorrow',
      { away: [leave('2026-08-11', '2026-08-20', 'exempt')] },
      '2026-08-10',
      { state: 'due', nextOn: '2026-08-11' },
    ],
    // unreachable
    [
      'no way in, no mail: nobody is accused',
      { reachable: false },
      '2026-10-02',
      { state: 'unreachable', late: true, tell: undefined },
    ],
    [
      'no way in, in the window',
      { reachable: false },
      '2026-09-24',
      { state: 'unreachable', tell: undefined, nextOn: '2026-09-30' },
    ],
    ['no way in, outside the window', { reachable: false }, '2026-05-01', { state: 'never_asked' }],
  ]
  test.each(cases)('%s', (_title, duty, day, says) => {
    expect(moveOn({ ...somebody, ...duty }, day)).toMatchObject(
      Object.fromEntries(Object.entries(says).filter(([, value]) => value !== undefined)),
    )
    for (const [part, value] of Object.entries(says))
      if (value === undefined)
        expect([part, moveOn({ ...somebody, ...duty }, day)[part as keyof Moved]]).toEqual([part, undefined])
  })

  test('the same day once more changes nothing', () => {
    for (const [, duty, day] of cases) {
      const was = { ...somebody, ...duty }
      const once = moveOn(was, day)
      const { opensOn, dueOn, answered } = once
      const twice = moveOn({ ...was, opensOn, dueOn, answered, joinedOn: undefined, movedOn: undefined }, day)
      const part = ({ state, late, tell, nextOn }: Moved) => ({ state, late, tell, nextOn })
      expect([day, twice.dueOn, part(twice)]).toEqual([day, dueOn, part(once)])
    }
  })
})

test('five million do not fall due on one day: a spread of ninety days has about as many on each', () => {
  const days = new Array<number>(90).fill(0)
  for (let n = 0; n < 90_000; n++) {
    const day = cohortOf(randomUUID(), 90)
    days[day] = (days[day] ?? 0) + 1
  }
  // A thousand a day, give or take: six standard deviations are 190.
  expect(Math.min(...days)).toBeGreaterThan(790)
  expect(Math.max(...days)).toBeLessThan(1_210)
})

test('a cohort is the same every time', () => {
  expect(cohortOf(lan, 90)).toBe(cohortOf(lan, 90))
  expect(cohortOf(lan, 1)).toBe(0)
})

test('the week of a digest begins on Monday', () => {
  expect(weekOf('2026-11-30')).toBe('2026-11-30')
  expect(weekOf('2026-12-06')).toBe('2026-11-30')
  expect(weekOf('2026-12-07')).toBe('2026-12-07')
  expect(weekOf('2027-01-01')).toBe('2026-12-28')
})
