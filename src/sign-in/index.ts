import type { OrganisationSignIn } from '../config.ts'
import type { Database, PersonId, Tx } from '../db/index.ts'
import type { Services } from '../net/index.ts'
import { type Room, room } from '../web/index.ts'
import { againRoutes } from './again-routes.tsx'
import { codeRoutes } from './code-routes.tsx'
import { identify } from './identify.ts'
import { invitationRoutes } from './invitation-routes.tsx'
import { invite } from './invite.ts'
import type { MailLinks } from './mail-link.ts'
import { mailLinkRoutes } from './mail-link-routes.tsx'
import { meRoutes } from './me-routes.tsx'
import { organisationRoutes } from './organisation-routes.tsx'
import { jobsOf } from './recovery/jobs.ts'
import { notices } from './recovery/notices.ts'
import { recoveryNav, recoveryRoutes } from './recovery/routes.tsx'
import { recoveryAnswers } from './recovery/words.ts'
import { signInRoutes } from './sign-in-routes.tsx'
import { siteOf } from './site.ts'
import { answers } from './words.ts'

type Given = {
  readonly db: Database
  /** The public origin: links point to it, and passkeys belong to its host. */
  readonly url: string
  readonly organisation: () => string | undefined
  readonly sample: boolean
  /** The organisation's own provider, where the settings name one. */
  readonly provider?: OrganisationSignIn | undefined
  readonly services: Services
  /** How a sign-in link is mailed; without it nobody signs in so. */
  readonly mail: MailLinks
}

/** Sign-in: invitations, passkeys, codes, sessions and tokens. */
export function signIn({ db, url, organisation, sample, provider, services, mail }: Given) {
  const site = siteOf(url, organisation)
  const settings = sample ? undefined : provider
  const links = sample ? undefined : mail
  const ways = { sample, provider: settings?.name, mail: links?.goesOut ?? false }
  const confirming = againRoutes(db, site, ways)
  const entrance: Room = room(
    'sign-in',
    (at) => [
      ...signInRoutes(at, db, site, ways),
      ...organisationRoutes(at, settings && { db, url, services, settings }),
      ...codeRoutes(at, db),
      ...mailLinkRoutes(at, db, links, url),
      ...recoveryRoutes(at, { db, url, organisation }),
      ...confirming.routes(at),
      ...invitationRoutes(at, db, site, organisation),
      ...meRoutes(at, db, site),
    ],
    { answers: { ...answers, ...recoveryAnswers }, notices, nav: [recoveryNav] },
  )
  return {
    room: entrance,
    jobs: jobsOf(db),
    again: confirming.offer,
    identify: (secret: string, kind: 'session' | 'token') => identify(db, secret, kind),
    /** Makes an invitation whose link leads to this register, after the row that the person sees. */
    invite: (tx: Tx, person: PersonId) => invite(tx, { person, url }),
  }
}

export { createToken, giveCodeAsOperator, inviteAsOperator } from './by-operator.ts'
export { type CodeGiven, giveCode } from './give-code.ts'
export { InvitationSheet } from './invitation-page.tsx'
export { type Invited, invite } from './invite.ts'
export { OfferRecovery } from './recovery/officer-pages.tsx'
export { beginSession } from './sessions.ts'
export { hasPasskey } from './store.ts'
export { newToken, readWanted, type TokenMade } from './tokens.ts'
