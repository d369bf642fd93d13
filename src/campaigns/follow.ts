import { PassThrough } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database, PersonId } from '../db/index.ts'
import { campaignSeen } from './store.ts'

/** A browser that is cut off asks again by itself: no stream lasts longer than this. */
const lastsMs = 55_000
const everyMs = 2_000

/** Server-sent events with the figures of a campaign, whenever they change, until it runs no more. Asked anew each time, as the actor: of a
 *  role that ended meanwhile nothing more comes. */
export function follow(db: Database, actor: PersonId, id: string): PassThrough {
  const out = new PassThrough()
  const until = Date.now() + lastsMs
  const run = async () => {
    let said = ''
    while (!out.destroyed && Date.now() < until) {
      const now = await db.as(actor, (tx) => campaignSeen(tx, id))
      if (!now) return
      const { state, asked, told, spared, waves } = now
      const text = `data: ${JSON.stringify({ state, asked, told, spared, waves })}\n\n`
      out.write(text === said ? ': still\n\n' : text)
      said = text
      if (state !== 'running') return
      await sleep(everyMs, undefined, { ref: false })
    }
  }
  run()
    .catch(() => {}) // a lost database: the browser asks again
    .finally(() => out.end())
  return out
}
