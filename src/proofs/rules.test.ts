import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Check,
  expiryFor,
  isPast,
  keptNoMore,
  levelOf,
  mustBecomePrivate,
  type Standing,
  standingAfter,
  stepAfter,
} from './rules.ts'

const start = new Date('2026-11-24T03:00:00Z')
const at = (hours: number) => new Date(start.getTime() + hours * 3_600_000)
const waiting = (keep: boolean): Standing => ({
  keep,
  state: 'waiting',
  foundAt: null,
  lastFoundAt: null,
  nextCheckAt: null,
  misses: 0,
  firstMissAt: null,
  graceUntil: null,
  notReconfirmedSince: null,
  silences: 0,
})
const check = (result: Check['result'], hours: number, more: Partial<Check> = {}): Check => ({
  result,
  how: 'scheduled',
  now: at(hours),
  overtaken: false,
  recheckDays: 1,
  watched: false,
  luck: 0.5,
  ...more,
})
const level = (standing: Standing) => levelOf('dns-txt', standing)
/** The checks one after the other, from a proof found by hand at hour 0. */
const found = (keep: boolean) => standingAfter(waiting(keep), check('found', 0, { how: 'by_hand' }))
const through = (was: Standing, ...checks: Check[]) => checks.reduce(standingAfter, was)

describe('a proof that is made once', () => {
  test('reaches level 2 when it is found, and is never checked again by itself', () => {
    expect(level(found(false))).toBe(2)
    expect(found(false).nextCheckAt).toBeNull()
  })
  test('keeps its level whatever later checks find', () => {
    const later = through(found(false), ...[24, 48, 72, 96, 999].map((hours) => check('absent', hours)))
    expect(later).toEqual(found(false))
  })
  test('does not reach level 3 by being found again', () => {
    expect(level(through(found(false), check('found', 48, { how: 'by_hand' })))).toBe(2)
  })
  test('is worth nothing while it was not found', () => {
    expect(level(through(waiting(false), check('absent', 0), check('unreachable', 1)))).toBe(0)
  })
})

