import type { z } from 'zod'
import { isId } from '../../db/index.ts'
import { anyMember } from '../../permissions/index.ts'
import { type At, fromIn, go, json, type Reply, type Route, refuse, replyOnce } from '../../web/index.ts'
import { inOneGo } from '../change-visibility.ts'
import type { Given, Member } from '../given.ts'
import { answerOffers } from './answer-offers.ts'
import { fieldOf, offeredPage, offerText } from './offered-page.tsx'
import { againForm, answeredShape, offersBody, offersForm, offersQuery, offersShape, viewOf } from './shapes.ts'
import { answeredOffers, offerOf, offersAPage, waitingOffers } from './store.ts'
import { type Line, type Outcome, offerAnswers } from './types.ts'
import { words } from './words.ts'

export const offeredRoutes = (at: At, given: Given): Route[] => [
  at.get('/declarations/offered', anyMember, (visit) => show(given, visit)),
  at.post('/declarations/offered', anyMember, (visit) => answer(given, visit), { body: offersForm }),
  at.post('/declarations/offered/again', anyMember, (visit) => again(given, visit), { body: againForm }),
  at.get('/v1/declarations/offered', anyMember, (visit) => list(given, visit), {
    about: {
      summary: 'Accounts that a list names as mine: those that wait for an answer, or with `answered=yes` the others',
      answers: { 200: { description: 'At most 50; `next` is the `from` of the next call', schema: offersShape } },
      query: offersQuery,
    },
  }),
  at.post('/v1/declarations/offered', anyMember, (visit) => answerByApi(given, visit), {
    body: offersBody,
    about: {
      summary: 'Say of such accounts whether they are mine. What is mine is declared. Takes an Idempotency-Key',
      answers: { 200: { description: 'What became of each', schema: answeredShape } },
    },
  }),
]

type Failed = { readonly chosen: Readonly<Record<string, string>>; readonly errors: (shown: string) => string }

async function show({ db }: Given, { actor, query, lang }: Member<unknown>, failed?: Failed): Promise<Reply> {
  const from = fromIn(query)
  if (from === undefined) return refuse('not_found')
  const found = await db.as(actor.id, async (tx) => ({
    waiting: await waitingOffers(tx, from, offersAPage + 1),
    answered: await answeredOffers(tx),
  }))
  const first = found.waiting[0]
  const errors = failed && [
    { field: first ? fieldOf(first) : 'offered', message: failed.errors(words[lang].chooseOne) },
  ]
  return offeredPage({ ...found, from, errors, chosen: failed?.chosen ?? {}, lang })
}

async function answer(given: Given, visit: Member<z.infer<typeof offersForm>>): Promise<Reply> {
  const { actor, body } = visit
  const lines = linesIn(body)
  if (lines.length === 0) return show(given, visit, { chosen: body, errors: (text) => text })
  const outcomes = await inOneGo(given.db, actor.id, (tx) => answerOffers(tx, actor.id, lines, 'web'))
  const failed = outcomes.filter(({ kind }) => kind !== 'answered' && kind !== 'not_found')
  return failed.length > 0 ? notAll(given, visit, failed) : go('/declarations/offered')
}

function linesIn(body: Readonly<Record<string, string>>): readonly Line[] {
  return Object.entries(body).flatMap(([name, value]) => {
    const [id, said] = [/^of-(.+)$/.exec(name)?.[1] ?? '', offerAnswers.find((one) => one === value)]
    return isId(id) && said ? [{ id, said }] : []
  })
}

async function notAll(
  { db }: Given,
  { actor, body, lang }: Member<z.infer<typeof offersForm>>,
  failed: readonly Outcome[],
): Promise<Reply> {
  const found = await db.as(actor.id, async (tx) => {
    const errors = []
    for (const { id, kind } of failed) {
      const offer = await offerOf(tx, id)
      if (offer)
        errors.push({ field: fieldOf(offer), message: words[lang][kind as 'no_address'](offerText(offer, lang)) })
    }
    return { errors, waiting: await waitingOffers(tx, 0, offersAPage + 1), answered: await answeredOffers(tx) }
  })
  return offeredPage({ ...found, from: 0, chosen: body, lang })
}

async function again({ db }: Given, { actor, body }: Member<z.infer<typeof againForm>>): Promise<Reply> {
  if (!isId(body.offer)) return go('/declarations/offered')
  const line = { id: body.offer, said: 'unanswered' } as const
  const [outcome] = await inOneGo(db, actor.id, (tx) => answerOffers(tx, actor.id, [line], 'web'))
  return outcome?.kind === 'filed_already' ? refuse(outcome.kind) : go('/declarations/offered') // of nobody else anything is told
}

async function list({ db }: Given, { actor, query }: Member): Promise<Reply> {
  const from = fromIn(query)
  if (from === undefined) return refuse('bad_request')
  const read = query.get('answered') === 'yes' ? answeredOffers : waitingOffers
  const found = await db.as(actor.id, (tx) => read(tx, from, offersAPage + 1))
  const next = found.length > offersAPage ? from + offersAPage : null
  return json({ offers: found.slice(0, offersAPage).map(viewOf), next })
}

async function answerByApi({ db }: Given, visit: Member<z.infer<typeof offersBody>>): Promise<Reply> {
  const { actor, body } = visit
  const lines = body.answers.map((one) => ({ id: one.id, said: one.answer ?? ('unanswered' as const) }))
  return inOneGo(db, actor.id, (tx) =>
    replyOnce(tx, visit, async () => json({ answers: (await answerOffers(tx, actor.id, lines, 'api')).map(toldOf) })),
  )
}

const toldOf = (outcome: Outcome) =>
  outcome.kind === 'answered'
    ? { id: outcome.id, declaration: outcome.declaration, receipt: outcome.receipt }
    : { id: outcome.id, refused: outcome.kind }
