import { z } from 'zod'
import { isPlatform, recognise } from '../addresses/index.ts'
import { isId } from '../db/index.ts'
import { anyMember } from '../permissions/index.ts'
import { type At, go, page, type Reply, type Route, refuse } from '../web/index.ts'
import { type Answered, answer } from './answer.ts'
import { begin } from './begin.ts'
import { changeVisibility, inOneGo } from './change-visibility.ts'
import { fileDraft } from './file.ts'
import { type Given, idIn, type Member } from './given.ts'
import { CheckPage } from './pages/check-page.tsx'
import { DeclarationPage } from './pages/declaration-page.tsx'
import { DraftPage } from './pages/draft-page.tsx'
import { HomePage } from './pages/home-page.tsx'
import { AlreadyYoursPage, NewPage, type NewPageProps, newTitle } from './pages/new-page.tsx'
import { ReceiptPage } from './pages/receipt-page.tsx'
import { ReceiptsPage } from './pages/receipts-page.tsx'
import { kept } from './reading.ts'
import { receiptCodeOf } from './rules.ts'
import {
  declarationOf,
  declarationsOf,
  draftOf,
  draftsOf,
  filerOf,
  levelStepsOf,
  receiptOf,
  receiptsAbout,
  receiptsOf,
  removeDraft,
  versionsOf,
} from './store.ts'
import { showings, visibilities } from './types.ts'
import { words } from './words.ts'

const nav = '/declarations'
const back = { href: nav }

const short = z.string().max(200).default('')
const pasted = z.object({ address: z.string().default(''), hint: short, draft: short })
const answers = z.object({ manager: short, since_month: short, since_year: short })
const wish = z.object({ visibility: z.enum(visibilities), shows: z.enum(showings).optional() })

export function pageRoutes(at: At, given: Given): Route[] {
  return [
    at.get('/declarations', anyMember, (visit) => home(given, visit)),
    at.get('/declarations/new', anyMember, (visit) => startNew(given, visit)),
    at.post('/declarations/new', anyMember, (visit) => readPasted(given, visit), { body: pasted }),
    at.get('/declarations/:id', anyMember, (visit) => showDeclaration(given, visit)),
    at.post('/declarations/:id/visibility', anyMember, (visit) => setVisibility(given, visit), { body: wish }),
    at.get('/drafts/:id', anyMember, (visit) => showDraft(given, visit)),
    at.post('/drafts/:id', anyMember, (visit) => answerDraft(given, visit), { body: answers }),
    at.get('/drafts/:id/check', anyMember, (visit) => checkDraft(given, visit)),
    at.post('/drafts/:id/file', anyMember, (visit) => file(given, visit)),
    at.post('/drafts/:id/delete', anyMember, (visit) => deleteDraft(given, visit)),
    at.get('/receipts', anyMember, (visit) => listReceipts(given, visit)),
    at.get('/receipts/:code', anyMember, (visit) => showReceipt(given, visit)),
  ]
}

// my pages

async function home({ db, provable }: Given, { actor, lang }: Member): Promise<Reply> {
  const found = await db.as(actor.id, async (tx) => ({
    declared: await declarationsOf(tx),
    drafts: await draftsOf(tx),
  }))
  return page(words[lang].myPages, <HomePage {...{ lang, provable, ...found }} />, { nav, wide: true })
}

async function showDeclaration({ db, provable }: Given, visit: Member): Promise<Reply> {
  const { actor, lang } = visit
  const found = await db.as(actor.id, async (tx) => {
    const now = await declarationOf(tx, idIn(visit))
    if (!now) return undefined
    const [versions, steps, receipts] = [
      await versionsOf(tx, now.id),
      await levelStepsOf(tx, now.id),
      await receiptsAbout(tx, now.id),
    ]
    return { now, versions, steps, receipts, filer: await filerOf(tx) }
  })
  if (!found) return refuse('not_found')
  return page(words[lang].myPages, <DeclarationPage {...{ lang, ...found }} provable={provable(found.now.address)} />, {
    nav,
    back,
  })
}

async function setVisibility({ db }: Given, visit: Member<z.infer<typeof wish>>): Promise<Reply> {
  const { actor, body } = visit
  const changed = await inOneGo(db, actor.id, (tx) => changeVisibility(tx, actor.id, idIn(visit), body, 'web'))
  switch (changed.kind) {
    case 'changed':
      return go(`/receipts/${changed.receipt}`)
    case 'unchanged':
      return go(`/declarations/${changed.now.id}`)
    case 'no_such_declaration':
      return refuse('not_found')
    default:
      return refuse(changed.kind)
  }
}

// declaring

const newPage = (props: NewPageProps): Reply => {
  const error = props.refused !== undefined || props.account !== undefined
  return page(newTitle(props), <NewPage {...props} />, { nav, back, error, status: error ? 422 : 200 })
}

/** With `?draft=` that draft gets another address: its text stands in the field. */
async function startNew({ db }: Given, { actor, lang, query }: Member): Promise<Reply> {
  const id = query.get('draft') ?? ''
  const draft = isId(id) ? await db.as(actor.id, (tx) => draftOf(tx, id)) : undefined
  return newPage({ lang, draft: draft?.id, typed: draft?.typed })
}

