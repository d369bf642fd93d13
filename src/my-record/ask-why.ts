import type { Tx } from '../db/index.ts'
import { ask, type Look, looksAt } from './store.ts'

/** One look at the acting person's record, with what was asked about it. */
export async function lookOf(tx: Tx, id: string): Promise<Look | undefined> {
  const [look] = await looksAt(tx, 1, undefined, id)
  return look
}

/** Asks why somebody looked. Who answers, until when, and that nobody answers for themselves, the database settles: the officer of the
 *  nearest unit above the viewer, else the auditors; two working days. */
export async function askWhy(tx: Tx, id: string): Promise<Look | undefined> {
  const look = await lookOf(tx, id)
  if (!look) return undefined
  await ask(tx, id)
  return lookOf(tx, id)
}
