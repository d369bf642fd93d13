import { z } from 'zod'
import type { Tx } from '../../db/index.ts'
import { type At, go, idIn, json, page, type Reply, type Route, refuse, replyOnce } from '../../web/index.ts'
import { inOneGo } from '../change-visibility.ts'
import { type Ended, end } from '../end.ts'
import type { Ending } from '../ends.ts'
import { type Given, type Member, nav } from '../given.ts'
import { changedShape, viewOf } from '../shapes.ts'
import { declarationOf } from '../store/declarations.ts'
import { checklistFor } from './checklists.ts'
import { ClosePage } from './pages.tsx'
import { type Closing, closingOf, endWatch } from './store.ts'
import { words } from './words.ts'

const nothing = z.strictObject({})
const when = z.iso.datetime().nullable()
const closingShape = z.object({
  state: z.string(),
  stated_at: when,
  looks_at: when.describe('When the register looks next'),
  looked: z.enum(['gone', 'same', 'other', 'there', 'unclear', 'no_way']).nullable(),
  looked_at: when,
  closed_by: z.enum(['look', 'word']).nullable().describe('word: stated by the owner; it cannot be looked at'),
  watch_until: when,
  watch_ended: z.enum(['time', 'wish', 'left', 'no_way']).nullable(),
  alive: z.enum(['same', 'other', 'there']).nullable().describe('The freed name leads somewhere again'),
  steps: z.object({ written_on: z.iso.date(), vi: z.array(z.string()), en: z.array(z.string()) }),
})

/** From a page's own page: stated closed, not closed after all, no longer in control; and the watch on the freed name. */
export const closingRoutes = (at: At, given: Given): Route[] => [
  at.get('/declarations/:id/close', 'declarations.read', (visit) => show(given, visit)),
  at.post('/declarations/:id/close', 'declarations.change', (visit) => say(given, visit, 'close')),
  at.post('/declarations/:id/reopen', 'declarations.change', (visit) => say(given, visit, 'reopen')),
  at.post('/declarations/:id/lose', 'declarations.change', (visit) => say(given, visit, 'lose')),
  at.post('/declarations/:id/watch/end', 'declarations.change', (visit) => watchNoMore(given, visit)),
  at.get('/v1/declarations/:id/close', 'declarations.read', (visit) => get(given, visit), {
    about: {
      summary: 'How to close a page, and how far its closing has come',
      answers: { 200: { description: 'As it stands', schema: closingShape } },
    },
  }),
  at.post('/v1/declarations/:id/close', 'declarations.change', (visit) => post(given, visit, 'close'), {
    body: nothing,
    about: doing('State that a page is closed; looked at after thirty days where that can be done'),
  }),
  at.post('/v1/declarations/:id/reopen', 'declarations.change', (visit) => post(given, visit, 'reopen'), {
    body: nothing,
    about: doing('State that a page is not closed after all'),
  }),
  at.post('/v1/declarations/:id/lose', 'declarations.change', (visit) => post(given, visit, 'lose'), {
    body: nothing,
    about: doing('State that a page is no longer in one’s control; for good'),
  }),
  at.post('/v1/declarations/:id/watch/end', 'declarations.change', (visit) => postWatchNoMore(given, visit), {
    body: nothing,
    about: {
      summary: 'Watch the freed name of a closed page no more',
      answers: { 200: { description: 'As it stands now', schema: closingShape } },
    },
  }),
]

function doing(summary: string) {
  return {
    summary: `${summary}. Takes an Idempotency-Key`,
    answers: { 200: { description: 'As it stands now; a receipt where something changed', schema: changedShape } },
  }
}

const bothOf = async (tx: Tx, id: string) => {
  const now = await declarationOf(tx, id)
  return now && { now, closing: await closingOf(tx, id) }
}

async function show({ db }: Given, visit: Member): Promise<Reply> {
  const { actor, lang } = visit
  const here = await db.as(actor.id, (tx) => bothOf(tx, idIn(visit)))
  if (!here) return refuse('not_found')
  return page(words[lang].close, <ClosePage lang={lang} {...here} />, {
    nav,
    back: { href: `/declarations/${here.now.id}` },
  })
}

async function say({ db }: Given, visit: Member, said: Ending): Promise<Reply> {
  const ended = await inOneGo(db, visit.actor.id, (tx) => end(tx, visit.actor.id, idIn(visit), said, 'web'))
  if (ended.kind === 'ended') return go(`/receipts/${ended.receipt}`)
  return ended.kind === 'unchanged' ? go(`/declarations/${ended.now.id}`) : refuse(codeOf(ended))
}

async function watchNoMore({ db }: Given, visit: Member): Promise<Reply> {
  const done = await db.as(visit.actor.id, (tx) => endWatch(tx, idIn(visit)))
  return done ? go(`/declarations/${idIn(visit)}`) : refuse('nothing_watched')
}

async function get({ db }: Given, visit: Member): Promise<Reply> {
  const here = await db.as(visit.actor.id, (tx) => bothOf(tx, idIn(visit)))
  return here ? json(closingView(here.now.address.platform, here.now.state, here.closing)) : refuse('not_found')
}

function post({ db }: Given, visit: Member<object>, said: Ending): Promise<Reply> {
  const { actor } = visit
  return inOneGo(db, actor.id, (tx) =>
    replyOnce(tx, visit, async () => {
      const ended = await end(tx, actor.id, idIn(visit), said, 'api')
      if (ended.kind === 'ended') return json({ ...viewOf(ended.now), receipt: ended.receipt })
      return ended.kind === 'unchanged' ? json(viewOf(ended.now)) : refuse(codeOf(ended))
    }),
  )
}

async function postWatchNoMore(given: Given, visit: Member<object>): Promise<Reply> {
  return given.db.as(visit.actor.id, (tx) =>
    replyOnce(tx, visit, async () => {
      if (!(await endWatch(tx, idIn(visit)))) return refuse('nothing_watched')
      const here = await bothOf(tx, idIn(visit))
      return here ? json(closingView(here.now.address.platform, here.now.state, here.closing)) : refuse('not_found')
    }),
  )
}

const codeOf = ({ kind }: Exclude<Ended, { now: unknown }>) => (kind === 'no_such_declaration' ? 'not_found' : kind)
const iso = (at: Date | undefined) => at?.toISOString() ?? null

function closingView(platform: string, state: string, closing: Closing | undefined): z.infer<typeof closingShape> {
  const { writtenOn, steps } = checklistFor(platform)
  return {
    state,
    stated_at: iso(closing?.statedAt),
    looks_at: iso(closing?.nextLookAt),
    looked: closing?.looked ?? null,
    looked_at: iso(closing?.lookedAt),
    closed_by: closing?.closedBy ?? null,
    watch_until: iso(closing?.watchUntil),
    watch_ended: closing?.watchEnded ?? null,
    alive: closing?.alive ?? null,
    steps: { written_on: writtenOn, vi: steps.map(({ vi }) => vi), en: steps.map(({ en }) => en) },
  }
}