describe('a proof that stays in place', () => {
  const kept = through(found(true), check('found', 24))

  test('is at level 2 when it is found and at level 3 after its first re-check', () => {
    expect([level(found(true)), level(kept)]).toEqual([2, 3])
  })
  test('is not re-checked by pressing the button again at once', () => {
    expect(level(through(found(true), check('found', 0.1, { how: 'by_hand' })))).toBe(2)
    expect(level(through(found(true), check('found', 20, { how: 'by_hand' })))).toBe(3)
  })
  test('is checked again after a day, or after a week, within a tenth of it', () => {
    const next = (luck: number, recheckDays: number) =>
      standingAfter(waiting(true), check('found', 0, { luck, recheckDays })).nextCheckAt
    expect([next(0, 1), next(1, 1), next(0.5, 7)]).toEqual([at(21.6), at(26.4), at(168)])
  })
  test('is looked at again within a day after it was not found, also where it is checked weekly', () => {
    expect(through(kept, check('absent', 48, { recheckDays: 7 })).nextCheckAt).toEqual(at(72))
  })
  test('is tried again soon when nobody could tell, then ever later, then daily; never as a miss', () => {
    let now = 48
    let standing = kept
    const pauses = []
    for (const _ of [1, 2, 3, 4, 5]) {
      standing = standingAfter(standing, check('unreachable', now, { recheckDays: 7 }))
      const next = ((standing.nextCheckAt as Date).getTime() - start.getTime()) / 3_600_000
      pauses.push(next - now)
      now = next
    }
    expect(pauses).toEqual([0.25, 1, 6, 24, 24])
    expect(standing).toMatchObject({ state: 'found', misses: 0, silences: 5 })
    expect(standingAfter(standing, check('found', now))).toMatchObject({ silences: 0, nextCheckAt: at(now + 24) })
    expect(standingAfter(standing, check('absent', now))).toMatchObject({ silences: 0, misses: 1 })
  })
  test('that nobody could tell of is not tried again together with the others', () => {
    const next = (luck: number) => standingAfter(kept, check('unreachable', 48, { luck })).nextCheckAt
    expect([next(0), next(1)]).toEqual([at(48.1875), at(48.3125)])
  })
  test('is not missed after two absent results, however far apart', () => {
    expect(through(kept, check('absent', 48), check('absent', 900)).state).not.toBe('missed')
  })
  test('is not missed after three absent results within 72 hours', () => {
    expect(through(kept, check('absent', 48), check('absent', 72), check('absent', 119.9)).state).toBe('found')
  })

  const told = through(kept, check('absent', 48), check('absent', 72), check('absent', 120))
  test('is missed after three absent results over 72 hours, and keeps its level for 14 days', () => {
    expect(told).toMatchObject({ state: 'missed', misses: 3, graceUntil: at(120 + 14 * 24) })
    expect(level(told)).toBe(3)
    expect(level(through(told, check('absent', 120 + 14 * 24 - 0.1)))).toBe(3)
  })
  test('is over with the first absent result after the grace', () => {
    const over = through(told, check('absent', 144), check('absent', 120 + 14 * 24))
    expect(over).toMatchObject({ state: 'ended', nextCheckAt: null })
    expect(level(over)).toBe(0)
    expect(standingAfter(over, check('found', 999))).toEqual(over)
  })
  test('has nothing against it any more once it is found again', () => {
    const back = through(told, check('found', 200))
    expect(back).toMatchObject({ state: 'found', misses: 0, firstMissAt: null, graceUntil: null })
    expect(level(back)).toBe(3)
  })
  test('counts absent results anew after a success', () => {
    const again = through(kept, check('absent', 48), check('absent', 72), check('found', 96), check('absent', 168))
    expect(again).toMatchObject({ state: 'found', misses: 1, firstMissAt: at(168) })
  })
  test('loses nothing by a check by hand, and its next re-check is not put off by one', () => {
    const byHand = (result: Check['result'], hours: number) => check(result, hours, { how: 'by_hand' })
    expect(through(kept, byHand('absent', 48), byHand('absent', 90), byHand('absent', 140))).toEqual(kept)
    expect(through(told, byHand('absent', 9999), byHand('unreachable', 9999))).toEqual(told)
  })
  test('counts no miss for a result that another check overtook', () => {
    expect(through(kept, check('absent', 48), check('absent', 48, { overtaken: true })).misses).toBe(1)
  })

  test('falls to level 2 after 30 days in which nobody could tell, and returns with a success', () => {
    const silent = through(kept, check('unreachable', 24 + 30 * 24))
    expect(through(kept, check('unreachable', 24 + 30 * 24 - 1)).notReconfirmedSince).toBeNull()
    expect(silent).toMatchObject({ state: 'found', misses: 0, notReconfirmedSince: at(24) })
    expect([level(silent), level(through(silent, check('found', 999)))]).toEqual([2, 3])
  })
  test('is not dropped by silence alone, not even after its grace', () => {
    expect(level(through(told, check('unreachable', 5000)))).toBe(2)
  })
  test('becomes a proof made once when its page becomes private', () => {
    for (const was of [kept, told]) {
      expect(keptNoMore(was)).toMatchObject({ state: 'found', keep: false, nextCheckAt: null, graceUntil: null })
      expect(level(keptNoMore(was))).toBe(2)
    }
    expect(keptNoMore(waiting(true))).toEqual(waiting(false))
  })

  test('never loses anything by unreachable results within 30 days of a success', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 29 * 24 - 1 }), { maxLength: 30 })
    fc.assert(
      fc.property(gaps, (hours) => {
        const later = through(kept, ...hours.map((after24) => check('unreachable', 24 + after24)))
        return level(later) === 3 && later.misses === 0
      }),
    )
  })
  test('is never over before three misses, 72 hours and 14 days, in whatever order results come', () => {
    const result = fc.constantFrom('found', 'absent', 'unreachable') as fc.Arbitrary<Check['result']>
    const events = fc.array(fc.tuple(result, fc.integer({ min: 1, max: 400 })), { maxLength: 60 })
    fc.assert(
      fc.property(events, (list) => {
        let now = 24
        let absentSince: number | undefined
        let standing = kept
        for (const [kind, gap] of list) {
          now += gap
          if (kind === 'found') absentSince = undefined
          if (kind === 'absent') absentSince ??= now
          standing = standingAfter(standing, check(kind, now))
          if (standing.state === 'ended') return now - (absentSince ?? now) >= 72 + 14 * 24
        }
        return true
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the level of a declaration', () => {
  const one = found(false)
  const kept = through(found(true), check('found', 24))
  test('rises with the proof, and a repeated proof gives a new date', () => {
    expect(stepAfter(waiting(false), one, 0, 2)).toEqual({ level: 2, reason: 'proof_found' })
    expect(stepAfter(waiting(false), one, 2, 2)).toEqual({ level: 2, reason: 'proof_found' })
    expect(stepAfter(found(true), kept, 2, 3)).toEqual({ level: 3, reason: 'recheck_found' })
  })
  test('is untouched by a further proof below it', () => {
    expect(stepAfter(waiting(false), one, 3, 3)).toBeUndefined()
  })
  test('is untouched while nothing changed', () => {
    expect(stepAfter(kept, kept, 3, 3)).toBeUndefined()
  })
  test('falls to the best of the other proofs, with its reason', () => {
    const over: Standing = { ...kept, state: 'ended' }
    expect(stepAfter(kept, over, 3, 0)).toEqual({ level: 0, reason: 'proof_missed' })
    expect(stepAfter(kept, over, 3, 2)).toEqual({ level: 2, reason: 'proof_missed' })
    expect(stepAfter(kept, keptNoMore(kept), 3, 2)).toEqual({ level: 2, reason: 'kept_no_more' })
    expect(stepAfter(kept, { ...kept, notReconfirmedSince: start }, 3, 2)).toEqual({
      level: 2,
      reason: 'not_reconfirmed',
    })
  })
  test('at 0 makes the page private, and only then', () => {
    expect(mustBecomePrivate({ level: 0, reason: 'proof_missed' }, 'listed')).toBe(true)
    expect(mustBecomePrivate({ level: 0, reason: 'proof_missed' }, 'private')).toBe(false)
    expect(mustBecomePrivate({ level: 2, reason: 'proof_missed' }, 'listed')).toBe(false)
    expect(mustBecomePrivate(undefined, 'listed')).toBe(false)
  })
  test('is 1 by a witness, whatever else', () => {
    expect(levelOf('witnessed', one)).toBe(1)
  })
})

describe('a token', () => {
  test('that is shown once is good for 30 days, and on its last day; a kept one has no end', () => {
    expect(expiryFor(false, '2026-11-24')).toBe('2026-12-24')
    expect(expiryFor(true, '2026-11-24')).toBeNull()
    expect(isPast('2026-12-24', '2026-12-24')).toBe(false)
    expect(isPast('2026-12-24', '2026-12-25')).toBe(true)
    expect(isPast(null, '2999-01-01')).toBe(false)
  })
})
