import type { Somebody } from '../../permissions/index.ts'
import { type At, go, page, type Reply, type Route, refuse, type Visit } from '../../web/index.ts'
import type { Given } from '../check-proof.ts'
import { proofOf } from '../store.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { endSignIn } from './end-sign-in.ts'
import { CancelledPage, OverPage, SignedInPage, type SignedInProps, signedInTitle } from './pages.tsx'
import { words } from './words.ts'

type Member = Visit<Somebody, undefined>
const nav = '/declarations'

export function signInRoutes(at: At, given: Given): Route[] {
  return [
    at.get('/proofs/:id/sign-in/:provider', 'proofs.sign-in', (visit) => begin(given, visit)),
    at.get('/proofs/sign-in/return/:provider', 'proofs.sign-in-return', (visit) => end(given, visit)),
  ]
}

/** A link writes here, so only one on our own pages counts, or one that the person typed. From anywhere else, and where a browser only
 *  looks ahead, comes the page that has the link. */
function isMeant(visit: Member, url: string): boolean {
  if (visit.header('sec-purpose') !== undefined || visit.header('purpose') === 'prefetch') return false
  const site = visit.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return URL.parse(visit.header('referer') ?? '')?.origin === url
}

async function begin(given: Given, visit: Member): Promise<Reply> {
  const { id: proof = '', provider = '' } = visit.params
  if (visit.actor.via !== 'session' || !isMeant(visit, given.url)) return toItsPage(given, visit)
  const begun = await beginSignIn(given, visit.actor.id, { proof, provider })
  switch (begun.kind) {
    case 'go':
      return go(begun.to)
    case 'not_waiting':
      return go(`/proofs/${begun.proof.id}`)
    case 'unanswered':
      return unanswered(visit, begun)
    case 'no_such_proof':
    case 'no_such_provider':
      return refuse('not_found')
    default:
      return refuse(begun.kind)
  }
}

async function toItsPage({ db }: Given, { actor, params: { id = '' } }: Member): Promise<Reply> {
  const proof = await db.as(actor.id, (tx) => proofOf(tx, id))
  return proof ? go(`/proofs/${proof.id}`) : refuse('not_found')
}

/** It did not even begin, so there is nothing to keep. */
function unanswered({ lang }: Member, { reason, now, proof, place }: Unanswered): Reply {
  const where = { place, where: place, expected: now.address.canonical, resolvers: [] }
  const finding = { kind: 'unreachable', reason, ...where } as const
  return result({ lang, now, proof: proof.id, finding, level: now.level, at: new Date() })
}
type Unanswered = Extract<Awaited<ReturnType<typeof beginSignIn>>, { kind: 'unanswered' }>

/** The page stands here and not behind a redirect, but no link on it leads here again: what is in this address was good once. */
async function end(given: Given, visit: Member): Promise<Reply> {
  const { lang, actor, params, query } = visit
  if (actor.via !== 'session') return refuse('not_found')
  const ended = await endSignIn(given, actor.id, { provider: params.provider ?? '', query })
  switch (ended.kind) {
    case 'checked':
      return result({ ...ended, lang, proof: ended.proof.id })
    case 'cancelled': {
      const about = { lang, now: ended.now, proof: ended.proof.id }
      const path = `/proofs/${ended.proof.id}`
      return page(words[lang].cancelledTitle, <CancelledPage {...about} />, { nav, path, back: { href: path } })
    }
    case 'over':
      return over(visit, ended.proof)
    default:
      return refuse(ended.kind)
  }
}

/** Whoever reloads the page of a sign-in that went well is shown how the proof stands. */
function over({ lang, query }: Member, proof: { readonly id: string; readonly state: string } | undefined): Reply {
  const path = proof ? `/proofs/${proof.id}` : '/declarations'
  if (proof && proof.state !== 'waiting') return go(path)
  const gone = query.has('state') ? { status: 410, error: true } : {} // without one, somebody had to sign in here first
  const options = { nav, path, back: { href: path }, ...gone }
  return page(words[lang].overTitle, <OverPage lang={lang} proof={proof?.id} />, options)
}

function result(props: SignedInProps): Reply {
  const path = `/proofs/${props.proof}`
  return page(signedInTitle(props), <SignedInPage {...props} />, { nav, path, back: { href: path } })
}
