import type { z } from 'zod'
import { lookerOf, lookerText, type OpenedRecord, openUnder } from '../access-record/index.ts'
import { maskedAddress } from '../addresses/index.ts'
import type { Tx } from '../db/index.ts'
import { inOneGo } from '../declarations/index.ts'
import { go, idIn, type Reply, refuse } from '../web/index.ts'
import { rulesFor } from './duties.ts'
import { desk, type Given, type Member } from './given.ts'
import { closedTaskPage, deskPage, openedTaskPage, type Wished } from './pages/desk-pages.tsx'
import { readText } from './person.ts'
import { type Ground, grounds, outcomes, type Settled } from './rules.ts'
import type { decideForm, settleForm } from './shapes.ts'
import {
  type Case,
  type Concerned,
  type Done,
  decide,
  handUp,
  openedCase,
  personOf,
  settle,
  subjectOf,
  type Task,
  taskOf,
  tasks,
  withdraw,
} from './store.ts'
import { words } from './words.ts'

export const showDesk = async ({ db }: Given, { actor, lang }: Member): Promise<Reply> =>
  deskPage({ tasks: await db.as(actor.id, tasks), lang })

export async function showTask({ db }: Given, visit: Member): Promise<Reply> {
  const found = await db.as(visit.actor.id, async (tx) => {
    const task = await taskOf(tx, idIn(visit))
    return task && { task, looker: lookerText(await lookerOf(tx)) }
  })
  return found ? closedTaskPage({ ...found, lang: visit.lang }) : refuse('not_found')
}

export type Opened = { readonly one: Case; readonly person: Concerned; readonly task: Task }

export const opening = async <T>(
  tx: Tx,
  id: string,
  channel: 'web' | 'api',
  act: (record: OpenedRecord) => Promise<T>,
) => openUnder(tx, await subjectOf(tx, id), 'case', channel, act)

export async function read(record: OpenedRecord, id: string): Promise<Opened | undefined> {
  const [one, task] = [await openedCase(record, id), await taskOf(record.tx, id)]
  return one && task && { one, task, person: await personOf(record) }
}

/** The address as somebody else than its owner sees it. */
export const addressFor = ({ page }: Pick<Case, 'page'>): string | undefined => page && maskedAddress(page)

export async function openTask({ db }: Given, visit: Member<unknown>, wished?: Wished): Promise<Reply> {
  const id = idIn(visit)
  const opened = await db.as(visit.actor.id, (tx) => opening(tx, id, 'web', (record) => read(record, id)))
  if (!opened) return refuse('not_found')
  return openedTaskPage({ ...opened, wished, address: addressFor(opened.one), lang: visit.lang })
}

const done = new Set<string>(['decided', 'handed_up', 'withdrawn', 'settled', 'again'])
export const isDone = (came: Done): boolean => done.has(came)

async function doing({ db }: Given, visit: Member<unknown>, act: (tx: Tx, id: string) => Promise<Done>) {
  const came = await inOneGo(db, visit.actor.id, (tx) => act(tx, idIn(visit)))
  return isDone(came) ? go(desk) : refuse(came)
}

export const handUpIt = (given: Given, visit: Member<unknown>): Promise<Reply> => doing(given, visit, handUp)
export const withdrawIt = (given: Given, visit: Member<unknown>): Promise<Reply> => doing(given, visit, withdraw)

export async function decideIt(given: Given, visit: Member<z.infer<typeof decideForm>>): Promise<Reply> {
  const { body, lang } = visit
  const w = words[lang]
  const outcome = outcomes.find((known) => known === body.outcome)
  const rule = ruleNumbers.find((known) => known === body.rule)
  const reasons = readText(body.reasons, 'reasons', lang)
  const errors = [
    ...(outcome ? [] : [{ field: 'outcome', message: w.chooseOutcome }]),
    ...(rule ? [] : [{ field: 'rule', message: w.chooseRule }]),
    ...('errors' in reasons ? reasons.errors : []),
  ]
  if (!outcome || !rule || 'errors' in reasons) return openTask(given, visit, { ...body, ground: '', errors })
  return doing(given, visit, (tx, id) => decide(tx, id, outcome, rule, reasons.text))
}
const ruleNumbers = [
  ...new Set(
    (['not_filed', 'false_declaration', 'not_kept_up_to_date', 'lent_or_sold'] as const).flatMap((kind) =>
      rulesFor(kind).map(({ number }) => number),
    ),
  ),
]
export const knownRule = (number: string): boolean => ruleNumbers.includes(number)

/** What of an appeal this ground means. */
export const settledBy = (ground: string): { settled: Settled; ground: Ground } | undefined => {
  for (const settled of ['upheld', 'annulled'] as const)
    for (const known of grounds[settled]) if (known === ground) return { settled, ground: known }
  return undefined
}

export async function settleIt(given: Given, visit: Member<z.infer<typeof settleForm>>): Promise<Reply> {
  const wish = settledBy(visit.body.ground)
  if (!wish) {
    const errors = [{ field: 'ground', message: words[visit.lang].chooseGround }]
    return openTask(given, visit, { outcome: '', rule: '', reasons: '', ground: '', errors })
  }
  return doing(given, visit, (tx, id) => settle(tx, id, wish.settled, wish.ground))
}
