const day = 24 * 3_600_000

/** Days until the first look, and from each to the next; years that a freed name is watched; months that a page may still be there. */
export const patience = { look: 30, unclear: 1, watch: 30, watchUnclear: 7, watchMonths: 24, mostLooks: 12 } as const

/** What one look at a page that was stated closed brought. `gone`: 404, 410, no address, or no such account. `same` and `other`: the name
 *  leads to the account that was proven, or to another. `there`: it answers, and nobody can tell whose it is. */
export type Sight = 'gone' | 'same' | 'other' | 'there' | 'unclear' | 'no_way'

export type Closing = {
  readonly state: 'closing' | 'closed'
  readonly statedAt: Date
  readonly watchUntil: Date | null
  readonly alive: 'same' | 'other' | 'there' | null
}

export type Next = {
  readonly nextLookAt: Date | null
  /** It is closed from now on: because it is gone, or because its owner's word is all there is. */
  readonly closedBy?: 'look' | 'word'
  readonly watchUntil?: Date
  readonly watchEnded?: 'time' | 'no_way'
  readonly alive: Closing['alive']
}

const after = (now: Date, days: number) => new Date(now.getTime() + days * day)

export function nextOf(was: Closing, sight: Sight, now: Date): Next {
  return was.state === 'closing' ? closingAfter(was, sight, now) : watchAfter(was, sight, now)
}

function closingAfter(was: Closing, sight: Sight, now: Date): Next {
  const watchUntil = monthsAfter(now, patience.watchMonths)
  if (sight === 'no_way')
    return { nextLookAt: null, closedBy: 'word', watchUntil: now, watchEnded: 'no_way', alive: null }
  if (sight === 'gone') return { nextLookAt: after(now, patience.watch), closedBy: 'look', watchUntil, alive: null }
  // Somebody else has the name: one's own account is gone.
  if (sight === 'other') return { nextLookAt: after(now, patience.watch), closedBy: 'look', watchUntil, alive: 'other' }
  if (sight === 'unclear') return { nextLookAt: after(now, patience.unclear), alive: null }
  const tooLong = now.getTime() - was.statedAt.getTime() > patience.mostLooks * patience.look * day
  return { nextLookAt: tooLong ? null : after(now, patience.look), alive: null }
}

function watchAfter(was: Closing, sight: Sight, now: Date): Next {
  if (sight === 'no_way') return { nextLookAt: null, watchEnded: 'no_way', alive: was.alive }
  if (was.watchUntil !== null && now >= was.watchUntil)
    return { nextLookAt: null, watchEnded: 'time', alive: was.alive }
  if (sight === 'unclear') return { nextLookAt: after(now, patience.watchUnclear), alive: was.alive }
  return { nextLookAt: after(now, patience.watch), alive: sight === 'gone' ? null : sight }
}

/** The same day so many months on; the last of the month where there is no such day. */
export function monthsAfter(at: Date, months: number): Date {
  const there = new Date(at)
  there.setUTCDate(1)
  there.setUTCMonth(there.getUTCMonth() + months)
  const last = new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1, 0)).getUTCDate()
  there.setUTCDate(Math.min(at.getUTCDate(), last))
  return there
}
