import type { z } from 'zod'
import { type Address, recognise } from '../addresses/index.ts'
import { hashOf, newSecret, type Tx } from '../db/index.ts'
import type { FieldError } from '../web/components/index.ts'
import { go, json, type Lang, type Reply, refuse, type Visit } from '../web/index.ts'
import type { Given } from './given.ts'
import { notTakenPage, reportPage, startPage } from './pages/report-pages.tsx'
import { subjects, type Way, ways } from './rules.ts'
import type { reportBody, reportForm } from './shapes.ts'
import { keepReport, type Listed, listedAt, type Received } from './store.ts'
import { words } from './words.ts'

/** How often a minute one place may report or object: many telephones share one. */
export const mostReports = 10

export const showStart = ({ lang }: Visit): Reply => startPage({ lang })

/** The answer to the first question. Nothing is stored, whatever it is. */
export function showForm(visit: Visit): Reply {
  const { lang, query, actor } = visit
  const about = subjects.find((known) => known === query.get('about'))
  if (about === 'written') return notTakenPage(lang)
  if (about === 'taken') return go(actor.kind === 'person' ? '/incidents/new' : '/incidents/help')
  if (about !== 'page') return startPage({ lang, errors: [{ field: 'about', message: words[lang].chooseOne }] })
  return reportPage({ typed: { address: query.get('url') ?? '', whom: '', how: [] }, signedIn: signedIn(visit), lang })
}

const signedIn = ({ actor }: Visit) => actor.kind === 'person'

/** Whoever is signed in is named to the register, so that they do not decide it; anybody else is nobody. */
export function actingFor<T>({ db }: Given, { actor }: Pick<Visit, 'actor'>, act: (tx: Tx) => Promise<T>): Promise<T> {
  return actor.kind === 'person' ? db.as(actor.id, act) : db.showing(hashOf(newSecret()), act)
}

/** Whom a typed address leads to: by the address of their public page, or of a page that stands on it. No name is looked for. */
export async function listedBy({ db, url }: Given, text: string): Promise<Listed | undefined> {
  const typed = text.trim()
  const own = typed.startsWith(`${url}/people/`)
    ? typed.slice(`${url}/people/`.length)
    : typed.replace(/^\/people\//, '')
  const page = /^[a-z2-7]{20}(?=$|[/?#])/.exec(own)?.[0]
  const { address } = recognise(typed)
  if (!page && !address) return undefined
  const by = page ? { page } : { canonical: (address as Address).canonical }
  return db.under('asker', (tx) => listedAt(tx, by))
}

type Report = { readonly address: Address; readonly page: string; readonly how: readonly Way[] }

async function readReport(given: Given, typed: z.infer<typeof reportForm>, lang: Lang) {
  const w = words[lang]
  const { address } = recognise(typed.address)
  const how = ways.filter((known) => typed.how.includes(known))
  const whom = await listedBy(given, typed.whom)
  const isPost = address?.via === 'content'
  const errors: FieldError[] = [
    ...(address ? [] : [{ field: 'address', message: w.addressUnreadable }]),
    ...(isPost ? [{ field: 'address', message: w.addressIsPost(address.canonical) }] : []),
    ...(whom ? [] : [{ field: 'whom', message: w.whomUnreadable }]),
    ...(how.length > 0 ? [] : [{ field: 'how', message: w.chooseWays }]),
  ]
  const report = { address, page: whom?.page, how }
  return errors.length === 0 ? { report: report as Report } : { errors }
}

export async function report(given: Given, visit: Visit): Promise<Reply> {
  const body = visit.body as z.infer<typeof reportForm>
  const read = await readReport(given, body, visit.lang)
  if (!read.report) return reportPage({ typed: body, errors: read.errors, signedIn: signedIn(visit), lang: visit.lang })
  const { address, page, how } = read.report
  const received = await actingFor(given, visit, (tx) => keepReport(tx, address, page, how))
  return received.code ? go(`/impersonations/reports/${received.code}`) : refuse(received.came)
}

export async function reportByApi(given: Given, visit: Visit): Promise<Reply> {
  const { about, address: typed, whom, how } = visit.body as z.infer<typeof reportBody>
  if (about !== 'page') return refuse('not_taken')
  const { address, error } = recognise(typed)
  if (error) return refuse(error)
  if (address.via === 'content') return refuse('content_account', { address: address.canonical })
  const listed = await listedBy(given, whom)
  if (!listed) return refuse('nobody_listed')
  return codeGiven(await actingFor(given, visit, (tx) => keepReport(tx, address, listed.page, how)))
}

export const codeGiven = ({ code, came }: Received): Reply => (code ? json({ code }, 201) : refuse(came))
