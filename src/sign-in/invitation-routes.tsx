import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import type { Database } from '../db/index.ts'
import { type Actor, anyone } from '../permissions/index.ts'
import { type At, deviceName, json, page, type Reply, type Route, refuse, type Visit } from '../web/index.ts'
import { enrolInvited, enrolOptions, invitee } from './enrol.ts'
import { InvitationPage } from './invitation-page.tsx'
import { passkeyIsland } from './passkey-button.tsx'
import { signOut } from './sessions.ts'
import type { Site } from './site.ts'
import { safeThen } from './then.ts'
import { answers, words } from './words.ts'

const text = z.string().min(1).max(20_000)

/** An answer of `navigator.credentials.create`; the library looks at what is in it. */
export const attestation = z.looseObject({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.looseObject({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(50)).optional(),
  }),
})
export type Attestation = z.infer<typeof attestation>

export function invitationRoutes(
  at: At,
  db: Database,
  site: Site,
  organisation: () => string | undefined,
): readonly Route[] {
  const secretOf = (visit: Pick<Visit, 'params'>) => visit.params.secret ?? ''
  const dead = ({ lang }: Pick<Visit, 'lang'>) =>
    json(
      {
        code: 'invitation_dead',
        message: `${answers.invitation_dead.title[lang]}. ${answers.invitation_dead.detail[lang]}`,
      },
      404,
    )

  /** Shows and changes nothing: mail scanners and previews open links as well. */
  async function show({ lang, actor, params }: Visit): Promise<Reply> {
    const secret = secretOf({ params })
    const person = await invitee(db, secret)
    if (!person) return refuse('invitation_dead')
    const path = `/invitations/${secret}`
    const content = (
      <InvitationPage
        {...{ lang, path, organisation: organisation(), name: person.name, expiresAt: person.expiresAt }}
        again={person.recovers}
        link={`${site.origin}${path}`}
        signedInAs={actor.kind === 'person' && actor.id !== person.id ? actor.name : undefined}
      />
    )
    const headers = { 'cache-control': 'no-store' }
    return page(words[lang].invitationTitle, content, { islands: [passkeyIsland, 'copy.js'], headers })
  }

  async function options(visit: Visit): Promise<Reply> {
    const person = await invitee(db, secretOf(visit))
    return person ? json(await enrolOptions(db, site, person)) : dead(visit)
  }

  async function enrol(visit: Visit<Actor, Attestation>): Promise<Reply> {
    const response = visit.body as unknown as RegistrationResponseJSON
    const outcome = await enrolInvited(db, site, secretOf(visit), {
      response,
      name: deviceName(visit.header('user-agent')),
    })
    if (outcome.kind === 'invitation_dead') return dead(visit)
    if (outcome.kind === 'not_accepted')
      return json({ code: 'passkey_not_accepted', message: words[visit.lang].passkeyNotAccepted }, 422)
    if (visit.cookie) await signOut(db, visit.cookie)
    return { kind: 'json', status: 201, body: { to: safeThen(null) }, session: { set: outcome.secret } }
  }

  return [
    at.get('/invitations/:secret', anyone, show, { limit: 60 }),
    at.post('/invitations/:secret/options', anyone, options, { limit: 30 }),
    at.post('/invitations/:secret/passkey', anyone, enrol, { body: attestation, limit: 30 }),
  ]
}
