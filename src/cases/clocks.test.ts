import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { watchBy } from '../access-record/index.ts'
import { daysApart, today, workingDayAfter } from '../db/index.ts'
import { type Absence, clocks, erasedOn, isAway } from './rules.ts'

// Each clock of a case, on days that are unlike others. What stands here was reckoned with a calendar in hand, not with the code; the
// database is asked the same, line by line.

type Line = readonly [from: string, days: number, due: string, away?: readonly Absence[]]
const leave = (from: string, until: string, endedOn?: string): Absence => ({ kind: 'leave', from, until, endedOn })
const ill = (from: string, until: string): Absence => ({ kind: 'exempt', reason: 'health', from, until })
const abroad = (from: string, until: string): Absence => ({ kind: 'abroad', from, until })
const byRule = (from: string, until: string): Absence => ({ kind: 'exempt', reason: 'by_rule', from, until })

const ordinary: readonly Line[] = [
  ['2026-03-02', 1, '2026-03-03'], // a Monday
  ['2026-03-02', 4, '2026-03-06'],
  ['2026-03-02', 5, '2026-03-09'], // over a weekend
  ['2026-03-02', 10, '2026-03-16'],
  ['2026-03-02', 15, '2026-03-23'],
  ['2026-03-03', 10, '2026-03-17'],
  ['2026-03-04', 10, '2026-03-18'],
  ['2026-03-05', 10, '2026-03-19'],
  ['2026-03-06', 10, '2026-03-20'], // a Friday
  ['2026-03-06', 1, '2026-03-09'],
  ['2026-03-07', 1, '2026-03-09'], // opened on a Saturday
  ['2026-03-08', 1, '2026-03-09'], // and on a Sunday
  ['2026-03-07', 10, '2026-03-20'],
  ['2026-03-08', 10, '2026-03-20'],
  ['2026-03-08', 15, '2026-03-27'],
  ['2026-06-15', 10, '2026-06-29'],
  ['2026-06-15', 15, '2026-07-06'],
  ['2026-10-05', 10, '2026-10-19'],
  ['2026-10-05', 15, '2026-10-26'],
  ['2026-11-30', 10, '2026-12-14'],
]
const monthEnds: readonly Line[] = [
  ['2026-01-30', 1, '2026-02-02'],
  ['2026-01-31', 1, '2026-02-02'],
  ['2026-01-29', 2, '2026-02-02'],
  ['2026-02-27', 1, '2026-03-02'], // 2026 has no 29 February
  ['2026-02-28', 1, '2026-03-02'],
  ['2026-02-26', 2, '2026-03-02'],
  ['2026-02-25', 10, '2026-03-11'],
  ['2026-03-31', 1, '2026-04-01'],
  ['2026-03-30', 2, '2026-04-01'],
  ['2026-05-29', 1, '2026-06-01'],
  ['2026-05-31', 1, '2026-06-01'],
  ['2026-06-30', 1, '2026-07-01'],
  ['2026-06-26', 3, '2026-07-01'],
  ['2026-07-31', 1, '2026-08-03'],
  ['2026-09-30', 1, '2026-10-01'],
  ['2026-10-30', 1, '2026-11-02'],
  ['2026-11-30', 1, '2026-12-01'],
  ['2026-12-31', 1, '2027-01-04'], // New Year's Day is a Friday
  ['2026-12-30', 2, '2027-01-04'],
  ['2026-12-21', 10, '2027-01-05'],
  ['2026-12-18', 10, '2027-01-04'],
  ['2026-12-14', 15, '2027-01-05'],
]
const tet: readonly Line[] = [
  // Bính Ngọ: off from Saturday 14 to Sunday 22 February 2026.
  ['2026-02-13', 1, '2026-02-23'],
  ['2026-02-13', 2, '2026-02-24'],
  ['2026-02-12', 1, '2026-02-13'],
  ['2026-02-12', 2, '2026-02-23'],
  ['2026-02-11', 3, '2026-02-23'],
  ['2026-02-14', 1, '2026-02-23'],
  ['2026-02-16', 1, '2026-02-23'], // opened on a day of Tết
  ['2026-02-17', 1, '2026-02-23'],
  ['2026-02-20', 1, '2026-02-23'],
  ['2026-02-22', 1, '2026-02-23'],
  ['2026-02-17', 5, '2026-02-27'],
  ['2026-02-17', 10, '2026-03-06'],
  ['2026-02-02', 10, '2026-02-23'],
  ['2026-02-03', 10, '2026-02-24'],
  ['2026-02-09', 10, '2026-03-02'],
  ['2026-02-13', 10, '2026-03-06'],
  ['2026-02-13', 15, '2026-03-13'],
  ['2026-01-26', 15, '2026-02-23'],
  ['2026-02-23', 10, '2026-03-09'],
  // Đinh Mùi: 6 February 2027 is a Saturday; off from Friday 5 to Thursday 11.
  ['2027-02-04', 1, '2027-02-12'],
  ['2027-02-03', 2, '2027-02-12'],
  ['2027-02-05', 1, '2027-02-12'],
  ['2027-02-06', 1, '2027-02-12'],
  ['2027-02-08', 1, '2027-02-12'],
  ['2027-02-11', 1, '2027-02-12'],
  ['2027-02-11', 2, '2027-02-15'],
  ['2027-02-04', 10, '2027-02-25'],
  ['2027-02-04', 15, '2027-03-04'],
  ['2027-01-25', 10, '2027-02-15'],
  ['2027-01-21', 10, '2027-02-04'],
]
const holidays: readonly Line[] = [
  // New Year: 2 January 2026 was exchanged for Saturday the 10th.
  ['2025-12-31', 1, '2026-01-05'],
  ['2025-12-30', 2, '2026-01-05'],
  ['2026-01-01', 1, '2026-01-05'],
  ['2026-01-09', 1, '2026-01-10'], // a Saturday that is worked
  ['2026-01-09', 2, '2026-01-12'],
  ['2026-01-10', 1, '2026-01-12'],
  ['2026-01-05', 5, '2026-01-10'],
  ['2026-01-05', 6, '2026-01-12'],
  ['2025-12-31', 10, '2026-01-15'],
  // Hùng Kings on a Sunday, the Monday is off; then 30 April and 1 May.
  ['2026-04-24', 1, '2026-04-28'],
  ['2026-04-24', 2, '2026-04-29'],
  ['2026-04-24', 3, '2026-05-04'],
  ['2026-04-26', 1, '2026-04-28'],
  ['2026-04-27', 1, '2026-04-28'],
  ['2026-04-29', 1, '2026-05-04'],
  ['2026-04-30', 1, '2026-05-04'],
  ['2026-05-01', 1, '2026-05-04'],
  ['2026-04-20', 10, '2026-05-07'],
  ['2026-04-20', 15, '2026-05-14'],
  // National Day: 31 August was exchanged for Saturday 22 August.
  ['2026-08-21', 1, '2026-08-22'],
  ['2026-08-21', 2, '2026-08-24'],
  ['2026-08-22', 1, '2026-08-24'],
  ['2026-08-28', 1, '2026-09-03'],
  ['2026-08-31', 1, '2026-09-03'],
  ['2026-09-01', 1, '2026-09-03'],
  ['2026-09-02', 1, '2026-09-03'],
  ['2026-08-20', 10, '2026-09-07'],
  ['2026-08-24', 10, '2026-09-10'],
  ['2026-08-28', 15, '2026-09-23'],
  // 2027: 1 May is a Saturday, the Monday is off.
  ['2027-04-15', 1, '2027-04-19'],
  ['2027-04-29', 1, '2027-05-04'],
  ['2027-04-30', 1, '2027-05-04'],
  ['2027-09-01', 1, '2027-09-06'],
  ['2027-08-30', 10, '2027-09-15'],
]
const leapYear: readonly Line[] = [
  ['2028-02-28', 1, '2028-02-29'], // a Monday; nothing is announced for 2028 yet, weekends alone count
  ['2028-02-29', 1, '2028-03-01'],
  ['2028-02-25', 2, '2028-02-29'],
  ['2028-02-25', 3, '2028-03-01'],
  ['2028-02-16', 10, '2028-03-01'],
  ['2028-02-29', 10, '2028-03-14'],
]
const pauses: readonly Line[] = [
  ['2026-03-02', 10, '2026-03-23', [leave('2026-03-03', '2026-03-09')]], // five days
  ['2026-03-02', 10, '2026-03-17', [leave('2026-03-03', '2026-03-03')]], // one
  ['2026-03-02', 10, '2026-03-16', [leave('2026-03-07', '2026-03-08')]], // a weekend: nothing lost
  ['2026-03-02', 10, '2026-03-16', [leave('2026-02-23', '2026-03-02')]], // over on the day it begins
  ['2026-03-02', 10, '2026-03-16', [leave('2026-03-17', '2026-03-31')]], // begins when it is over
  ['2026-03-02', 10, '2026-04-01', [leave('2026-03-16', '2026-03-31')]], // on the very last day
  ['2026-03-02', 10, '2026-03-18', [leave('2026-03-15', '2026-03-17')]],
  ['2026-03-02', 10, '2026-03-27', [leave('2026-03-02', '2026-03-15', '2026-03-16')]], // ended after its last day: no matter
  ['2026-03-02', 10, '2026-03-18', [leave('2026-03-03', '2026-03-31', '2026-03-05')]], // came back on the 5th
  ['2026-03-02', 10, '2026-03-16', [leave('2026-03-03', '2026-03-31', '2026-03-03')]], // never left
  ['2026-03-02', 10, '2026-03-23', [ill('2026-03-03', '2026-03-09')]],
  ['2026-03-02', 10, '2026-03-16', [abroad('2026-03-03', '2026-03-31')]], // one can answer from abroad
  ['2026-03-02', 10, '2026-03-16', [byRule('2026-03-03', '2026-03-31')]],
  ['2026-03-02', 10, '2026-03-30', [leave('2026-03-03', '2026-03-09'), ill('2026-03-10', '2026-03-16')]],
  ['2026-03-02', 10, '2026-03-26', [leave('2026-03-03', '2026-03-09'), ill('2026-03-05', '2026-03-12')]], // over each other
  ['2026-02-09', 10, '2026-03-09', [leave('2026-02-23', '2026-02-27')]], // Tết, then leave
  ['2026-02-13', 10, '2026-03-06', [leave('2026-02-14', '2026-02-22')]], // leave on Tết costs none
  ['2026-02-12', 10, '2026-03-11', [ill('2026-02-13', '2026-02-25')]],
  ['2026-01-05', 5, '2026-01-12', [leave('2026-01-10', '2026-01-10')]], // away on a Saturday that is worked
  ['2026-12-21', 10, '2027-01-11', [ill('2026-12-28', '2027-01-03')]], // over the turn of the year
  ['2028-02-25', 3, '2028-03-02', [leave('2028-02-29', '2028-02-29')]], // the leap day itself
  ['2026-03-02', 10, '2026-09-16', [leave('2026-03-03', '2026-08-31')]], // half a year
]

