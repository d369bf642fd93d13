import type { z } from 'zod'
import type { Somebody } from '../permissions/index.ts'
import { type At, idIn, json, type Reply, type Route, refuse, replyOnce, type Visit } from '../web/index.ts'
import { checkProof, type Given, termsOf } from './check-proof.ts'
import { timelineOf } from './reading.ts'
import {
  checkBody,
  checkedShape,
  checkedView,
  startBody,
  startedShape,
  startedView,
  timelineShape,
  timelineView,
} from './shapes.ts'
import { type Started, startProof } from './start-proof.ts'

type Member<B = unknown> = Visit<Somebody, B>
type StartBody = z.infer<typeof startBody>

export function apiRoutes(at: At, given: Given): Route[] {
  return [
    at.post('/v1/declarations/:id/proofs', 'proofs.start', (visit) => start(given, visit), {
      body: startBody,
      about: {
        summary: 'Begin a proof: a token, and exactly what to put where. Takes an Idempotency-Key',
        answers: { 201: { description: 'Begun; asked again while it waits, the same', schema: startedShape } },
      },
    }),
    at.get('/v1/declarations/:id/proofs', 'proofs.list', (visit) => list(given, visit), {
      about: {
        summary: 'All that was done to prove one declaration',
        answers: { 200: { description: 'The newest first; at most 100 checks', schema: timelineShape } },
      },
    }),
    at.post('/v1/proofs/:id/check', 'proofs.check', (visit) => check(given, visit), {
      body: checkBody,
      about: {
        summary: 'Look for the proof now: 10 times an hour for one, 120 for one person',
        answers: { 200: { description: 'What was found; unreachable is never a no', schema: checkedShape } },
      },
    }),
  ]
}

async function check(given: Given, visit: Member<unknown>): Promise<Reply> {
  const checked = await checkProof(given, visit.actor.id, { proof: idIn(visit) })
  if (checked.kind === 'checked') return json(checkedView(checked))
  return refuse(checked.kind === 'no_such_proof' ? 'not_found' : checked.kind)
}

async function list(given: Given, visit: Member): Promise<Reply> {
  const timeline = await given.db.as(visit.actor.id, (tx) => timelineOf(tx, idIn(visit)))
  return timeline ? json(timelineView(timeline, termsOf(given))) : refuse('not_found')
}

async function start(given: Given, visit: Member<StartBody>): Promise<Reply> {
  const wanted = { declaration: idIn(visit), ...visit.body }
  return given.db.as(visit.actor.id, (tx) =>
    replyOnce(tx, visit, async () => replyTo(await startProof(tx, wanted, termsOf(given)))),
  )
}

function replyTo(started: Started): Reply {
  if (started.kind === 'started') return json(startedView(started.proof, started.publish), 201)
  if (started.kind === 'method_not_for_this_address') return refuse(started.kind, { methods: started.methods })
  return refuse(codeOf(started.kind))
}

const codeOf = (kind: Exclude<Started['kind'], 'started'>) => (kind === 'no_such_declaration' ? 'not_found' : kind)
