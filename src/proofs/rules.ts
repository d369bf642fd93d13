const hour = 3_600_000
const day = 24 * hour

/** Three absent results in a row, the first at least so long ago; then so much time to mend it; without success so long, not re-confirmed. */
export const patience = {
  misses: 3,
  hours: 72,
  graceDays: 14,
  silentDays: 30,
  tokenDays: 30,
  codeHours: 72,
  watchDays: 7,
} as const

/** Hours until a re-check that could not tell is tried again: soon, then ever later, then at its usual pace. */
export const retryHours: readonly number[] = [0.25, 1, 6]

export type ProofState = 'waiting' | 'found' | 'missed' | 'ended'
export type Level = 0 | 1 | 2 | 3

/** What moves while a proof lives. `missed`: its owner was told, and its level holds until `graceUntil`. */
export type Standing = {
  readonly keep: boolean
  readonly state: ProofState
  readonly foundAt: Date | null
  /** The last success that was a re-check: pressing the button twice in a row is none. */
  readonly lastFoundAt: Date | null
  readonly nextCheckAt: Date | null
  readonly misses: number
  readonly firstMissAt: Date | null
  readonly graceUntil: Date | null
  readonly notReconfirmedSince: Date | null
  /** Re-checks in a row that could not tell. */
  readonly silences: number
}

export type Result = 'found' | 'absent' | 'unreachable'
export type Check = {
  readonly result: Result
  readonly how: 'by_hand' | 'scheduled'
  readonly now: Date
  /** While this check was on its way, another one found the proof or counted its miss. */
  readonly overtaken: boolean
  readonly recheckDays: number
  /** Once proven, it is looked whether the name still belongs to that account: only where the method can tell, while the page is public. */
  readonly watched: boolean
  /** From 0 to 1: spreads the next checks, so that they do not all come at once. */
  readonly luck: number
}

/** How often in one hour the owner may have one proof looked for: a short code could be guessed at, a token could not. */
export const checksPerHour = (secret: 'token' | 'code' | 'page'): number =>
  secret === 'code' ? checksAnHour.code : checksAnHour.proof

/** What a check does to its proof. `unreachable` is never a miss, and a proof that was made once is never taken back by a check.
 *  Only the register's own re-checks count misses: pressing the button can win something and lose nothing, nor put a re-check off. */
export function standingAfter(was: Standing, check: Check): Standing {
  if (was.state === 'ended') return was
  if (check.result === 'found') return found(was, check)
  if (check.how === 'by_hand') return was
  if (was.state === 'waiting') return { ...was, nextCheckAt: null }
  const silences = check.result === 'unreachable' ? was.silences + 1 : 0
  const usual = was.keep ? later(check.now, 1, check.luck) : nextWatch(check)
  const next = { ...was, silences, nextCheckAt: usual && (retry(silences, check) ?? usual) }
  if (!was.keep) return next
  return notReconfirmed(check.result === 'absent' && !check.overtaken ? missed(next, check.now) : next, check.now)
}

/** A quarter to either side: what failed together, because a resolver was down, is not tried again together. */
function retry(silences: number, { now, luck }: Check): Date | undefined {
  const hours = retryHours[silences - 1]
  return hours === undefined ? undefined : new Date(now.getTime() + hours * hour * (0.75 + 0.5 * luck))
}

const nextWatch = ({ watched, now, luck }: Check) => (watched ? later(now, patience.watchDays, luck) : null)

function found(was: Standing, check: Check): Standing {
  const { how, now, recheckDays, luck } = check
  const first = was.state === 'waiting'
  const again = how === 'scheduled' || now.getTime() - (was.foundAt ?? now).getTime() >= 20 * hour
  return {
    ...was,
    ...clear,
    state: 'found',
    foundAt: first ? now : was.foundAt,
    lastFoundAt: first || (again && was.keep) ? now : was.lastFoundAt,
    nextCheckAt: nextLook(),
  }

  /** The register looks when it meant to, however often the owner had it looked for meanwhile. */
  function nextLook(): Date | null {
    if (!was.keep) return nextWatch(check)
    return (!first && how === 'by_hand' && was.nextCheckAt) || later(now, recheckDays, luck)
  }
}

const clear = { misses: 0, firstMissAt: null, graceUntil: null, notReconfirmedSince: null, silences: 0 }

function missed(was: Standing, now: Date): Standing {
  if (was.graceUntil) return now >= was.graceUntil ? ended(was) : { ...was, misses: was.misses + 1 }
  const firstMissAt = was.firstMissAt ?? now
  const misses = was.misses + 1
  const enough = misses >= patience.misses && now.getTime() - firstMissAt.getTime() >= patience.hours * hour
  return enough
    ? { ...was, misses, firstMissAt, state: 'missed', graceUntil: graceFrom(now) }
    : { ...was, misses, firstMissAt }
}

