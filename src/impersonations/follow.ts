import { hashOf, newSecret } from '../db/index.ts'
import { go, json, type Reply, refuse, type Visit } from '../web/index.ts'
import type { Given } from './given.ts'
import { followedPage, startPage } from './pages/report-pages.tsx'
import { codeOf } from './rules.ts'
import { followedView } from './shapes.ts'
import { stateOf } from './store.ts'
import { words } from './words.ts'

/** How often a minute one place may ask for a code: forty bits are not guessed at that pace. */
export const mostAsked = 30

const state = ({ db }: Given, { params }: Pick<Visit, 'params'>) => {
  const code = codeOf(params.code ?? '')
  return code ? db.showing(hashOf(newSecret()), (tx) => stateOf(tx, code)) : undefined
}

/** The code as it was typed leads to the page of its report. */
export function findReport({ query, lang }: Visit): Reply {
  const typed = query.get('code') ?? ''
  const code = codeOf(typed)
  if (code) return go(`/impersonations/reports/${code}`)
  return startPage({ lang, code: typed, errors: [{ field: 'code', message: words[lang].followUnclear }] })
}

export async function showReport(given: Given, visit: Visit): Promise<Reply> {
  const found = await state(given, visit)
  const code = codeOf(visit.params.code ?? '') as string
  return found ? followedPage({ found, code, url: given.url, lang: visit.lang }) : refuse('not_found')
}

export async function getReport(given: Given, visit: Visit): Promise<Reply> {
  const found = await state(given, visit)
  return found ? json(followedView(found)) : refuse('not_found')
}
