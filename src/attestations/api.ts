import type { z } from 'zod'
import type { Tx } from '../db/index.ts'
import { idIn, json, type Reply, refuse, replyOnce } from '../web/index.ts'
import { type Attested, attest, isOpen, keepAnswers } from './attest.ts'
import type { Given, Member } from './given.ts'
import { setCycle } from './set-cycle.ts'
import { attestationView, type attestBody, type cycleBody, cycleOf, cyclesView, mineView } from './shapes.ts'
import { cyclesSeen, maySetCycles } from './store/cycles.ts'
import { filedLines, myAttestation, myAttestations, myDuty, myLines } from './store/mine.ts'

export const getMine = ({ db, today }: Given, { actor }: Member): Promise<Reply> =>
  db.as(actor.id, async (tx) => json(await mineIn(tx, today())))

async function mineIn(tx: Tx, today: string) {
  const duty = await myDuty(tx)
  const lines = await myLines(tx, duty?.opensOn)
  return mineView(duty, duty !== undefined && isOpen(duty, today), lines, await myAttestations(tx))
}

export async function getAttestation({ db }: Given, visit: Member): Promise<Reply> {
  return db.as(visit.actor.id, async (tx) => {
    const filed = await myAttestation(tx, idIn(visit))
    return filed ? json(attestationView(filed, await filedLines(tx, filed.id))) : refuse('not_found')
  })
}

/** Once for an Idempotency-Key, and once for a date anyway. */
export async function postAttestation(given: Given, visit: Member<z.infer<typeof attestBody>>): Promise<Reply> {
  const { actor, body } = visit
  const answers = new Map(body.answers.map(({ declaration, answer }) => [declaration, answer]))
  return given.db.as(actor.id, (tx) =>
    replyOnce(tx, visit, async () => {
      const today = given.today()
      if (body.send) return replyTo(tx, await attest(tx, actor.id, answers, today, 'api'))
      const kept = await keepAnswers(tx, actor.id, answers, today)
      return kept ? json(await mineIn(tx, today)) : refuse('attestation_not_open')
    }),
  )
}

async function replyTo(tx: Tx, attested: Attested): Promise<Reply> {
  if (attested.kind === 'answers_missing') return refuse('answers_missing', { missing: attested.missing })
  if (attested.kind === 'attestation_not_open') return refuse('attestation_not_open')
  const filed = await myAttestation(tx, attested.id)
  return filed ? json(attestationView(filed, await filedLines(tx, filed.id)), 201) : refuse('not_found')
}

export const getCycles = ({ db }: Given, { actor }: Member): Promise<Reply> =>
  db.as(actor.id, async (tx) =>
    (await maySetCycles(tx)) ? json(cyclesView(await cyclesSeen(tx))) : refuse('not_found'),
  )

export async function postCycle(given: Given, visit: Member<z.infer<typeof cycleBody>>): Promise<Reply> {
  const { actor, body } = visit
  return given.db.as(actor.id, (tx) =>
    replyOnce(tx, visit, async () => {
      const done = await setCycle(tx, body.kind, cycleOf(body))
      if (done.kind === 'refused') return refuse(done.code)
      await given.plan(tx)
      return json(cyclesView(await cyclesSeen(tx)))
    }),
  )
}
