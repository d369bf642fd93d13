import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import type { Database } from '../db/index.ts'
import { bySession, type Somebody } from '../permissions/index.ts'
import { type At, deviceName, type Fields, go, json, page, type Reply, type Route, type Visit } from '../web/index.ts'
import { AgainPage, ConfirmedPage, ReturnPage, type Waiting } from './again-page.tsx'
import { evenly } from './code-routes.tsx'
import { passkeyIsland } from './passkey-button.tsx'
import { beginSession, signInByCode, signOut } from './sessions.ts'
import { signInAgainOptions, signInByPasskey } from './sign-in-by-passkey.ts'
import { assertion } from './sign-in-routes.tsx'
import type { Site } from './site.ts'
import { safeThen } from './then.ts'
import { words } from './words.ts'

const waitingForm = z.object({ to: z.string().max(500).default(''), waiting: z.string().max(60_000).optional() })
const codeForm = waitingForm.extend({ code: z.string().max(100).default('') })
type Mine<B = undefined> = Visit<Somebody, B>

/** Who signed in long ago shows anew who they are: a new session takes the place of the old one, of the same person. What was sent too
 *  early lies in the page and nowhere else, and is offered again. */
export function againRoutes(
  db: Database,
  site: Site,
  { sample, provider }: { sample: boolean; provider: string | undefined },
) {
  const ask = ({ lang }: Pick<Mine, 'lang'>, waiting: Waiting, wrong?: { typed: string; message: string }) =>
    page(
      words[lang].againTitle,
      <AgainPage
        {...{ lang, waiting, sample, provider }}
        {...(wrong ? { typed: wrong.typed, errors: [{ field: 'code', message: wrong.message }] } : {})}
      />,
      {
        islands: [passkeyIsland],
        path: `/sign-in/again?then=${encodeURIComponent(waiting.to)}`,
        ...(wrong ? { status: 422, error: true } : waiting.form ? { status: 403 } : {}),
      },
    )

  const offer = async (visit: Visit<Somebody, unknown>, form: Fields): Promise<Reply> =>
    ask(visit, { to: safeThen(visit.path), form })

  async function passkey({
    actor,
    body,
    cookie,
    lang,
    query,
    header,
  }: Mine<z.infer<typeof assertion>>): Promise<Reply> {
    const w = words[lang]
    const outcome = await signInByPasskey(db, site, body as unknown as AuthenticationResponseJSON, {
      only: actor.id,
      device: deviceName(header('user-agent')),
    })
    if (outcome.kind === 'passkey_unknown') return json({ code: outcome.kind, message: w.passkeyUnknown }, 422)
    if (outcome.kind === 'not_accepted')
      return json({ code: 'passkey_not_accepted', message: w.passkeyNotAccepted }, 422)
    if (cookie) await signOut(db, cookie)
    return { kind: 'json', status: 200, body: { to: safeThen(query.get('then')) }, session: { set: outcome.secret } }
  }

  async function code(visit: Mine<z.infer<typeof codeForm>>): Promise<Reply> {
    const { actor, body, lang } = visit
    const w = words[lang]
    const again = (message: string) => ask(visit, waitingIn(body), { typed: body.code, message })
    if (body.code.trim() === '') return again(w.codeMissing)
    const answered = await evenly(
      signInByCode(db, body.code, { only: actor.id, device: deviceName(visit.header('user-agent')) }),
    )
    return answered.kind === 'signed_in' ? confirmed(visit, answered.secret) : again(w.codeNotAccepted)
  }

  async function confirmed(visit: Mine<z.infer<typeof waitingForm>>, secret: string): Promise<Reply> {
    const { lang, cookie, body } = visit
    const waiting = waitingIn(body)
    if (cookie) await signOut(db, cookie)
    if (!waiting.form) return go(waiting.to, { set: secret })
    const shown = page(words[lang].againDone, <ConfirmedPage lang={lang} waiting={waiting} />, { path: waiting.to })
    return shown.kind === 'page' ? { ...shown, session: { set: secret } } : shown
  }

  const bySample = async (visit: Mine<z.infer<typeof waitingForm>>) =>
    confirmed(visit, await db.as(visit.actor.id, (tx) => beginSession(tx, visit.actor.id, 'sample')))

  const routes = (at: At): readonly Route[] => [
    at.get('/sign-in/again', bySession, (visit) =>
      ask(visit, { to: safeThen(visit.query.get('then')), form: undefined }),
    ),
    at.post(
      '/sign-in/again/options',
      bySession,
      async ({ actor }) => json(await signInAgainOptions(db, site, actor.id)),
      {
        limit: 30,
      },
    ),
    at.post('/sign-in/again/passkey', bySession, passkey, { body: assertion, limit: 30 }),
    at.get('/sign-in/again/done', bySession, ({ lang }) => page(words[lang].againDone, <ReturnPage lang={lang} />)),
    at.post('/sign-in/again/code', bySession, code, { body: codeForm, limit: 10 }),
    ...(sample ? [at.post('/sign-in/again/sample', bySession, bySample, { body: waitingForm })] : []),
  ]
  return { routes, offer }
}

const waitingIn = ({ to, waiting }: z.infer<typeof waitingForm>): Waiting => ({
  to: safeThen(to),
  form: waiting === undefined ? undefined : [...new URLSearchParams(waiting)],
})
