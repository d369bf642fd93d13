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

test('two working days after a Friday are Tuesday, and after the eve of Tết the week after next', () => {
  expect(workingDayAfter('2026-11-27', 2, apart)).toBe('2026-12-01')
  expect(workingDayAfter('2026-02-13', 2, apart)).toBe('2026-02-24')
})

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
