import type { z } from 'zod'
import type { Database } from '../../db/index.ts'
import { anyMember, type Somebody } from '../../permissions/index.ts'
import { type At, go, json, type Reply, type Route, refuse, type Visit } from '../../web/index.ts'
import { keepBrowser } from './keep.ts'
import { pushPage } from './page.tsx'
import type { Push } from './push.ts'
import { keptShape, pushBody, pushShape, removedShape } from './shapes.ts'
import { browsers, remove } from './store.ts'

/** Without `push` the register has no keys for it. */
export type Given = { readonly db: Database; readonly push: Push | undefined }
type Member<B = unknown> = Visit<Somebody, B>
export const here = '/notices/push'

export const pushRoutes = (at: At, given: Given): Route[] => [
  at.get('/notices/push', anyMember, (visit) => show(given, visit)),
  at.post('/notices/push/:id/remove', 'notices.end-push', async (visit) => {
    await end(given, visit)
    return go(here)
  }),
  at.get('/v1/notices/push', anyMember, (visit) => list(given, visit), {
    about: {
      summary: 'In which browsers my notices are shown',
      answers: { 200: { description: 'Oldest first', schema: pushShape } },
    },
  }),
  at.post('/v1/notices/push', anyMember, (visit) => add(given, visit), {
    body: pushBody,
    limit: 30,
    about: {
      summary: 'Have a browser say that there is something new: its push subscription. The same one twice is one',
      answers: { 201: { description: 'Kept', schema: keptShape } },
    },
  }),
  at.post(
    '/v1/notices/push/:id/remove',
    'notices.end-push',
    async (visit) => {
      await end(given, visit)
      return json({ removed: true })
    },
    {
      about: {
        summary: 'No more in this browser: its address is deleted',
        answers: { 200: { description: 'Deleted', schema: removedShape } },
      },
    },
  ),
]

async function show({ db, push }: Given, { actor, lang }: Member): Promise<Reply> {
  return pushPage({ browsers: await db.as(actor.id, browsers), key: push?.key, lang })
}

async function list({ db, push }: Given, { actor }: Member): Promise<Reply> {
  const mine = await db.as(actor.id, browsers)
  return json({
    key: push?.key ?? null,
    browsers: mine.map(({ id, label, madeAt, pushedAt, failed }) => ({
      ...{ id, label, failed },
      made_at: madeAt.toISOString(),
      pushed_at: pushedAt?.toISOString() ?? null,
    })),
  })
}

async function add(given: Given, visit: Member<z.infer<typeof pushBody>>): Promise<Reply> {
  const { endpoint, keys, language: lang } = visit.body
  const from = { userAgent: visit.header('user-agent'), lang }
  const kept = await keepBrowser(given, visit.actor.id, { endpoint, ...keys }, from)
  return kept.kind === 'kept' ? json({ id: kept.id }, 201) : refuse(kept.kind)
}

const end = ({ db }: Given, { actor, params }: Member) => db.as(actor.id, (tx) => remove(tx, params.id as string))
