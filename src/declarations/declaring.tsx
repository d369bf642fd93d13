import type { z } from 'zod'
import { isPlatform, recognise } from '../addresses/index.ts'
import { isId } from '../db/index.ts'
import { go, idIn, page, type Reply, refuse } from '../web/index.ts'
import { type Answered, answer } from './answer.ts'
import { begin } from './begin.ts'
import { fileDraft } from './file.ts'
import type { answersForm, pastedForm } from './forms.ts'
import { back, type Given, type Member, nav } from './given.ts'
import { listSeveral } from './keep-several.tsx'
import { CheckPage } from './pages/check-page.tsx'
import { DraftPage } from './pages/draft-page.tsx'
import { AlreadyYoursPage, NewPage, type NewPageProps, newTitle } from './pages/new-page.tsx'
import { kept } from './reading.ts'
import { severalIn } from './several.ts'
import { declarationOf, filerOf } from './store/declarations.ts'
import { draftOf, removeDraft } from './store/drafts.ts'
import { words } from './words.ts'

const newPage = (props: NewPageProps): Reply => {
  const error = props.refused !== undefined || props.account !== undefined
  const options = { nav, back, error, status: error ? 422 : 200, islands: ['paste.js'] }
  return page(newTitle(props), <NewPage {...props} />, options)
}

/** With `?draft=` that draft gets another address: its text stands in the field. */
export async function startNew({ db }: Given, { actor, lang, query }: Member): Promise<Reply> {
  const id = query.get('draft') ?? ''
  const draft = isId(id) ? await db.as(actor.id, (tx) => draftOf(tx, id)) : undefined
  return newPage({ lang, draft: draft?.id, typed: draft?.typed })
}

export async function readPasted(given: Given, visit: Member<z.infer<typeof pastedForm>>): Promise<Reply> {
  const { actor, lang, body } = visit
  const draft = isId(body.draft) ? body.draft : undefined
  const hint = isPlatform(body.hint) ? body.hint : undefined
  const same = { lang, typed: body.address, hint, draft }
  const { address, error } = recognise(body.address, hint)
  if (error) {
    const several = severalIn(body.address, hint)
    return several ? listSeveral(given, visit, several) : newPage({ ...same, refused: error })
  }
  if (address.via === 'content') return newPage({ ...same, account: address })
  const begun = await given.db.as(actor.id, (tx) => begin(tx, actor.id, { address, typed: kept(body.address), draft }))
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

export async function showDraft(given: Given, visit: Member): Promise<Reply> {
  const { actor, lang, query } = visit
  const found = await given.db.as(actor.id, async (tx) => ({
    draft: await draftOf(tx, idIn(visit)),
    filer: await filerOf(tx),
  }))
  const { draft, filer } = found
  if (!draft) return noDraft(given, visit)
  const content = <DraftPage {...{ lang, draft, filer }} wanted={query.get('name') ?? filer.name} />
  return page(words[lang].isItThis, content, { nav, back: backToAddress(draft.id) })
}

export async function answerDraft(given: Given, visit: Member<z.infer<typeof answersForm>>): Promise<Reply> {
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
  { lang, body }: Member<z.infer<typeof answersForm>>,
  filer: Parameters<typeof DraftPage>[0]['filer'],
): Reply {
  const content = <DraftPage {...{ lang, draft, problems, filer }} form={body} />
  return page(words[lang].isItThis, content, { nav, back: backToAddress(draft.id), error: true, status: 422 })
}

export async function checkDraft(given: Given, visit: Member): Promise<Reply> {
  const { actor, lang } = visit
  const draft = await given.db.as(actor.id, (tx) => draftOf(tx, idIn(visit)))
  if (!draft) return noDraft(given, visit)
  if (!draft.manager) return go(`/drafts/${draft.id}`)
  return page(words[lang].check, <CheckPage {...{ lang, draft }} manager={draft.manager} />, {
    nav,
    back: { href: `/drafts/${draft.id}` },
  })
}

export async function file({ db }: Given, visit: Member): Promise<Reply> {
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

export async function deleteDraft({ db }: Given, visit: Member): Promise<Reply> {
  await db.as(visit.actor.id, (tx) => removeDraft(tx, idIn(visit)))
  return go(nav)
}
