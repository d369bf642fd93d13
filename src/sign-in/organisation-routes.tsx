import { anyone } from '../permissions/index.ts'
import { type At, deviceName, go, page, type Reply, type Route, type Visit } from '../web/index.ts'
import { beginAtOrganisation, type Ended, endAtOrganisation, type Provider } from './organisation.ts'
import { OrganisationPage } from './organisation-page.tsx'
import { signOut } from './sessions.ts'
import { safeThen } from './then.ts'
import { words } from './words.ts'

/** Sign-in at the organisation's own provider: there where the settings name one. */
export function organisationRoutes(at: At, given: Provider | undefined): readonly Route[] {
  if (!given) return []
  return [
    at.get('/sign-in/organisation', anyone, (visit) => begin(given, visit), { limit: 30 }),
    at.get('/sign-in/organisation/return', anyone, (visit) => end(given, visit), { limit: 30 }),
  ]
}

async function begin(given: Provider, visit: Visit): Promise<Reply> {
  const to = safeThen(visit.query.get('then'))
  if (!isMeant(visit, given.url)) return go(`/sign-in?then=${encodeURIComponent(to)}`)
  const begun = await beginAtOrganisation(given, { again: visit.query.get('again') === '1', to })
  return begun.kind === 'go' ? begun : said(visit, given, 'unanswered')
}

/** A link that another site shows begins nothing. */
function isMeant(visit: Visit, url: string): boolean {
  const site = visit.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return URL.parse(visit.header('referer') ?? '')?.origin === url
}

async function end(given: Provider, visit: Visit): Promise<Reply> {
  const { query, wayBack, actor, cookie } = visit
  const only = actor.kind === 'person' && actor.via === 'session' ? actor.id : undefined
  const ended = await endAtOrganisation(given, {
    query,
    wayBack,
    only,
    device: deviceName(visit.header('user-agent')),
  })
  if (ended.kind !== 'signed_in') return said(visit, given, ended.kind)
  if (cookie) await signOut(given.db, cookie)
  return go(safeThen(ended.to), { set: ended.secret })
}

const statuses = { over: 410, cancelled: 200, unanswered: 502, nobody: 403 } as const

function said({ lang }: Visit, { settings }: Provider, what: Exclude<Ended['kind'], 'signed_in'>): Reply {
  const w = words[lang]
  const title = w[`organisation_${what}`]
  const content = <OrganisationPage lang={lang} title={title} text={w[`organisation_${what}_text`](settings.name)} />
  return page(title, content, {
    status: statuses[what],
    error: what !== 'cancelled',
    path: '/sign-in',
    back: { href: '/sign-in' },
  })
}
