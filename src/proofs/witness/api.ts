import { z } from 'zod'
import { maskedAddress } from '../../addresses/index.ts'
import type { Tx } from '../../db/index.ts'
import { anyOfficer, type Somebody } from '../../permissions/index.ts'
import { type At, idIn, json, type Reply, type Route, refuse, replyOnce, type Visit } from '../../web/index.ts'
import type { Given } from '../check-proof.ts'
import { type Confirmed, confirm } from './confirm.ts'
import { giveCode, openRequest } from './open-request.ts'
import { settle } from './settle.ts'
import { declineRequest, tasks, withdrawRequest } from './store.ts'
import { waysSeen } from './types.ts'

type Officer<B = undefined> = Visit<Somebody, B>

const sawBody = z.strictObject({ address: z.string().max(5000), seen: z.enum(waysSeen) })
type Saw = z.infer<typeof sawBody>

const look = z.int().min(1).max(2).describe('2: once more, by the unit above')
const tasksShape = z.object({
  requests: z.array(z.object({ id: z.uuid(), number: z.string(), unit: z.string(), look, asked_at: z.iso.datetime() })),
})
const openedShape = z.object({
  id: z.uuid(),
  number: z.string(),
  look,
  person: z.object({ name: z.string(), office: z.string().nullable(), unit: z.string().nullable() }),
  platform: z.string(),
  address: z.string().describe('A telephone number in it is masked'),
})
const codeShape = z.object({ number: z.string(), code: z.string(), good_until: z.iso.datetime() })
const stateShape = z.object({ state: z.enum(['witnessed', 'not_seen', 'withdrawn']) })

export function witnessApi(at: At, given: Given): Route[] {
  return [
    at.get('/v1/witness', anyOfficer, (visit) => list(given, visit), {
      about: {
        summary: 'Open requests to witness an account, that this officer may look at: no name, no address',
        answers: { 200: { description: 'The oldest first; at most 200', schema: tasksShape } },
      },
    }),
    at.post('/v1/witness/:id', 'witness.open', (visit) => open(given, visit), {
      about: {
        summary: 'Opens one request: the person sees who opened it',
        answers: { 200: { description: 'Whose account it is, and its address', schema: openedShape } },
      },
    }),
    at.post('/v1/witness/:id/code', 'witness.code', (visit) => getCode(given, visit), {
      about: {
        summary: 'A code for 15 minutes, which the officer says to the person. Takes an Idempotency-Key',
        answers: { 200: { description: 'Asked again while it is good, the same', schema: codeShape } },
      },
    }),
    at.post('/v1/witness/:id/confirm', 'witness.confirm', (visit) => say(given, visit), {
      body: sawBody,
      about: {
        summary: 'The officer saw the code in the account at this address. Takes an Idempotency-Key',
        answers: { 200: { description: 'Witnessed; said again, the same', schema: stateShape } },
      },
    }),
    at.post('/v1/witness/:id/decline', 'witness.decline', (visit) => decline(given, visit), {
      about: {
        summary: 'The officer did not see it: the request is closed. Takes an Idempotency-Key',
        answers: { 200: { description: 'Closed; said again, the same', schema: stateShape } },
      },
    }),
    at.post('/v1/proofs/:id/withdraw', 'witness.withdraw', (visit) => withdraw(given, visit), {
      about: {
        summary: 'Takes back one’s own request to be witnessed. Takes an Idempotency-Key',
        answers: { 200: { description: 'Taken back', schema: stateShape } },
      },
    }),
  ]
}

const once = ({ db }: Given, visit: Officer<unknown>, act: (tx: Tx) => Promise<Reply>): Promise<Reply> =>
  db.as(visit.actor.id, (tx) => replyOnce(tx, visit, () => act(tx)))

async function list({ db }: Given, { actor }: Officer): Promise<Reply> {
  const found = await db.as(actor.id, tasks)
  return json({
    requests: found.map(({ askedAt, ...task }) => ({ ...task, asked_at: askedAt.toISOString() })),
  })
}

/** Never answered twice from a kept answer: whoever reads it again opens it again. */
async function open({ db }: Given, visit: Officer): Promise<Reply> {
  const opened = await db.as(visit.actor.id, (tx) => openRequest(tx, idIn(visit), 'api'))
  if (opened.kind === 'not_found') return refuse('not_found')
  const { id, number, look, person, platform, canonical, handle } = opened.page
  return json({ id, number, look, person, platform, address: maskedAddress({ canonical, handle }) })
}

const getCode = (given: Given, visit: Officer): Promise<Reply> =>
  once(given, visit, async (tx) => {
    const code = await giveCode(tx, idIn(visit), 'api')
    if (code.kind === 'not_found') return refuse('not_found')
    return json({ number: code.task.number, code: code.code, good_until: code.until.toISOString() })
  })

/** The officer's word is kept before anything follows from it. */
async function say(given: Given, visit: Officer<Saw>): Promise<Reply> {
  let witnessed = false
  const reply = await once(given, visit, async (tx) => {
    const confirmed = await confirm(tx, { request: idIn(visit), ...visit.body })
    witnessed = confirmed.kind === 'witnessed'
    return replyTo(confirmed)
  })
  if (witnessed) await settle(given, idIn(visit))
  return reply
}

function replyTo(confirmed: Confirmed): Reply {
  switch (confirmed.kind) {
    case 'witnessed':
    case 'already':
      return json({ state: 'witnessed' })
    case 'unreadable':
      return refuse('witness_address_unreadable', { reason: confirmed.reason })
    case 'other_address':
      return refuse('other_address', { read: confirmed.read, tries_left: confirmed.triesLeft })
    default:
      return refuse(confirmed.kind)
  }
}

async function decline(given: Given, visit: Officer): Promise<Reply> {
  let closed = false
  const reply = await once(given, visit, async (tx) => {
    const declined = await declineRequest(tx, idIn(visit))
    closed = declined === 'not_seen'
    return declined === 'not_found' ? refuse('not_found') : json({ state: 'not_seen' })
  })
  if (closed) await settle(given, idIn(visit))
  return reply
}

const withdraw = (given: Given, visit: Officer): Promise<Reply> =>
  once(given, visit, async (tx) => {
    const withdrawn = await withdrawRequest(tx, idIn(visit))
    return withdrawn === 'withdrawn' ? json({ state: 'withdrawn' }) : refuse(withdrawn)
  })
