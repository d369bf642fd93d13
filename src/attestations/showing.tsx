import type { z } from 'zod'
import { filerOf } from '../declarations/index.ts'
import { anyAdministrator, may } from '../permissions/index.ts'
import { go, idIn, page, type Reply, refuse } from '../web/index.ts'
import { type Answers, attest, isAsked, keepAnswers } from './attest.ts'
import { type Given, type Member, nav } from './given.ts'
import { type CycleForm, CyclesPage } from './pages/cycles-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { ReceiptPage } from './pages/receipt-page.tsx'
import { type CycleProblem, setCycle } from './set-cycle.ts'
import type { answersForm, cycleForm } from './shapes.ts'
import { cyclesSeen, maySetCycles } from './store/cycles.ts'
import { filedLines, myAttestation, myAttestations, myDuty, myLines } from './store/mine.ts'
import { type Answer, saidOfPages } from './types.ts'
import { words } from './words.ts'

const here = '/attestations'
const back = { href: nav }

export async function showList(given: Given, visit: Member<unknown>, missing?: readonly string[]): Promise<Reply> {
  const { actor, lang, query } = visit
  const found = await given.db.as(actor.id, async (tx) => {
    const duty = await myDuty(tx)
    const administers = may(actor, anyAdministrator) && (await maySetCycles(tx))
    return { duty, lines: await myLines(tx, duty?.opensOn), filed: await myAttestations(tx), administers }
  })
  const more = { today: given.today(), missing, kept: query.has('kept') }
  const failed = missing !== undefined
  return page(words[lang].title, <ListPage {...{ lang, ...found, ...more }} />, {
    nav: here,
    error: failed,
    status: failed ? 422 : 200,
  })
}

type Sent = z.infer<typeof answersForm>

/** Keeps, fills in, or sends; whatever was answered is kept first. */
export async function answer(given: Given, visit: Member<Sent>): Promise<Reply> {
  const { actor, body } = visit
  const said = answersIn(body)
  const today = given.today()
  if (body.press !== 'send') {
    await given.db.as(actor.id, async (tx) => {
      const open = await keepAnswers(tx, actor.id, said, today)
      if (body.press === 'all_still' && open) await keepAnswers(tx, actor.id, stillMine(open.lines), today)
    })
    return go(body.press === 'keep' ? `${here}?kept` : here)
  }
  const attested = await given.db.as(actor.id, (tx) => attest(tx, actor.id, said, today, 'web'))
  if (attested.kind === 'attested') return go(`${here}/${attested.id}`)
  if (attested.kind === 'attestation_not_open') return refuse(attested.kind)
  return showList(given, visit, attested.missing)
}

function answersIn(form: Sent): Answers {
  const said = Object.entries(form).flatMap(([field, value]) => {
    const known = saidOfPages.find((one) => one === value)
    return field.startsWith('page-') && known ? [[field.slice('page-'.length), known] as const] : []
  })
  return new Map<string, Answer>(said)
}

const stillMine = (lines: readonly Parameters<typeof isAsked>[0][]): Answers =>
  new Map(lines.flatMap((line) => (isAsked(line) && !line.answer ? [[line.declaration, 'still_mine'] as const] : [])))

export async function showReceipt({ db, url }: Given, visit: Member): Promise<Reply> {
  const { actor, lang } = visit
  const found = await db.as(actor.id, async (tx) => {
    const filed = await myAttestation(tx, idIn(visit))
    return filed && { filed, lines: await filedLines(tx, filed.id), filer: await filerOf(tx) }
  })
  if (!found) return refuse('not_found')
  const content = <ReceiptPage {...{ lang, ...found }} url={`${url}${here}/${found.filed.id}`} />
  return page(words[lang].received, content, { nav: here, back })
}

export async function showCycles(
  { db }: Given,
  { actor, lang }: Member<unknown>,
  failed?: { readonly form: CycleForm; readonly problem: CycleProblem },
): Promise<Reply> {
  const cycles = await db.as(actor.id, async (tx) => ((await maySetCycles(tx)) ? cyclesSeen(tx) : undefined))
  if (!cycles) return refuse('not_found')
  return page(words[lang].cycles, <CyclesPage {...{ lang, cycles, ...failed }} />, {
    nav: here,
    back: { href: here },
    wide: true,
    error: failed !== undefined,
    status: failed ? 422 : 200,
  })
}

export async function changeCycle(given: Given, visit: Member<z.infer<typeof cycleForm>>): Promise<Reply> {
  const { actor, body } = visit
  const numbers = { months: numberOf(body.months), month: numberOf(body.month), spreadDays: numberOf(body.spread_days) }
  const done = await given.db.as(actor.id, async (tx) => {
    const set = await setCycle(tx, body.kind, numbers)
    if (set.kind === 'set') await given.plan(tx)
    return set
  })
  if (done.kind === 'set') return go(`${here}/cycles`)
  if (done.code === 'not_found') return refuse('not_found')
  return showCycles(given, visit, { form: body, problem: done.code })
}

const numberOf = (typed: string): number => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN)
