import type { z } from 'zod'
import { splitPaste } from '../addresses/index.ts'
import { go, page, type Reply } from '../web/index.ts'
import type { severalForm } from './forms.ts'
import { back, type Given, type Member, nav } from './given.ts'
import { SeveralPage, type SeveralProps, severalErrors, severalTitle } from './pages/several-page.tsx'
import { keepAll, readAll, type Several, yoursAmong } from './several.ts'

/** The list of what was pasted, before anything is kept. */
export async function listSeveral({ db }: Given, { actor, lang }: Member<unknown>, several: Several): Promise<Reply> {
  const yours = await db.as(actor.id, (tx) => yoursAmong(tx, several.found))
  return severalPage({ ...several, lang, yours })
}

/** One press keeps all that were recognised; whatever could not be kept comes back in its field. */
export async function keepSeveral(
  { db }: Given,
  { actor, lang, body }: Member<z.infer<typeof severalForm>>,
): Promise<Reply> {
  const several = readAll([...[body.address].flat(), ...splitPaste(body.rest)])
  const { rest, tooMany, ...done } = await db.as(actor.id, (tx) => keepAll(tx, actor.id, several))
  if (rest.length === 0) return go(nav)
  const remaining = readAll(rest)
  const yours = await db.as(actor.id, (tx) => yoursAmong(tx, remaining.found))
  return severalPage({ ...remaining, ...done, lang, yours, full: tooMany })
}

function severalPage(props: SeveralProps): Reply {
  const error = severalErrors(props).length > 0
  const content = <SeveralPage {...props} />
  return page(severalTitle(props), content, { nav, back, error, status: error ? 422 : 200, path: '/declarations/new' })
}
