import type { Database } from '../db/index.ts'
import { anyone } from '../permissions/index.ts'
import { json, page, type Reply, refuse, room, type Visit } from '../web/index.ts'
import { PersonPage, titleOf } from './pages.tsx'
import { type PublicPerson, personIn } from './rules.ts'
import { personShape, personView } from './statement.ts'
import { listedOn } from './store.ts'
import { words } from './words.ts'

export type Given = {
  readonly db: Database
  /** The public origin: what a link to a public page begins with. */
  readonly url: string
  /** Made-up data: every answer says so. */
  readonly sample: boolean
  readonly organisation?: () => string | undefined
  readonly timeZone: string
}

export function routesOf(given: Given) {
  return room('people', (at) => [
    at.get('/people/:page', anyone, (visit) => show(given, visit), { limit: 120 }),
    at.get('/v1/people/:page', anyone, (visit) => answer(given, visit), {
      limit: 600,
      about: {
        summary: 'The pages that one person chose to list, by the address of their public page',
        answers: { 200: { description: 'Each with its level and date', schema: personShape } },
      },
    }),
  ])
}

const shape = /^[a-z2-7]{20}$/
const idIn = ({ params }: Visit): string => params.page ?? ''

async function personAt({ db }: Given, visit: Visit): Promise<PublicPerson | undefined> {
  const id = idIn(visit)
  return shape.test(id) ? personIn(await db.under('asker', (tx) => listedOn(tx, id))) : undefined
}

/** Copies live for a minute, so that a page that is frozen or taken back is gone everywhere a minute later. */
const cached = { 'cache-control': 'public, max-age=60' }
const unseen = { 'x-robots-tag': 'noindex' }
const openToAll = { 'access-control-allow-origin': '*' }

async function show(given: Given, visit: Visit): Promise<Reply> {
  const person = await personAt(given, visit)
  if (!person) return refuse('not_found')
  const { lang, actor } = visit
  const { organisation, timeZone: zone } = given
  const props = { person, url: `${given.url}/people/${idIn(visit)}`, organisation: organisation?.(), lang, zone }
  const headers = actor.kind === 'nobody' ? { ...unseen, ...cached } : unseen
  return page(titleOf(props), <PersonPage {...props} />, { wide: true, robots: 'noindex', headers })
}

/** Any site may read it, as any may read the public answer. */
async function answer(given: Given, visit: Visit): Promise<Reply> {
  const person = await personAt(given, visit)
  if (!person) return nobodyThere(visit)
  const said = personView(person, `${given.url}/people/${idIn(visit)}`, dayIn(given.timeZone))
  return json(given.sample ? { ...said, sample: true } : said, 200, { ...cached, ...unseen, ...openToAll })
}

/** problem+json (RFC 9457) that other sites' scripts can read too; its language is chosen by the address alone. */
function nobodyThere({ query }: Visit): Reply {
  const title = words[query.get('lang') === 'en' ? 'en' : 'vi'].notThere
  const type = { 'content-type': 'application/problem+json; charset=utf-8' }
  return json({ type: 'about:blank', title, status: 404, code: 'not_found' }, 404, { ...type, ...openToAll })
}

function dayIn(timeZone: string): (at: Date) => string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, ...parts })
  return (at) => format.format(at)
}
