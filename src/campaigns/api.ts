import type { z } from 'zod'
import { openRoll } from '../access-record/index.ts'
import { newId, type Tx } from '../db/index.ts'
import { unitByCode } from '../units/index.ts'
import { fromIn, idIn, json, type Reply, refuse, replyOnce } from '../web/index.ts'
import type { Given, Member } from './given.ts'
import { move } from './move.ts'
import { prepare } from './prepare.ts'
import type { Act } from './rules.ts'
import { campaignView, cellView, personView, type prepareBody, wholeView } from './shapes.ts'
import { campaignSeen, campaignsSeen, figuresOf, partsOf, peopleAtOnce, peopleIn } from './store.ts'

export const listCampaigns = ({ db }: Given, { actor }: Member): Promise<Reply> =>
  db.as(actor.id, async (tx) => json({ campaigns: (await campaignsSeen(tx)).map(campaignView) }))

async function wholeOf(tx: Tx, id: string, status = 200): Promise<Reply> {
  const one = await campaignSeen(tx, id)
  return one ? json(wholeView(one, await partsOf(tx, id)), status) : refuse('not_found')
}
export const getOne = ({ db }: Given, visit: Member): Promise<Reply> =>
  db.as(visit.actor.id, (tx) => wholeOf(tx, idIn(visit)))

export async function postCampaign({ db, count }: Given, visit: Member<z.infer<typeof prepareBody>>): Promise<Reply> {
  const { unit, ...wanted } = visit.body
  const { reply, afterwards } = await db.as(visit.actor.id, async (tx) => {
    let afterwards: (() => Promise<void>) | undefined
    const reply = await replyOnce(tx, visit, async () => {
      const done = await prepare(tx, newId(), unit, wanted)
      if (done.kind === 'refused') return refuse(done.code)
      afterwards = await count(tx, done.id)
      return wholeOf(tx, done.id, 201)
    })
    return { reply, afterwards }
  })
  await afterwards?.()
  return reply
}

export const postMove = ({ db }: Given, visit: Member, act: Act): Promise<Reply> =>
  db.as(visit.actor.id, async (tx) => {
    const done = await move(tx, idIn(visit), act)
    return done.kind === 'moved' ? json(campaignView(done.campaign)) : refuse(done.code)
  })

export const listFigures = ({ db }: Given, visit: Member): Promise<Reply> =>
  db.as(visit.actor.id, async (tx) => {
    const unit = await unitByCode(tx, visit.query.get('unit') ?? '')
    const cells = unit ? await figuresOf(tx, idIn(visit), unit.id) : []
    return cells.length > 0 ? json({ cells: cells.map(cellView) }) : refuse('not_found')
  })

/** Of one unit that the caller keeps; leaves the row of its list. */
export async function listPeople({ db }: Given, visit: Member): Promise<Reply> {
  const from = fromIn(visit.query)
  if (from === undefined) return refuse('bad_request')
  return db.as(visit.actor.id, async (tx) => {
    const unit = await unitByCode(tx, visit.query.get('unit') ?? '')
    if (!unit) return refuse('not_found')
    const opened = await openRoll(tx, unit.id, 'api')
    if (opened.kind !== 'opened') return refuse('not_found')
    const found = await peopleIn(opened.roll, idIn(visit), from)
    return json({
      persons: found.slice(0, peopleAtOnce).map(personView),
      next: found.length > peopleAtOnce ? from + peopleAtOnce : null,
    })
  })
}
