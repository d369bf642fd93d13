import type { z } from 'zod'
import { isId, newId } from '../db/index.ts'
import { go, idIn, type Reply, refuse } from '../web/index.ts'
import { acknowledge } from './acknowledge.ts'
import type { Given, Member } from './given.ts'
import { editPage } from './pages/edit-page.tsx'
import { previewPage } from './pages/preview-page.tsx'
import { type Asked, publish, readAsked } from './publish.ts'
import type { Draft, readForm } from './shapes.ts'
import { showText } from './showing.ts'

const askedIn = (draft: Draft): Asked => ({
  guidance: isId(draft.guidance) ? draft.guidance : newId(),
  version: isId(draft.version) ? draft.version : newId(),
  unit: draft.unit.trim() === '' ? undefined : draft.unit.trim(),
  material: draft.material !== '',
  title: { vi: draft.title_vi, en: draft.title_en },
  text: { vi: draft.text_vi, en: draft.text_en },
})

/** How it will look, before it is out; and back to the form, with everything typed. */
export function preview({ body, lang }: Member<Draft>): Reply {
  const read = readAsked(askedIn(body))
  if (typeof read === 'string') return editPage({ draft: body, code: read, lang })
  const { guidance, version } = askedIn(body)
  return previewPage({ draft: { ...body, guidance, version }, ...read, lang })
}

export const goOnWriting = ({ body, lang }: Member<Draft>): Reply => editPage({ draft: body, lang })

/** The same form sent twice brings out one version. */
export async function bringOut({ db, tellAll }: Given, { actor, body, lang }: Member<Draft>): Promise<Reply> {
  const { done, afterwards } = await db.as(actor.id, async (tx) => {
    const done = await publish(tx, askedIn(body))
    return { done, afterwards: done.kind === 'published' ? await tellAll(tx, done.guidance) : undefined }
  })
  await afterwards?.()
  if (done.kind === 'published') return go(`/guidance/${done.guidance}`)
  return done.code === 'guidance_not_found' ? refuse('not_found') : editPage({ draft: body, code: done.code, lang })
}

export async function confirmRead(given: Given, visit: Member<z.infer<typeof readForm>>): Promise<Reply> {
  const done = await given.db.as(visit.actor.id, (tx) => acknowledge(tx, idIn(visit), visit.body.version, 'web'))
  if (done.kind === 'acknowledged') return go(`/guidance/${idIn(visit)}`)
  return done.code === 'guidance_not_found' ? refuse('not_found') : showText(given, visit, done.code)
}
