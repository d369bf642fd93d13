import { z } from 'zod'
import { lookerOf, lookerText } from '../../access-record/index.ts'
import { anyOfficer, type Somebody } from '../../permissions/index.ts'
import { type At, go, idIn, type NavEntry, type Reply, type Route, refuse, type Visit } from '../../web/index.ts'
import type { Given } from '../check-proof.ts'
import { wordsOfReason } from './address-words.ts'
import { type Confirmed, confirm } from './confirm.ts'
import { codeOverPage, codePage, decidedPage, introPage, openedPage, tasksPage } from './officer-pages.tsx'
import { giveCode, openRequest } from './open-request.ts'
import { settle } from './settle.ts'
import { codeNow, decidedByMe, declineRequest, taskOf, tasks, withdrawRequest } from './store.ts'
import { waysSeen } from './types.ts'
import { words } from './words.ts'

type Officer<B = undefined> = Visit<Somebody, B>
const saw = z.object({ address: z.string().max(5000).default(''), seen: z.string().max(100).default('') })
type Saw = z.infer<typeof saw>

export const witnessNav: NavEntry = {
  href: '/witness',
  text: { vi: words.vi.nav, en: words.en.nav },
  rule: anyOfficer,
  order: 55,
}

export function witnessRoutes(at: At, given: Given): Route[] {
  return [
    at.post('/proofs/:id/withdraw', 'witness.withdraw', (visit) => withdraw(given, visit)),
    at.get('/witness', anyOfficer, (visit) => list(given, visit)),
    at.get('/witness/:id', 'witness.read', (visit) => show(given, visit)),
    at.post('/witness/:id', 'witness.open', (visit) => open(given, visit)),
    at.post('/witness/:id/code', 'witness.code', (visit) => getCode(given, visit)),
    at.post('/witness/:id/confirm', 'witness.confirm', (visit) => say(given, visit), { body: saw }),
    at.post('/witness/:id/decline', 'witness.decline', (visit) => decline(given, visit)),
  ]
}

/** Taken back twice is taken back. */
async function withdraw({ db }: Given, visit: Officer): Promise<Reply> {
  const withdrawn = await db.as(visit.actor.id, (tx) => withdrawRequest(tx, idIn(visit)))
  return withdrawn === 'not_found' ? refuse('not_found') : go(`/proofs/${idIn(visit)}`)
}

const list = async ({ db }: Given, { actor, lang }: Officer): Promise<Reply> =>
  tasksPage(await db.as(actor.id, tasks), lang)

/** An open request of theirs, what they decided of one, or nothing: whatever else there is looks as if it were not there. */
async function show({ db }: Given, visit: Officer): Promise<Reply> {
  const { actor, lang } = visit
  const here = await db.as(actor.id, async (tx) => ({
    task: await taskOf(tx, idIn(visit)),
    decided: await decidedByMe(tx, idIn(visit)),
    looker: lookerText(await lookerOf(tx)),
  }))
  if (here.task) return introPage({ task: here.task, looker: here.looker, lang })
  return here.decided ? decidedPage(here.decided, lang) : refuse('not_found')
}

async function open({ db }: Given, visit: Officer): Promise<Reply> {
  const opened = await db.as(visit.actor.id, (tx) => openRequest(tx, idIn(visit), 'web'))
  if (opened.kind === 'opened') return openedPage(opened.page, visit.lang)
  return ended(db, visit)
}

async function getCode({ db }: Given, visit: Officer): Promise<Reply> {
  const given = await db.as(visit.actor.id, (tx) => giveCode(tx, idIn(visit), 'web'))
  if (given.kind === 'not_found') return ended(db, visit)
  return codePage({ id: idIn(visit), number: given.task.number, code: given, lang: visit.lang })
}

async function say(given: Given, visit: Officer<Saw>): Promise<Reply> {
  const { actor, lang, body } = visit
  const seen = waysSeen.find((known) => known === body.seen)
  if (!seen) return again(given, visit, { seen: words[lang].chooseHow })
  const wish = { request: idIn(visit), address: body.address, seen }
  const confirmed = await given.db.as(actor.id, (tx) => confirm(tx, wish))
  if (confirmed.kind === 'witnessed') await settle(given, wish.request)
  return answerTo(given, visit, confirmed)
}

function answerTo(given: Given, visit: Officer<Saw>, confirmed: Confirmed): Promise<Reply> | Reply {
  const w = words[visit.lang]
  switch (confirmed.kind) {
    case 'witnessed':
    case 'already':
      return go(`/witness/${idIn(visit)}`)
    case 'unreadable':
      return again(given, visit, { address: wordsOfReason(confirmed.reason, visit.lang) })
    case 'other_address':
      return again(given, visit, { address: w.otherAddress(confirmed.read, confirmed.triesLeft) }, true)
    case 'not_found':
      return ended(given.db, visit)
    default:
      return codeOverPage(idIn(visit), visit.lang)
  }
}

/** The same form with what was typed. */
async function again(
  { db }: Given,
  visit: Officer<Saw>,
  wrong: { readonly address?: string; readonly seen?: string },
  mismatch = false,
): Promise<Reply> {
  const { actor, lang, body } = visit
  const id = idIn(visit)
  const here = await db.as(actor.id, async (tx) => ({ task: await taskOf(tx, id), code: await codeNow(tx, id) }))
  if (!here.task) return ended(db, visit)
  if (!here.code || here.code.until <= new Date()) return codeOverPage(id, lang)
  const errors = Object.entries(wrong).map(([field, message]) => ({ field, message }))
  return codePage({ id, number: here.task.number, code: here.code, lang, typed: body, errors, mismatch })
}

async function decline(given: Given, visit: Officer): Promise<Reply> {
  const declined = await given.db.as(visit.actor.id, (tx) => declineRequest(tx, idIn(visit)))
  if (declined === 'not_seen') await settle(given, idIn(visit))
  return declined === 'not_found' ? ended(given.db, visit) : go(`/witness/${idIn(visit)}`)
}

/** Decided by this officer in another tab: there it is said what was recorded. Anything else is not there. */
async function ended(db: Given['db'], visit: Officer<unknown>): Promise<Reply> {
  const decided = await db.as(visit.actor.id, (tx) => decidedByMe(tx, idIn(visit)))
  return decided ? go(`/witness/${idIn(visit)}`) : refuse('not_found')
}
