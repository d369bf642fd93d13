import type { z } from 'zod'
import { inOneGo } from '../../declarations/index.ts'
import { json, type Reply, raw, refuse } from '../../web/index.ts'
import type { Given, Member } from '../given.ts'
import { minePage } from '../pages/mine-page.tsx'
import type { copyBody, copyForm } from '../shapes.ts'
import { myRequests } from '../store.ts'
import { words } from '../words.ts'
import { copyOf, copyPdf } from './copy.ts'

async function given(wanted: Given, { actor, lang }: Member<unknown>, format: 'json' | 'pdf'): Promise<Reply> {
  const copy = await inOneGo(wanted.db, actor.id, (tx) => copyOf(tx, wanted))
  if (!copy) return refuse('not_found')
  const headers = {
    'content-disposition': `attachment; filename="${copy.request}.${format}"`,
    'cache-control': 'no-store',
  }
  if (format === 'json') return json(copy, 200, headers)
  return raw('application/pdf', await copyPdf(copy, lang), headers)
}

export async function giveCopy(wanted: Given, visit: Member<z.infer<typeof copyForm>>): Promise<Reply> {
  const { body, actor, lang } = visit
  if (body.format === 'json' || body.format === 'pdf') return given(wanted, visit, body.format)
  const errors = [{ field: 'format', message: words[lang].choose }]
  return minePage({ requests: await wanted.db.as(actor.id, myRequests), errors, lang })
}

export const giveCopyByApi = (wanted: Given, visit: Member<z.infer<typeof copyBody>>): Promise<Reply> =>
  given(wanted, visit, visit.body?.format ?? 'json')