const apart = daysApart({ off: [], worked: [] })
const all = { ordinary, monthEnds, tet, holidays, leapYear, pauses }
const dueOf = ([from, days, , away = []]: Line) => workingDayAfter(from, days, apart, (day) => isAway(away, day))

describe.each(Object.entries(all))('%s', (_, lines) => {
  test.each(lines.map((line) => ({ line, from: line[0], days: line[1], due: line[2] })))(
    'from $from, $days working days end on $due',
    ({ line, due }) => expect(dueOf(line)).toBe(due),
  )
})

describe('which day it is', () => {
  // The register's day, whatever zone the machine or the person is in, and whatever clocks are moved there.
  test.each([
    ['2026-03-29T00:59:59Z', 'Asia/Ho_Chi_Minh', '2026-03-29'], // Berlin moves its clocks at 01:00 UTC
    ['2026-03-29T01:00:00Z', 'Asia/Ho_Chi_Minh', '2026-03-29'],
    ['2026-03-29T17:00:00Z', 'Asia/Ho_Chi_Minh', '2026-03-30'],
    ['2026-03-29T16:59:59Z', 'Asia/Ho_Chi_Minh', '2026-03-29'],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-25'], // the hour that is there twice
    ['2026-03-28T23:00:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-29T21:59:59Z', 'Europe/Berlin', '2026-03-29'], // a day of 23 hours
    ['2026-03-29T22:00:00Z', 'Europe/Berlin', '2026-03-30'],
    ['2026-10-25T22:59:59Z', 'Europe/Berlin', '2026-10-25'], // and one of 25
    ['2026-10-25T23:00:00Z', 'Europe/Berlin', '2026-10-26'],
    ['2026-03-08T06:59:00Z', 'America/New_York', '2026-03-08'],
    ['2026-03-08T04:59:59Z', 'America/New_York', '2026-03-07'],
    ['2026-12-31T17:00:00Z', 'Asia/Ho_Chi_Minh', '2027-01-01'],
    ['2026-12-31T16:59:59Z', 'Asia/Ho_Chi_Minh', '2026-12-31'],
    ['2028-02-28T17:00:00Z', 'Asia/Ho_Chi_Minh', '2028-02-29'],
  ])('at %s in %s it is %s', (at, zone, day) => expect(today(zone, new Date(at))).toBe(day))
})

