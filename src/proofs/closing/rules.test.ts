import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Ending, ends } from '../../declarations/index.ts'
import { type Closing, monthsAfter, nextOf, type Sight } from './rules.ts'

const at = (day: string) => new Date(`${day}T01:00:00Z`)
const now = at('2026-12-01')
const stated: Closing = { state: 'closing', statedAt: at('2026-11-01'), watchUntil: null, alive: null }
const watched: Closing = { state: 'closed', statedAt: at('2026-09-01'), watchUntil: at('2028-10-01'), alive: null }

describe('what a look makes of a page', () => {
  test.each([
    [
      'gone: closed, and the name is watched for two years',
      stated,
      'gone',
      { closedBy: 'look', watchUntil: at('2028-12-01'), alive: null, nextLookAt: at('2026-12-31') },
    ],
    ['the name belongs to another: closed, and it lives again', stated, 'other', { closedBy: 'look', alive: 'other' }],
    [
      'cannot be looked at: closed by the owner’s word, nothing is watched',
      stated,
      'no_way',
      { closedBy: 'word', watchEnded: 'no_way', nextLookAt: null },
    ],
    ['still there: looked at again in a month', stated, 'there', { nextLookAt: at('2026-12-31'), alive: null }],
    ['the same account: the same', stated, 'same', { nextLookAt: at('2026-12-31') }],
    ['could not tell: tomorrow, and it says nothing', stated, 'unclear', { nextLookAt: at('2026-12-02') }],
    [
      'still there after a year: no look any more, the owner was told twelve times',
      { ...stated, statedAt: at('2025-11-01') },
      'there',
      { nextLookAt: null },
    ],
    ['watched and gone', watched, 'gone', { alive: null, nextLookAt: at('2026-12-31') }],
    ['watched and another account', watched, 'other', { alive: 'other' }],
    ['watched and the same account', watched, 'same', { alive: 'same' }],
    ['watched, and a website answers', watched, 'there', { alive: 'there' }],
    ['it lived and is gone again', { ...watched, alive: 'other' }, 'gone', { alive: null }],
    [
      'it lived, and nobody could tell',
      { ...watched, alive: 'other' },
      'unclear',
      { alive: 'other', nextLookAt: at('2026-12-08') },
    ],
    [
      'the two years are over',
      { ...watched, watchUntil: at('2026-12-01') },
      'other',
      { watchEnded: 'time', alive: null, nextLookAt: null },
    ],
    ['a day before that', { ...watched, watchUntil: at('2026-12-02') }, 'other', { alive: 'other' }],
    ['no way any more', watched, 'no_way', { watchEnded: 'no_way', nextLookAt: null }],
  ] as [string, Closing, Sight, object][])('%s', (_title, was, sight, next) => {
    expect(nextOf(was, sight, now)).toMatchObject(next)
    if (!('closedBy' in next)) expect(nextOf(was, sight, now).closedBy).toBeUndefined()
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 24, '2030-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months: %s', (from, months, to) => expect(monthsAfter(at(from), months)).toEqual(at(to)))
})

// The life of a page as anybody would tell it, against the table and the rules: 500 lives of up to 30 steps.

type Step = Ending | Sight
const sights: readonly Sight[] = ['gone', 'same', 'other', 'there', 'unclear', 'no_way']
const steps = fc.constantFrom<Step>('close', 'reopen', 'lose', ...sights)

type Life = {
  state: 'active' | 'closing' | 'closed' | 'lost'
  closing: Closing | undefined
  watching: boolean
  at: Date
}

function live(life: Life, step: Step): void {
  life.at = new Date(life.at.getTime() + 31 * 86_400_000)
  if (step === 'close' || step === 'reopen' || step === 'lose') {
    const to = ends[life.state][step]
    if (!to) return
    life.state = to as Life['state']
    life.closing = to === 'closing' ? { state: 'closing', statedAt: life.at, watchUntil: null, alive: null } : undefined
    return
  }
  if (!life.closing || (life.state === 'closed' && !life.watching)) return
  const next = nextOf(life.closing, step, life.at)
  if (next.closedBy) {
    life.state = ends.closing.gone as 'closed'
    life.watching = true
  }
  life.closing = {
    ...life.closing,
    state: life.state as Closing['state'],
    alive: next.alive,
    watchUntil: next.watchUntil ?? life.closing.watchUntil,
  }
  if (next.watchEnded || next.nextLookAt === null) life.watching = false
}

test('no life of a page skips a step: it is closed only after its owner said so, and what has ended stays so', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 30 }), (lived) => {
      const life: Life = { state: 'active', closing: undefined, watching: false, at: at('2026-01-01') }
      let ended = false
      for (const step of lived) {
        const before = life.state
        live(life, step)
        if (ended) expect(life.state).toBe(before)
        if (life.state === 'closed' && before !== 'closed')
          expect([before, sights.includes(step as Sight)]).toEqual(['closing', true])
        if (life.state === 'lost' && before !== 'lost') expect(step).toBe('lose')
        if (before === 'active') expect(['active', 'closing', 'lost']).toContain(life.state)
        if (life.closing?.alive && life.state === 'closing') throw new Error('what is being closed does not live again')
        ended = life.state === 'closed' || life.state === 'lost'
      }
    }),
    { numRuns: 500 },
  )
})

test('no dead end: whatever happened, one who is not at the end gets there by two steps', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 30 }), (lived) => {
      const life: Life = { state: 'active', closing: undefined, watching: false, at: at('2026-01-01') }
      for (const step of lived) live(life, step)
      live(life, 'close')
      live(life, 'gone')
      expect(['closed', 'lost']).toContain(life.state)
    }),
    { numRuns: 500 },
  )
})
