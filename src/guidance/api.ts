import type { z } from 'zod'
import { openRoll } from '../access-record/index.ts'
import { newId } from '../db/index.ts'
import { unitByCode } from '../units/index.ts'
import { fromIn, idIn, json, type Reply, refuse, replyOnce } from '../web/index.ts'
import { acknowledge } from './acknowledge.ts'
import type { Given, Member } from './given.ts'
import { publish } from './publish.ts'
import { cellView, personView, type publishBody, type readBody, textView, versionView } from './shapes.ts'
import { figuresOf, missingCount, missingIn, peopleAtOnce, textSeen, textsSeen, versionsOf } from './store.ts'

export const listTexts = ({ db }: Given, { actor }: Member): Promise<Reply> =>
  db.as(actor.id, async (tx) => json({ guidance: (await textsSeen(tx)).map(textView) }))

export const getText = ({ db }: Given, visit: Member): Promise<Reply> =>
  db.as(visit.actor.id, async (tx) => {
    const text = await textSeen(tx, idIn(visit))
    if (!text) return refuse('not_found')
    return json({ ...textView(text), versions: (await versionsOf(tx, text.guidance)).map(versionView) })
  })

export async function postText({ db, tellAll }: Given, visit: Member<z.infer<typeof publishBody>>): Promise<Reply> {
  const { reply, afterwards } = await db.as(visit.actor.id, async (tx) => {
    let afterwards: (() => Promise<void>) | undefined
    const reply = await replyOnce(tx, visit, async () => {
      const asked = { ...visit.body, guidance: visit.body.guidance ?? newId(), version: newId() }
      const done = await publish(tx, asked)
      if (done.kind === 'refused') return refuse(done.code === 'guidance_not_found' ? 'not_found' : done.code)
      afterwards = await tellAll(tx, done.guidance)
      const text = await textSeen(tx, done.guidance)
      return text ? json(textView(text), 201) : json({ id: done.guidance }, 201)
    })
    return { reply, afterwards }
  })
  await afterwards?.()
  return reply
}

export const postRead = ({ db }: Given, visit: Member<z.infer<typeof readBody>>): Promise<Reply> =>
  db.as(visit.actor.id, (tx) =>
    replyOnce(tx, visit, async () => {
      const done = await acknowledge(tx, idIn(visit), visit.body.version, 'api')
      if (done.kind === 'refused') return refuse(done.code === 'guidance_not_found' ? 'not_found' : done.code)
      return json(textView(done.text))
    }),
  )

/** Of one unit that the caller keeps; leaves the row of its list. */
export async function listMissing({ db }: Given, visit: Member): Promise<Reply> {
  const from = fromIn(visit.query)
  if (from === undefined) return refuse('bad_request')
  return db.as(visit.actor.id, async (tx) => {
    const unit = await unitByCode(tx, visit.query.get('unit') ?? '')
    if (!unit || !(await textSeen(tx, idIn(visit)))) return refuse('not_found')
    const opened = await openRoll(tx, unit.id, 'api')
    if (opened.kind !== 'opened') return refuse('not_found')
    const found = await missingIn(opened.roll, idIn(visit), from)
    return json({
      missing: await missingCount(tx, idIn(visit), unit.id),
      persons: found.slice(0, peopleAtOnce).map(personView),
      next: found.length > peopleAtOnce ? from + peopleAtOnce : null,
    })
  })
}

export const listFigures = ({ db }: Given, visit: Member): Promise<Reply> =>
  db.as(visit.actor.id, async (tx) => {
    const unit = await unitByCode(tx, visit.query.get('unit') ?? '')
    const cells = unit && (await textSeen(tx, idIn(visit))) ? await figuresOf(tx, idIn(visit), unit.id) : []
    return cells.length > 0 ? json({ cells: cells.map(cellView) }) : refuse('not_found')
  })