describe('the day on which a case is erased', () => {
  const sealed = {
    outcome: 'reminder',
    settled: null,
    ended: 'decided',
    sealedOn: '2026-06-01',
    factOn: '2026-04-01',
  } as const
  test.each([
    ['a reminder that stands: a year', sealed, '2027-06-01'],
    ['and upheld', { ...sealed, settled: 'upheld', ended: 'settled' }, '2027-06-01'],
    ['sealed on a leap day', { ...sealed, sealedOn: '2028-02-29' }, '2029-02-28'],
    ['sealed before one', { ...sealed, sealedOn: '2027-03-01' }, '2028-03-01'],
    [
      'annulled: when its fact is too old to be taken up again',
      { ...sealed, settled: 'annulled', ended: 'settled' },
      '2027-04-02',
    ],
    ['unfounded', { ...sealed, outcome: 'unfounded' }, '2027-04-02'],
    ['excused', { ...sealed, outcome: 'excused' }, '2027-04-02'],
    ['withdrawn', { ...sealed, outcome: null, ended: 'withdrawn' }, '2027-04-02'],
    ['not decided', { ...sealed, outcome: null, ended: 'not_decided' }, '2027-04-02'],
    ['of an old fact: 90 days', { ...sealed, outcome: null, ended: 'withdrawn', factOn: '2025-07-01' }, '2026-08-30'],
    [
      'over the turn of the year',
      { ...sealed, outcome: null, ended: 'withdrawn', sealedOn: '2026-11-30', factOn: '2025-12-20' },
      '2027-02-28',
    ],
    [
      'over a leap day',
      { ...sealed, outcome: null, ended: 'withdrawn', sealedOn: '2027-12-15', factOn: '2027-01-01' },
      '2028-03-14',
    ],
  ] as const)('%s', (_, given, day) => expect(erasedOn(given)).toBe(day))
})