async function readPasted({ db }: Given, { actor, lang, body }: Member<z.infer<typeof pasted>>): Promise<Reply> {
  const draft = isId(body.draft) ? body.draft : undefined
  const hint = isPlatform(body.hint) ? body.hint : undefined
  const same = { lang, typed: body.address, hint, draft }
  const { address, error } = recognise(body.address, hint)
  if (error) return newPage({ ...same, refused: error })
  if (address.via === 'content') return newPage({ ...same, account: address })
  const begun = await db.as(actor.id, (tx) => begin(tx, actor.id, { address, typed: kept(body.address), draft }))
  if (begun.kind === 'begun') return go(`/drafts/${begun.draft}`)
  if (begun.kind === 'too_many_drafts') return refuse('too_many_drafts')
  return page(words[lang].alreadyYours, <AlreadyYoursPage lang={lang} id={begun.id} draft={draft} />, {
    nav,
    back,
    status: 409,
  })
}

/** A draft that was filed meanwhile (another tab, the way back) leads to its declaration. */
async function noDraft({ db }: Given, visit: Member<unknown>): Promise<Reply> {
  const declared = await db.as(visit.actor.id, (tx) => declarationOf(tx, idIn(visit)))
  return declared ? go(`/declarations/${declared.id}`) : refuse('not_found')
}

const backToAddress = (draft: string) => ({ href: `/declarations/new?draft=${draft}` })

async function showDraft(given: Given, visit: Member): Promise<Reply> {
  const { actor, lang } = visit
  const found = await given.db.as(actor.id, async (tx) => ({
    draft: await draftOf(tx, idIn(visit)),
    filer: await filerOf(tx),
  }))
  const { draft, filer } = found
  if (!draft) return noDraft(given, visit)
  return page(words[lang].isItThis, <DraftPage {...{ lang, draft, filer }} />, { nav, back: backToAddress(draft.id) })
}

async function answerDraft(given: Given, visit: Member<z.infer<typeof answers>>): Promise<Reply> {
  const { actor, body } = visit
  const [answered, filer] = await given.db.as(
    actor.id,
    async (tx) => [await answer(tx, idIn(visit), body, given.today()), await filerOf(tx)] as const,
  )
  if (answered.kind === 'no_such_draft') return noDraft(given, visit)
  if (answered.kind === 'answered') return go(`/drafts/${idIn(visit)}/check`)
  return unclearPage(answered, visit, filer)
}

function unclearPage(
  { draft, problems }: Extract<Answered, { kind: 'unclear' }>,
  { lang, body }: Member<z.infer<typeof answers>>,
  filer: Parameters<typeof DraftPage>[0]['filer'],
): Reply {
  const content = <DraftPage {...{ lang, draft, problems, filer }} form={body} />
  return page(words[lang].isItThis, content, { nav, back: backToAddress(draft.id), error: true, status: 422 })
}

async function checkDraft(given: Given, visit: Member): Promise<Reply> {
  const { actor, lang } = visit
  const draft = await given.db.as(actor.id, (tx) => draftOf(tx, idIn(visit)))
  if (!draft) return noDraft(given, visit)
  if (!draft.manager) return go(`/drafts/${draft.id}`)
  return page(words[lang].check, <CheckPage {...{ lang, draft }} manager={draft.manager} />, {
    nav,
    back: { href: `/drafts/${draft.id}` },
  })
}

async function file({ db }: Given, visit: Member): Promise<Reply> {
  const { actor, lang } = visit
  const id = idIn(visit)
  const filed = await db.as(actor.id, (tx) => fileDraft(tx, actor.id, id, 'web'))
  switch (filed.kind) {
    case 'filed':
      return go(`/receipts/${filed.receipt}`)
    case 'unanswered':
      return go(`/drafts/${id}`)
    case 'already_yours':
      return page(words[lang].alreadyYours, <AlreadyYoursPage lang={lang} id={filed.id} draft={id} />, {
        nav,
        back,
        status: 409,
      })
    case 'too_many_declarations':
      return refuse('too_many_declarations')
    case 'no_such_draft':
      return refuse('not_found')
  }
}

async function deleteDraft({ db }: Given, visit: Member): Promise<Reply> {
  await db.as(visit.actor.id, (tx) => removeDraft(tx, idIn(visit)))
  return go(nav)
}

// receipts

const receiptsAPage = 50

async function listReceipts({ db }: Given, { actor, lang, query }: Member): Promise<Reply> {
  const n = Math.min(Math.max(Number.parseInt(query.get('page') ?? '1', 10) || 1, 1), 10_000)
  const found = await db.as(actor.id, (tx) => receiptsOf(tx, receiptsAPage + 1, (n - 1) * receiptsAPage))
  const receipts = found.slice(0, receiptsAPage)
  const [previous, next] = [
    n > 1 ? `/receipts?page=${n - 1}` : undefined,
    found.length > receiptsAPage ? `/receipts?page=${n + 1}` : undefined,
  ]
  return page(words[lang].myReceipts, <ReceiptsPage {...{ lang, receipts, previous, next }} />, { nav, back })
}

async function showReceipt({ db, url, provable }: Given, { actor, lang, params }: Member): Promise<Reply> {
  const code = receiptCodeOf(params.code ?? '')
  if (!code) return refuse('not_found')
  const found = await db.as(actor.id, async (tx) => {
    const receipt = await receiptOf(tx, code)
    return receipt && { receipt, now: await declarationOf(tx, receipt.declaration), filer: await filerOf(tx) }
  })
  if (!found) return refuse('not_found')
  const toProve = found.now?.level === 0 && found.now.state === 'active' && provable(found.receipt.address)
  const content = (
    <ReceiptPage {...{ lang, toProve }} receipt={found.receipt} filer={found.filer} url={`${url}/receipts/${code}`} />
  )
  return page(words[lang].receiptTitle, content, { nav, back })
}
