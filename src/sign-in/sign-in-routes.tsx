import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import type { Database } from '../db/index.ts'
import { type Actor, anyone, bySession } from '../permissions/index.ts'
import { type At, deviceName, go, json, page, type Reply, type Route, type Visit } from '../web/index.ts'
import { passkeyIsland } from './passkey-button.tsx'
import { signOut, signOutEverywhere } from './sessions.ts'
import { signInByPasskey, signInOptions } from './sign-in-by-passkey.ts'
import { NotSetUpPage, SignInPage } from './sign-in-page.tsx'
import type { Site } from './site.ts'
import { isSetUp } from './store.ts'
import { safeThen } from './then.ts'
import { words } from './words.ts'

const text = z.string().min(1).max(20_000)

/** An answer of `navigator.credentials.get`; the library looks at what is in it. */
export const assertion = z.looseObject({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: text, authenticatorData: text, signature: text }),
})

export function signInRoutes(
  at: At,
  db: Database,
  site: Site,
  { sample, provider, mail }: { sample: boolean; provider: string | undefined; mail: boolean },
): readonly Route[] {
  async function show({ actor, lang, query }: Visit): Promise<Reply> {
    const w = words[lang]
    if (sample) return go('/sample')
    if (actor.kind === 'person') return go(safeThen(query.get('then')))
    const begun = await db.under('asker', isSetUp)
    if (!begun) return page(w.notSetUp, <NotSetUpPage lang={lang} />)
    const done = new Map([
      ['here', w.signedOut],
      ['everywhere', w.signedOutEverywhere],
    ]).get(query.get('out') ?? '')
    const content = <SignInPage lang={lang} then={query.get('then')} done={done} organisation={provider} mail={mail} />
    return page(w.signIn, content, { islands: [passkeyIsland] })
  }

  async function enter(visit: Visit<Actor, z.infer<typeof assertion>>): Promise<Reply> {
    const w = words[visit.lang]
    const outcome = await signInByPasskey(db, site, visit.body as unknown as AuthenticationResponseJSON, {
      device: deviceName(visit.header('user-agent')),
    })
    if (outcome.kind === 'passkey_unknown') return json({ code: outcome.kind, message: w.passkeyUnknown }, 422)
    if (outcome.kind === 'not_accepted')
      return json({ code: 'passkey_not_accepted', message: w.passkeyNotAccepted }, 422)
    if (visit.cookie) await signOut(db, visit.cookie)
    return {
      kind: 'json',
      status: 200,
      body: { to: safeThen(visit.query.get('then')) },
      session: { set: outcome.secret },
    }
  }

  async function leave({ cookie }: Visit): Promise<Reply> {
    if (cookie) await signOut(db, cookie)
    return go('/sign-in?out=here', 'clear')
  }

  return [
    at.get('/sign-in', anyone, show),
    at.post('/sign-in/options', anyone, async () => json(await signInOptions(db, site)), { limit: 30 }),
    at.post('/sign-in/passkey', anyone, enter, { body: assertion, limit: 30 }),
    at.post('/sign-out', anyone, leave),
    at.post('/sign-out/everywhere', bySession, async ({ actor }) => {
      await signOutEverywhere(db, actor.id)
      return go('/sign-in?out=everywhere', 'clear')
    }),
  ]
}
