import { type Channel, openPage } from '../../access-record/index.ts'
import type { Tx } from '../../db/index.ts'
import { newCode } from '../token.ts'
import { codeFor, mayWitness, shownPage, taskOf } from './store.ts'
import type { Code, ShownPage, Task } from './types.ts'

type NotFound = { readonly kind: 'not_found' }
export type Opened = { readonly kind: 'opened'; readonly page: ShownPage } | NotFound

/** First the row that the person sees, then name and address. A request that is not there, not open, and not this officer's look alike. */
export async function openRequest(tx: Tx, id: string, channel: Channel): Promise<Opened> {
  if (!(await mayWitness(tx, id))) return { kind: 'not_found' }
  const opened = await openPage(tx, id, channel)
  if (opened.kind === 'not_yours_to_open') return { kind: 'not_found' }
  return { kind: 'opened', page: await shownPage(opened.page) }
}

export type Given = ({ readonly kind: 'given'; readonly task: Task } & Code) | NotFound

/** The code that the officer says to the person: one at a time, for fifteen minutes, for this officer alone. Whoever asks for it without
 *  having opened the request opens it thereby, and the person sees that too. */
export async function giveCode(tx: Tx, id: string, channel: Channel): Promise<Given> {
  const code = (await codeFor(tx, id, newCode())) ?? (await openedFirst(tx, id, channel))
  const task = code && (await taskOf(tx, id))
  return task ? { kind: 'given', task, ...code } : { kind: 'not_found' }
}

async function openedFirst(tx: Tx, id: string, channel: Channel): Promise<Code | undefined> {
  const opened = await openPage(tx, id, channel)
  return opened.kind === 'opened' ? codeFor(tx, id, newCode()) : undefined
}
