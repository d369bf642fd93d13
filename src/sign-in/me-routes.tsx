import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { type Database, hashOf } from '../db/index.ts'
import { bySession, type Somebody } from '../permissions/index.ts'
import { type At, deviceName, go, json, page, type Reply, type Route, refuse, type Visit } from '../web/index.ts'
import { enrolAnother, enrolOptions } from './enrol.ts'
import { type Attestation, attestation } from './invitation-routes.tsx'
import { accountOf } from './me.ts'
import { MePage } from './me-page.tsx'
import { passkeyIsland } from './passkey-button.tsx'
import { PasskeyPage } from './passkey-page.tsx'
import { remove, rename } from './passkeys.ts'
import { signOutElsewhere } from './sessions.ts'
import type { Site } from './site.ts'
import { endSession, passkeysOf } from './store.ts'
import { tokenRoutes } from './token-routes.tsx'
import { words } from './words.ts'

type Mine<B = undefined> = Visit<Somebody, B>
const typed = z.string().max(5000).default('')
const nameForm = z.object({ name: typed })
const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
const invalid = { status: 422, error: true } as const
const back = { href: '/me' }

/** The own account: passkeys, sessions and tokens. At the browser only: a token opens none of it. */
export function meRoutes(at: At, db: Database, site: Site): readonly Route[] {
  async function show({ actor, lang, cookie }: Mine): Promise<Reply> {
    const account = await accountOf(db, actor.id, cookie)
    if (!account) return refuse('not_found')
    return page(words[lang].me, <MePage lang={lang} account={account} />, { islands: [passkeyIsland], wide: true })
  }

  async function add({ actor, lang, body, header }: Mine<Attestation>): Promise<Reply> {
    const device = { response: body as unknown as RegistrationResponseJSON, name: deviceName(header('user-agent')) }
    const outcome = await enrolAnother(db, site, actor.id, device)
    if (outcome.kind === 'added') return json({ to: '/me' }, 201)
    if (outcome.kind === 'came_weakly') return json({ code: outcome.kind, message: words[lang].addNeedsPasskey }, 403)
    return json({ code: 'passkey_not_accepted', message: words[lang].passkeyNotAccepted }, 422)
  }

  async function showPasskey(
    { actor, lang, params }: Mine,
    wrong?: { typed: string; message: string },
  ): Promise<Reply> {
    const all = await db.as(actor.id, (tx) => passkeysOf(tx, actor.id))
    const passkey = all.find(({ id }) => id === params.id)
    if (!passkey) return refuse('not_found')
    const errors = wrong && [{ field: 'name', message: wrong.message }]
    const shown = { lang, id: passkey.id, typed: wrong?.typed ?? passkey.name, last: all.length === 1, errors }
    return page(words[lang].passkeyTitle, <PasskeyPage {...shown} />, { back, ...(wrong ? invalid : {}) })
  }

  async function name(visit: Mine<z.infer<typeof nameForm>>): Promise<Reply> {
    const w = words[visit.lang]
    const given = tidy(visit.body.name)
    const wrong = given === '' ? w.nameMissing : given.length > 100 ? w.nameTooLong : undefined
    if (wrong) return showPasskey({ ...visit, body: undefined }, { typed: given, message: wrong })
    return (await rename(db, visit.actor.id, visit.params.id ?? '', given)) ? go('/me') : refuse('not_found')
  }

  /** The own one too: that is signing out. */
  async function endOne({ actor, params, cookie }: Mine): Promise<Reply> {
    const ended = await db.as(actor.id, (tx) => endSession(tx, actor.id, params.id ?? ''))
    if (!ended) return refuse('not_found')
    return cookie && hashOf(cookie).equals(ended) ? go('/sign-in?out=here', 'clear') : go('/me')
  }

  async function takeAway({ actor, params }: Mine): Promise<Reply> {
    const outcome = await remove(db, actor.id, params.id ?? '')
    if (outcome === 'unknown') return refuse('not_found')
    return go(outcome === 'last' ? `/me/passkeys/${params.id}` : '/me')
  }

  return [
    at.get('/me', bySession, show),
    at.post('/me/passkeys/options', bySession, async ({ actor }) => json(await enrolOptions(db, site, actor)), {
      limit: 30,
    }),
    at.post('/me/passkeys', bySession, add, { body: attestation, limit: 30 }),
    at.get('/me/passkeys/:id', 'me.passkey', (visit) => showPasskey(visit)),
    at.post('/me/passkeys/:id', 'me.passkey', name, { body: nameForm }),
    at.post('/me/passkeys/:id/remove', 'me.passkey', takeAway),
    at.post('/me/sessions/others/end', bySession, async ({ actor, cookie }) => {
      await signOutElsewhere(db, actor.id, cookie ?? '')
      return go('/me')
    }),
    at.post('/me/sessions/:id/end', 'me.session', endOne),
    ...tokenRoutes(at, db),
  ]
}
