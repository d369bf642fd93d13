import type { z } from 'zod'
import { isId } from '../db/index.ts'
import { inOneGo } from '../declarations/index.ts'
import type { FieldError } from '../web/components/index.ts'
import { go, idIn, type Lang, type Reply, refuse } from '../web/index.ts'
import { type Given, type Member, mine } from './given.ts'
import { casePage, type Typed } from './pages/case-page.tsx'
import { minePage } from './pages/mine-page.tsx'
import { longest } from './rules.ts'
import type { appealForm, replyForm } from './shapes.ts'
import { appeal, choices, myCase, myCases, reply } from './store.ts'
import { words } from './words.ts'

export const showMine = async ({ db }: Given, { actor, lang }: Member): Promise<Reply> =>
  minePage({ cases: await db.as(actor.id, myCases), lang })

export async function showCase({ db }: Given, visit: Member<unknown>, typed?: Typed): Promise<Reply> {
  const found = await db.as(visit.actor.id, async (tx) => {
    const one = await myCase(tx, idIn(visit))
    return one && { one, choices: one.reply === undefined && !one.sealedAt ? await choices(tx) : [] }
  })
  return found ? casePage({ ...found, typed, lang: visit.lang }) : refuse('not_found')
}

/** What was typed, or what is wrong with it. A browser counts a line's end as one letter and sends two. */
export function readText(typed: string, field: string, lang: Lang): { text: string } | { errors: FieldError[] } {
  const w = words[lang]
  const text = typed.replaceAll('\r\n', '\n').trim()
  if (text === '') return { errors: [{ field, message: w.writeSomething }] }
  if (text.length > longest) return { errors: [{ field, message: w.tooLong(text.length - longest) }] }
  return { text }
}

export async function replyTo(given: Given, visit: Member<z.infer<typeof replyForm>>): Promise<Reply> {
  const { actor, body, lang } = visit
  const read = readText(body.text, 'text', lang)
  if ('errors' in read) return showCase(given, visit, { text: body.text, shown: body.shown, errors: read.errors })
  const came = await inOneGo(given.db, actor.id, (tx) => reply(tx, idIn(visit), read.text, body.shown.filter(isId)))
  return came === 'replied' || came === 'again' ? go(`${mine}/${idIn(visit)}`) : refuse(came)
}

export async function appealTo(given: Given, visit: Member<z.infer<typeof appealForm>>): Promise<Reply> {
  const { actor, body, lang } = visit
  const read = readText(body.text, 'text', lang)
  if ('errors' in read) return showCase(given, visit, { text: body.text, shown: [], errors: read.errors })
  const came = await inOneGo(given.db, actor.id, (tx) => appeal(tx, idIn(visit), read.text))
  return came === 'appealed' || came === 'again' ? go(`${mine}/${idIn(visit)}`) : refuse(came)
}
