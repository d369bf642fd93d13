import { z } from 'zod'
import { type Database, hashOf, isId } from '../../db/index.ts'
import { anyone } from '../../permissions/index.ts'
import { Button, Form, Lead, Measure, PageTitle } from '../../web/components/index.ts'
import { type At, go, json, type Lang, page, type Reply, type Route, refuse, type Visit } from '../../web/index.ts'
import { isSubscribed, unsubscribe } from './store.ts'
import { words } from './words.ts'

type Given = { readonly db: Database }
const pathOf = (key: string) => `/notices/unsubscribe/${key}`

/** Whoever has a letter ends reminders with one press, or their mail program with one request (RFC 8058), which comes from elsewhere and without
 *  a cookie: so that one is an address of the API. Opening the link ends nothing, for programs open links by themselves. */
export const unsubscribeRoutes = (at: At, { db }: Given): Route[] => [
  at.get('/notices/unsubscribe/:key', anyone, (visit) => show(db, visit), { limit: 60 }),
  at.post('/notices/unsubscribe/:key', anyone, (visit) => end(db, visit, go(pathOf(visit.params.key ?? ''))), {
    limit: 30,
  }),
  at.get('/v1/notices/unsubscribe/:key', anyone, ({ params }) => toPage(params.key ?? ''), {
    limit: 60,
    about: {
      summary: 'The same address, opened by a person: leads to the page with the button',
      answers: { 303: { description: 'To the page' } },
    },
  }),
  at.post('/v1/notices/unsubscribe/:key', anyone, (visit) => end(db, visit, json({ unsubscribed: true })), {
    limit: 30,
    about: {
      summary: 'End letters that may be left out, by the key of a letter: List-Unsubscribe of RFC 8058. Twice is once',
      answers: { 200: { description: 'Ended', schema: z.object({ unsubscribed: z.literal(true) }) } },
    },
  }),
]

/** What is no key leads nowhere: it would stand in a header. */
const toPage = (key: string): Reply => (isId(key) ? go(pathOf(key)) : refuse('not_found'))

async function show(db: Database, { params, lang }: Visit): Promise<Reply> {
  const key = params.key ?? ''
  const still = isId(key) ? await db.showing(hashOf(key), (tx) => isSubscribed(tx, key)) : undefined
  return still === undefined ? refuse('not_found') : unsubscribePage(key, still, lang)
}

async function end(db: Database, { params }: Visit, done: Reply): Promise<Reply> {
  const key = params.key ?? ''
  return isId(key) && (await db.showing(hashOf(key), (tx) => unsubscribe(tx, key))) ? done : refuse('not_found')
}

function unsubscribePage(key: string, still: boolean, lang: Lang): Reply {
  const w = words[lang]
  const content = (
    <Measure>
      <PageTitle>{still ? w.endTitle : w.endedTitle}</PageTitle>
      <Lead>{still ? w.endLead : w.endedLead}</Lead>
      {still && (
        <Form action={pathOf(key)}>
          <Button>{w.end}</Button>
        </Form>
      )}
    </Measure>
  )
  return page(still ? w.endTitle : w.endedTitle, content)
}
