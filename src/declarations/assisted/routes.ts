import type { z } from 'zod'
import { lookerOf, lookerText } from '../../access-record/index.ts'
import { maskedAddress, recognise } from '../../addresses/index.ts'
import { isId, newId, type Tx } from '../../db/index.ts'
import { unitKept } from '../../members/index.ts'
import { type At, go, idIn, json, type Reply, type Route, refuse, replyOnce } from '../../web/index.ts'
import { inOneGo } from '../change-visibility.ts'
import type { Given, Member } from '../given.ts'
import { kept } from '../reading.ts'
import { answerAssisted, type Said } from './answer.ts'
import { type FiledFor, fileFor } from './file-for.ts'
import { formPage, type Typed } from './form-page.tsx'
import { howOf, readForm } from './read-form.ts'
import { receiptPage } from './receipt-page.tsx'
import { answerBody, answeredShape, assistBody, assistedShape, assistForm, fromForm } from './shapes.ts'
import { words } from './words.ts'

export const assistedRoutes = (at: At, given: Given): Route[] => [
  at.get('/declarations/assisted/:id', 'declarations.assist', (visit) => showForm(given, visit)),
  at.post('/declarations/assisted/:id', 'declarations.assist', (visit) => file(given, visit), {
    body: assistForm,
    fresh: true,
  }),
  at.post('/declarations/:id/assisted/right', 'declarations.change', (visit) => answer(given, visit, 'right'), {
    body: fromForm,
  }),
  at.post('/declarations/:id/assisted/not-mine', 'declarations.change', (visit) => answer(given, visit, 'not_mine'), {
    body: fromForm,
  }),
  at.post('/v1/declarations/assisted/:id', 'declarations.assist', (visit) => fileByApi(given, visit), {
    body: assistBody,
    fresh: true,
    about: {
      summary:
        'Declare for a person of your unit, from paper or by phone; the person sees it and is asked. Takes an Idempotency-Key',
      answers: {
        201: { description: 'Declared, private, at level 0; the receipt is for the person', schema: assistedShape },
      },
    },
  }),
  at.post('/v1/declarations/:id/assisted', 'declarations.change', (visit) => answerByApi(given, visit), {
    body: answerBody,
    about: {
      summary: 'Say of what an officer filed for me whether it is right. Twice is once',
      answers: { 200: { description: 'Said; what is not mine is closed', schema: answeredShape } },
    },
  }),
]

async function showForm({ db }: Given, visit: Member): Promise<Reply> {
  const unit = await db.as(visit.actor.id, (tx) => unitKept(tx, idIn(visit)))
  if (unit === undefined) return refuse('not_found')
  const typed = { id: newId(), address: '', how: '', paper_on: '', manager: '' }
  return formPage({ subject: idIn(visit), unit, typed, lang: visit.lang })
}

async function file(given: Given, visit: Member<z.infer<typeof assistForm>>): Promise<Reply> {
  const { actor, body, lang } = visit
  const typed: Typed = { ...body, id: isId(body.id) ? body.id : newId() }
  const read = readForm(typed, given.today(), lang)
  if (read.kind === 'unclear') return again(given, visit, read.typed, read.errors, 422)
  const subject = idIn(visit)
  const [filed, by] = await inOneGo(given.db, actor.id, async (tx) => {
    const done = await fileFor(tx, subject, read.wish, 'web')
    return [done, lookerText(await lookerOf(tx))] as const
  })
  switch (filed.kind) {
    case 'filed':
      return receiptPage({ ...filed, subject, by, url: given.url, lang })
    case 'already_yours':
      return again(given, visit, typed, [{ field: 'address', message: words[lang].already }], 409)
    default:
      return refuse(filed.kind)
  }
}

async function again(
  { db }: Given,
  visit: Member<unknown>,
  typed: Typed,
  errors: readonly { field: string; message: string }[],
  status: number,
): Promise<Reply> {
  const unit = await db.as(visit.actor.id, (tx) => unitKept(tx, idIn(visit)))
  if (unit === undefined) return refuse('not_found')
  return formPage({ subject: idIn(visit), unit, typed, errors, status, lang: visit.lang })
}

async function fileByApi(given: Given, visit: Member<z.infer<typeof assistBody>>): Promise<Reply> {
  const { actor, body } = visit
  const { address, error } = recognise(body.address, body.hint)
  if (error) return refuse(error)
  if (address.via === 'content') return refuse('content_account', { address: address.canonical })
  const how = howOf(body.how, body.paper_on ?? '', given.today())
  if (!how) return refuse('paper_date_missing')
  const wish = { id: newId(), address, typed: kept(body.address), manager: body.manager, how }
  return inOneGo(given.db, actor.id, (tx) =>
    replyOnce(tx, visit, async () => replyTo(await fileFor(tx, idIn(visit), wish, 'api'))),
  )
}

function replyTo(filed: FiledFor): Reply {
  if (filed.kind === 'already_yours') return refuse('already_theirs')
  if (filed.kind !== 'filed') return refuse(filed.kind)
  const { id, receipt, address } = filed
  const shown = { ...address, canonical: maskedAddress({ canonical: address.canonical, handle: address.handle }) }
  return json(
    { id, receipt, address: shown, level: 0, visibility: 'private', state: 'active', channel: 'assisted' },
    201,
  )
}

const say = ({ db }: Given, visit: Member<unknown>, said: Said, channel: 'web' | 'api') =>
  inOneGo(db, visit.actor.id, (tx: Tx) => answerAssisted(tx, visit.actor.id, idIn(visit), said, channel))

async function answer(given: Given, visit: Member<z.infer<typeof fromForm>>, said: Said): Promise<Reply> {
  const { kind } = await say(given, visit, said, 'web')
  if (kind === 'not_found') return refuse('not_found')
  return go(visit.body.from === 'front' ? '/declarations' : `/declarations/${idIn(visit)}`)
}

async function answerByApi(given: Given, visit: Member<z.infer<typeof answerBody>>): Promise<Reply> {
  const said = visit.body.answer
  const { kind } = await say(given, visit, said, 'api')
  return kind === 'answered' ? json({ id: idIn(visit), answer: said }) : refuse(kind)
}
