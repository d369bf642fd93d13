import { z } from 'zod'
import { recognise } from '../addresses/index.ts'
import type { Database } from '../db/index.ts'
import { anyone } from '../permissions/index.ts'
import { json, type Reply, raw, refuse, room, type Visit } from '../web/index.ts'
import { ask } from './ask.ts'
import { answerPage, questionPage, refusedPage } from './pages.tsx'
import { openToAll, problem } from './problem.ts'
import { reasonSentences } from './reason-words.ts'
import { inAFreshMinute, signedCopy } from './signed-copy.ts'
import type { Signer } from './signer.ts'
import { type DayOf, statement, statementOf } from './statement.ts'
import { wantedForm } from './wanted-form.ts'
import { words } from './words.ts'

export type Given = {
  readonly db: Database
  /** The public origin: who says what a signed copy says. */
  readonly url: string
  /** Made-up data: every answer says so, and none is signed. */
  readonly sample: boolean
  readonly signer: Signer | undefined
  readonly organisation?: () => string | undefined
  readonly timeZone: string
}

export function routesOf(given: Given) {
  const day = dayIn(given.timeZone)
  return room('verify', (at) => [
    at.get('/', anyone, (visit) => showPage(given, visit), { limit: 120 }),
    at.get('/v1/verify', anyone, (visit) => answerApi(given, day, visit), {
      limit: 600,
      about: {
        summary: 'Is this page really theirs? With Accept: application/jwt the same as a JWS',
        query: z.object({ url: z.string().describe('The address as somebody found it, in any spelling') }),
        answers: { 200: { description: 'What the register says in public', schema: statement } },
      },
    }),
    at.get('/.well-known/jwks.json', anyone, () => keys(given), {
      about: {
        summary: 'Keys of the signed answers',
        answers: { 200: { description: 'A JWK set (RFC 7517)' } },
      },
    }),
  ])
}

async function showPage({ db, organisation, timeZone: zone }: Given, { query, lang }: Visit): Promise<Reply> {
  const question = { lang, organisation: organisation?.() }
  const typed = query.get('url')
  if (typed === null) return questionPage(question)
  const { address, error } = recognise(typed)
  if (error) return refusedPage(question, error, typed)
  const asked = await ask(db, address.canonical)
  if (asked.kind === 'busy') return refuse('busy')
  return answerPage({ word: asked.word, address, lang, zone })
}

const cached = (seconds: number) => ({ 'cache-control': `public, max-age=${seconds}`, vary: 'accept', ...openToAll })

async function answerApi(given: Given, day: DayOf, { query, header }: Visit): Promise<Reply> {
  // The language of a problem is chosen by the address alone, so that one address has one answer for every cache.
  const lang = query.get('lang') === 'en' ? 'en' : 'vi'
  const w = words[lang]
  const [typed, ...more] = query.getAll('url')
  if (typed === undefined || more.length > 0) return problem({ status: 400, code: 'bad_request', title: w.oneUrl })
  const { address, error } = recognise(typed)
  if (error) return problem({ status: 422, code: error, title: w.noAddress, detail: reasonSentences[lang][error] })
  const form = wantedForm(header('accept'))
  if (form === 'jws' && !given.signer) return problem({ status: 406, code: 'not_signed', title: w.notSigned })
  if (form === 'jws') await inAFreshMinute()
  const asked = await ask(given.db, address.canonical)
  if (asked.kind === 'busy') {
    const busy = { status: 503, code: 'busy', title: w.busy, detail: w.busyDetail }
    return problem(busy, { 'retry-after': '5' })
  }
  const said = statementOf(asked.word, address, day)
  if (form === 'json' || !given.signer) return json(given.sample ? { ...said, sample: true } : said, 200, cached(60))
  const { jws, secondsLeft } = await signedCopy(given.signer, given.url, address.canonical, said)
  return raw('application/jwt', jws, cached(secondsLeft))
}

const keys = ({ signer }: Given) => json({ keys: signer?.publicKeys ?? [] }, 200, { ...cached(300) })

function dayIn(timeZone: string): DayOf {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, ...parts })
  return (at) => format.format(at)
}
