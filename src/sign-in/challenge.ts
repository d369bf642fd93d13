import { type Database, hashOf } from '../db/index.ts'
import { type ChallengePurpose, keepChallenge, spendChallenge } from './store.ts'

export const keep = (db: Database, challenge: string, purpose: ChallengePurpose) =>
  db.showing(hashOf(challenge), (tx) => keepChallenge(tx, hashOf(challenge), purpose))

/** The challenge that this answer is to, if it was given here, in the last five minutes, and not answered before. It is spent
 *  before the answer is looked at, in a transaction of its own: a wrong answer is no second try. */
export async function spent(
  db: Database,
  clientDataJSON: string,
  purpose: ChallengePurpose,
): Promise<string | undefined> {
  const challenge = challengeIn(clientDataJSON)
  if (challenge === undefined) return undefined
  return (await db.showing(hashOf(challenge), (tx) => spendChallenge(tx, purpose))) ? challenge : undefined
}

function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { challenge?: unknown }
    return typeof challenge === 'string' ? challenge : undefined
  } catch {
    return undefined
  }
}
