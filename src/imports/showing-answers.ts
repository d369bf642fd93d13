import { fromIn, idIn, json, type Reply, raw, refuse } from '../web/index.ts'
import type { Given, Member } from './given.ts'
import { type Answered, answersOf, countsOfAnswers, saidIn } from './life/answers.ts'
import { importOf, rowsAtOnce } from './life/store.ts'
import { words } from './life-words.ts'
import { answersPage } from './pages/answers-page.tsx'
import { tableFile } from './rejected-file.ts'
import { fileTypes } from './showing.ts'

const found = ({ db }: Given, visit: Member<unknown>) =>
  db.as(visit.actor.id, async (tx) => {
    const one = await importOf(tx, idIn(visit))
    return one && { one, answers: await answersOf(tx, one.id, visit.api ? 'api' : 'web') }
  })

/** What people said of the accounts of a file: as a page, or as a file with the answer in its last column. */
export async function showAnswers(given: Given, visit: Member<unknown>): Promise<Reply> {
  const { query, lang } = visit
  const [from, format] = [fromIn(query), query.get('format')]
  if (from === undefined || (format !== null && format !== 'csv' && format !== 'xlsx')) return refuse('not_found')
  const it = await found(given, visit)
  if (!it) return refuse('not_found')
  if (format === null) return answersPage({ ...it, from, lang })
  const w = words[lang]
  const width = Math.max(it.one.header.length, ...it.answers.map(({ fields }) => fields.length))
  const whole = (fields: readonly string[]) => Array.from({ length: width }, (_, at) => fields[at] ?? '')
  const line = (one: Answered) => [...whole(one.fields), one.typed, w[`said_${saidIn(one)}`]]
  const rows = [[...whole(it.one.header), w.account, w.answer], ...it.answers.map(line)]
  const bytes = Buffer.from(await tableFile(rows, format, w.answer))
  return raw(fileTypes[format], bytes, { 'content-disposition': `attachment; filename="answers.${format}"` })
}

export async function getAnswers(given: Given, visit: Member): Promise<Reply> {
  const from = fromIn(visit.query)
  if (from === undefined) return refuse('bad_request')
  const it = await found(given, visit)
  if (!it) return refuse('not_found')
  const here = it.answers.slice(from, from + rowsAtOnce)
  const next = it.answers.length > from + rowsAtOnce ? from + rowsAtOnce : null
  return json({ counts: countsOfAnswers(it.answers), answers: here, next })
}
