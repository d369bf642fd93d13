import { setTimeout as sleep } from 'node:timers/promises'
import type { Signer } from './signer.ts'
import type { Statement } from './statement.ts'

const minute = 60_000

/** Waits out the last second of a minute: a copy lives as long as the minute it is dated with, and one that is spent when it
 *  arrives is good for nothing. Called before the question, so that the answer is not a second old. */
export async function inAFreshMinute(now = Date.now()): Promise<void> {
  const left = minute - (now % minute)
  if (left < 1_000) await sleep(left)
}

/** The answer as a JWS. Its time is cut to the minute, so that two askers of one minute hold the same bytes and nobody is
 *  found again by the second of a question. It is good until the minute is over, so never for more than 60 seconds. */
export async function signedCopy(
  signer: Signer,
  url: string,
  canonical: string,
  statement: Statement,
): Promise<{ readonly jws: string; readonly secondsLeft: number }> {
  const now = Date.now()
  const iat = Math.floor(now / minute) * 60
  const exp = iat + 60
  const { address: _, ...claims } = { address: undefined, ...statement }
  const jws = await signer.sign({ iss: url, sub: canonical, ...claims, iat, exp })
  return { jws, secondsLeft: Math.max(0, Math.floor(exp - now / 1_000)) }
}
