import type { z } from 'zod'
import { type OpenedRecord, openRecord } from '../access-record/index.ts'
import type { Tx } from '../db/index.ts'
import { inOneGo } from '../declarations/index.ts'
import { go, idIn, type Reply, refuse } from '../web/index.ts'
import { desk, type Given, type Member } from './given.ts'
import { factsPage } from './pages/facts-page.tsx'
import { type openForm, readKey } from './shapes.ts'
import { factsOf, openCase, personOf } from './store.ts'
import { words } from './words.ts'

/** The row that the person will see, then what the register knows of duties that were not done. */
export async function looking<T>(
  tx: Tx,
  visit: Member<unknown>,
  channel: 'web' | 'api',
  act: (record: OpenedRecord) => Promise<T>,
): Promise<T | undefined> {
  const opened = await openRecord(tx, idIn(visit), 'duty', channel)
  return opened.kind === 'opened' ? act(opened.record) : undefined
}

export async function showFacts({ db }: Given, visit: Member<unknown>, wrong?: string): Promise<Reply> {
  const found = await db.as(visit.actor.id, (tx) =>
    looking(tx, visit, 'web', async (record) => ({ person: await personOf(record), facts: await factsOf(record) })),
  )
  if (!found) return refuse('not_found')
  const errors = wrong ? [{ field: 'fact', message: wrong }] : undefined
  return factsPage({ ...found, subject: idIn(visit), errors, lang: visit.lang })
}

export async function open(given: Given, visit: Member<z.infer<typeof openForm>>): Promise<Reply> {
  const chosen = readKey(visit.body.fact)
  if (!chosen) return showFacts(given, visit, words[visit.lang].chooseFact)
  const begun = await inOneGo(given.db, visit.actor.id, (tx) =>
    looking(tx, visit, 'web', (record) => openCase(record, chosen)),
  )
  if (!begun) return refuse('not_found')
  const { outcome, opened } = begun
  return outcome === 'opened' || outcome === 'again' ? go(`${desk}/${opened}`) : refuse(outcome)
}