describe('the database', () => {
  let db: TestDatabase
  let people: Awaited<ReturnType<typeof smallOrganisation>>
  const rows = async (text: string, ...values: unknown[]) => (await db.asSuperuser(text, values)).rows
  beforeAll(async () => {
    db = await testDatabase()
    people = await smallOrganisation(db)
    await watchBy(db, {
      timeZone: 'Asia/Ho_Chi_Minh',
      usual: { from_hour: 7, until_hour: 19, every_day: false, records_a_day: 30 },
      daysOff: [],
      daysWorked: [],
    })
  })
  afterAll(() => db[Symbol.asyncDispose]())

  test('says the same of every line', async () => {
    for (const line of Object.values(all).flat()) {
      const [from, days, due, away = []] = line
      await rows('delete from absence')
      for (const { kind, reason, from: first, until, endedOn } of away)
        await rows(
          `insert into absence (id, person, kind, reason, from_on, until_on, ended_at)
           values (gen_random_uuid(), $1, $2, $3, $4, $5, $6::timestamp at time zone 'Asia/Ho_Chi_Minh')`,
          ...[people.lan.id, kind, reason ?? null, first, until, endedOn ?? null],
        )
      const [said] = await rows('select case_day($1, $2, $3)::text as due', people.lan.id, from, days)
      expect([from, days, said.due]).toEqual([from, days, due])
    }
  })

  test('of the clocks those of the person rest, those of reviewers do not', () => {
    expect(Object.entries(clocks).map(([state, { days, rests }]) => [state, days, rests])).toEqual([
      ['notified', 10, true],
      ['to_decide', 15, false],
      ['decided', 10, true],
      ['appealed', 15, false],
    ])
  })
})
