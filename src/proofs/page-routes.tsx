import { z } from 'zod'
import { declarationOf } from '../declarations/index.ts'
import type { Somebody } from '../permissions/index.ts'
import { type At, go, idIn, page, type Reply, type Route, raw, refuse, type Visit } from '../web/index.ts'
import { checkProof, type Given, termsOf } from './check-proof.ts'
import { methodNamed, methodsFor } from './methods/index.ts'
import { CheckedPage, checkedTitle } from './pages/checked-page.tsx'
import { ChoosePage } from './pages/choose-page.tsx'
import { ProofPage, titleOf } from './pages/proof-page.tsx'
import { TimelinePage } from './pages/timeline-page.tsx'
import { declaredIn, proofAndPage, timelineOf } from './reading.ts'
import { isExpired } from './rules.ts'
import { startProof } from './start-proof.ts'
import { proofsOf } from './store.ts'
import { witnessProofPage } from './witness/member-page.tsx'
import { words } from './words.ts'

type Member<B = unknown> = Visit<Somebody, B>

const nav = '/declarations'
const short = z.string().max(100).default('')
const choice = z.object({ method: short, keep: short })
/** A form with the checkbox says so: a box that is not ticked is not sent. */
const wish = z.object({ asks: short, keep: short })

export function pageRoutes(at: At, given: Given): Route[] {
  return [
    at.get('/declarations/:id/prove', 'proofs.start', (visit) => choose(given, visit)),
    at.post('/declarations/:id/prove', 'proofs.start', (visit) => start(given, visit), { body: choice }),
    at.get('/declarations/:id/proofs', 'proofs.list', (visit) => timeline(given, visit)),
    at.get('/proofs/:id', 'proofs.read', (visit) => show(given, visit)),
    at.get('/proofs/:id/file', 'proofs.read', (visit) => file(given, visit)),
    at.get('/proofs/:id/check', 'proofs.check', (visit) => go(`/proofs/${idIn(visit)}`)),
    at.post('/proofs/:id/check', 'proofs.check', (visit) => check(given, visit), { body: wish }),
  ]
}

async function choose(given: Given, visit: Member, missing = false): Promise<Reply> {
  const { db, label, today } = given
  const { lang, actor } = visit
  const here = await db.as(actor.id, async (tx) => {
    const now = await declarationOf(tx, idIn(visit))
    return now && { now, proofs: await proofsOf(tx, now.id) }
  })
  if (!here) return refuse('not_found')
  const { now, proofs } = here
  if (now.endedAt) return refuse('declaration_ended')
  const methods = methodsFor(declaredIn(now), termsOf(given))
  const begun = proofs.filter((proof) => proof.state === 'waiting' && !isExpired(proof, today()))
  const errors = missing ? [{ field: 'method', message: words[lang].chooseOne }] : undefined
  return page(
    words[lang].chooseTitle,
    <ChoosePage
      lang={lang}
      now={now}
      methods={methods}
      begun={begun}
      any={proofs.length > 0}
      label={label}
      errors={errors}
    />,
    { nav, back: { href: `/declarations/${now.id}` }, ...(missing ? { status: 422, error: true } : {}) },
  )
}

async function start(given: Given, visit: Member<z.infer<typeof choice>>): Promise<Reply> {
  const { actor, body } = visit
  if (body.method === '') return choose(given, visit, true)
  const asked = { declaration: idIn(visit), method: body.method, keep: body.keep !== '' }
  const started = await given.db.as(actor.id, (tx) => startProof(tx, asked, termsOf(given)))
  if (started.kind === 'started') return go(`/proofs/${started.proof.id}`)
  return refuse(started.kind === 'no_such_declaration' ? 'not_found' : started.kind)
}

async function show(given: Given, visit: Member): Promise<Reply> {
  const { db, today } = given
  const { lang, actor } = visit
  const here = await db.as(actor.id, (tx) => proofAndPage(tx, idIn(visit)))
  const method = here && methodNamed(here.proof.method)
  if (!here || !method) return refuse('not_found')
  const { proof, now } = here
  if (method.name === 'witnessed') return witnessProofPage(given, visit, here)
  const props = {
    lang,
    proof,
    now,
    today: today(),
    publish: method.publish(declaredIn(now), proof, termsOf(given)),
  }
  return page(titleOf(props), <ProofPage {...props} />, {
    nav,
    islands: ['copy.js'],
    back: { href: proof.state === 'waiting' ? `/declarations/${now.id}/prove` : `/declarations/${now.id}` },
  })
}

/** The file of M2 as it must lie on the server: its name is the token, its content is the token. */
async function file({ db }: Given, visit: Member): Promise<Reply> {
  const here = await db.as(visit.actor.id, (tx) => proofAndPage(tx, idIn(visit)))
  if (here?.proof.method !== 'well-known') return refuse('not_found')
  const { token } = here.proof
  return raw('text/plain; charset=utf-8', token, { 'content-disposition': `attachment; filename="${token}"` })
}

/** The page stands here and not behind a redirect: what was seen is in this answer and nowhere else. */
async function check(given: Given, visit: Member<z.infer<typeof wish>>): Promise<Reply> {
  const { lang, actor, body } = visit
  const keep = body.asks === 'keep' ? body.keep !== '' : undefined
  const checked = await checkProof(given, actor.id, { proof: idIn(visit), keep })
  if (checked.kind !== 'checked') return refuse(checked.kind === 'no_such_proof' ? 'not_found' : checked.kind)
  const { proof, now, finding, before } = checked
  const terms = termsOf(given)
  const publish = methodNamed(proof.method)?.publish(declaredIn(now), proof, terms)
  if (!publish) return refuse('not_found')
  const first = before.state === 'waiting'
  const props = { ...checked, lang, publish, first, today: terms.today }
  return page(checkedTitle({ finding, first, lang }), <CheckedPage {...props} />, {
    nav,
    back: { href: `/proofs/${proof.id}` },
  })
}

async function timeline({ db, today }: Given, visit: Member): Promise<Reply> {
  const { lang, actor } = visit
  const found = await db.as(actor.id, (tx) => timelineOf(tx, idIn(visit)))
  if (!found) return refuse('not_found')
  return page(words[lang].timelineTitle, <TimelinePage {...found} lang={lang} today={today()} />, {
    nav,
    wide: true,
    back: { href: `/declarations/${found.now.id}` },
  })
}
