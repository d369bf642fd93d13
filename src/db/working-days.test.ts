import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../test/support/house.ts'
import { daysApart, isWorkingDay, workingDayAfter } from './index.ts'

const none = { off: [], worked: [] }
const apart = daysApart(none)

describe('a working day', () => {
  test.each([
    ['2026-11-24', true, 'an ordinary Tuesday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-02-17', false, 'the first day of Tết'],
    ['2026-02-23', true, 'the Monday after it'],
    ['2026-01-10', true, 'a Saturday that was exchanged'],
    ['2027-02-11', false, 'the last day of Tết Đinh Mùi'],
  ])('%s: %s, %s', (day, works) => expect(isWorkingDay(day, apart)).toBe(works))

  test('is what the settings say where they say something', () => {
    const own = daysApart({ off: ['2026-11-24'], worked: ['2026-11-28'] })
    expect([isWorkingDay('2026-11-24', own), isWorkingDay('2026-11-28', own)]).toEqual([false, true])
  })
})

// Who asks why somebody looked, or for a right, is answered within two working days. Reckoned with a calendar in hand, not with the code.
test.each([
  ['2026-11-27', '2026-12-01'], // a Friday
  ['2026-01-01', '2026-01-06'],
  ['2026-01-07', '2026-01-09'],
  ['2026-01-08', '2026-01-10'],
  ['2026-01-09', '2026-01-12'],
  ['2026-01-10', '2026-01-13'],
  ['2026-01-30', '2026-02-03'],
  ['2026-01-31', '2026-02-03'],
  ['2026-02-11', '2026-02-13'],
  ['2026-02-12', '2026-02-23'],
  ['2026-02-13', '2026-02-24'],
  ['2026-02-14', '2026-02-24'],
  ['2026-02-17', '2026-02-24'],
  ['2026-02-22', '2026-02-24'],
  ['2026-02-27', '2026-03-03'],
  ['2026-03-31', '2026-04-02'],
  ['2026-04-23', '2026-04-28'],
  ['2026-04-24', '2026-04-29'],
  ['2026-04-25', '2026-04-29'],
  ['2026-04-28', '2026-05-04'],
  ['2026-04-29', '2026-05-05'],
  ['2026-04-30', '2026-05-05'],
  ['2026-05-03', '2026-05-05'],
  ['2026-08-20', '2026-08-22'],
  ['2026-08-21', '2026-08-24'],
  ['2026-08-22', '2026-08-25'],
  ['2026-08-28', '2026-09-04'],
  ['2026-08-31', '2026-09-04'],
  ['2026-09-02', '2026-09-04'],
  ['2026-09-03', '2026-09-07'],
  ['2026-12-30', '2027-01-04'],
  ['2026-12-31', '2027-01-05'],
  ['2027-02-03', '2027-02-12'],
  ['2027-02-04', '2027-02-15'],
  ['2027-02-06', '2027-02-15'],
  ['2027-02-11', '2027-02-15'],
  ['2027-04-14', '2027-04-19'],
  ['2027-04-15', '2027-04-20'],
  ['2027-04-28', '2027-05-04'],
  ['2027-04-29', '2027-05-05'],
  ['2027-05-03', '2027-05-05'],
  ['2027-08-31', '2027-09-06'],
  ['2027-09-01', '2027-09-07'],
  ['2027-09-05', '2027-09-07'],
])('the second working day after %s is %s', (from, due) => expect(workingDayAfter(from, 2, apart)).toBe(due))

describe('the database', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await testHouse()
  })
  afterAll(() => house[Symbol.asyncDispose]())

  test('counts working days as the code does, over two years', async () => {
    const { rows } = await house.db.asSuperuser(
      "select d::date::text as day, is_working_day(d::date) as works, working_day_after(d::date, 2)::text as second from generate_series('2026-01-01'::date, '2027-12-20'::date, '1 day') d",
    )
    expect(rows).toHaveLength(719)
    for (const { day, works, second } of rows)
      expect([day, works, second]).toEqual([day, isWorkingDay(day, apart), workingDayAfter(day, 2, apart)])
  })
})