/** Until when the level holds although the proof is missed. */
export const graceFrom = (now: Date): Date => new Date(now.getTime() + patience.graceDays * day)

export const ended = (was: Standing): Standing => ({ ...was, state: 'ended', nextCheckAt: null })

function notReconfirmed(was: Standing, now: Date): Standing {
  const last = was.lastFoundAt
  if (was.state === 'ended' || !last || now.getTime() - last.getTime() < patience.silentDays * day) return was
  return { ...was, notReconfirmedSince: was.notReconfirmedSince ?? last }
}

/** A proof may stay in place only while the page is not private: whoever made it private is re-checked no more, and nobody asks
 *  their host again. What was proven once stays proven once. */
export function keptNoMore(was: Standing): Standing {
  return was.state === 'waiting'
    ? { ...was, keep: false }
    : { ...was, ...clear, state: 'found', keep: false, nextCheckAt: null }
}

/** Nobody is asked about a page that is private: a proof made once has no next look. */
export const notWatched = (was: Standing): Standing => (was.keep ? was : { ...was, nextCheckAt: null })

/** A tenth to either side, so that a day is never shorter than 20 hours. */
function later(now: Date, days: number, luck: number): Date {
  return new Date(now.getTime() + days * day * (0.9 + 0.2 * luck))
}

const moved = (was: Standing, is: Standing) =>
  (Object.keys(was) as (keyof Standing)[]).filter((part) => was[part] !== is[part])

export const hasMoved = (was: Standing, is: Standing): boolean => moved(was, is).length > 0

/** Nothing moved but the times at which it was last found and is looked for next, and how often nobody could tell. */
export const isUneventful = (was: Standing, is: Standing): boolean => moved(was, is).every((part) => mayMove.has(part))
const mayMove: ReadonlySet<string> = new Set(['lastFoundAt', 'nextCheckAt', 'silences'] satisfies (keyof Standing)[])

/** What one proof is worth. Level 3 begins with the first re-check. */
export function levelOf(method: string, { state, keep, foundAt, lastFoundAt, notReconfirmedSince }: Standing): Level {
  if (state !== 'found' && state !== 'missed') return 0
  if (method === 'witnessed') return 1
  const rechecked = foundAt !== null && lastFoundAt !== null && lastFoundAt > foundAt
  return keep && rechecked && !notReconfirmedSince ? 3 : 2
}

export type StepReason =
  | 'proof_found'
  | 'recheck_found'
  | 'proof_missed'
  | 'not_reconfirmed'
  | 'kept_no_more'
  | 'lapsed'
export type Step = { readonly level: Level; readonly reason: StepReason }

/** The step that a change of one proof means for its declaration, if it means one. `best` is the best that any of its proofs is
 *  worth now, `own` what this one is. A page that is proven anew gets a new date, even at the level it has, but not by a weaker proof. */
export function stepAfter(was: Standing, is: Standing, level: Level, best: Level, own = best): Step | undefined {
  const proven = was.state === 'waiting' && is.state === 'found'
  if (proven && own === best && best <= 2) return { level: best, reason: 'proof_found' }
  if (best === level) return undefined
  if (best > level) return { level: best, reason: proven ? 'proof_found' : 'recheck_found' }
  if (is.state === 'ended') return { level: best, reason: 'proof_missed' }
  return { level: best, reason: was.keep && !is.keep ? 'kept_no_more' : 'not_reconfirmed' }
}

/** At level 0 nothing may be confirmed: a page whose last proof fell away becomes private (a new version, never a change in place). */
export const mustBecomePrivate = (step: Step | undefined, visibility: string): boolean =>
  step?.level === 0 && visibility !== 'private'

/** Last day on which a token that is to be shown once is good. A kept one has none. */
export function expiryFor(keep: boolean, today: string): string | null {
  if (keep) return null
  return new Date(Date.parse(`${today}T00:00:00Z`) + patience.tokenDays * day).toISOString().slice(0, 10)
}

export const isPast = (expiresOn: string | null, today: string): boolean => expiresOn !== null && expiresOn < today

type Lasting = { readonly expiresOn: string | null; readonly codeUntil: Date | null }
/** Whether what was to be put there is good no more. */
export const isExpired = ({ expiresOn, codeUntil }: Lasting, today: string): boolean =>
  isPast(expiresOn, today) || isOver(codeUntil)

/** A code is over to the second; what is asked is the clock of this process, since the database decided the moment itself. */
export const isOver = (until: Date | null, now: Date = new Date()): boolean => until !== null && until <= now

export const checksAnHour = { proof: 10, code: 5, person: 120 } as const
