import { fetchUserInfo, randomNonce } from 'openid-client'
import type { OrganisationSignIn } from '../config.ts'
import { type Database, hashOf, newSecret, type PersonId } from '../db/index.ts'
import type { Services } from '../net/index.ts'
import {
  discovered,
  type Keeps,
  opened,
  sealed,
  type Tokens,
  toServices,
  tried,
  Unanswered,
  wayIn,
  withTokens,
} from '../openid/index.ts'
import { keepSignIn, personNamed, spendSignIn } from './organisation-store.ts'
import { beginSession } from './sessions.ts'
import { self } from './store.ts'

export type Provider = {
  readonly db: Database
  readonly url: string
  readonly services: Services
  readonly settings: OrganisationSignIn
}

/** Within how many seconds the provider must have asked the person, where they show anew who they are. */
const lately = 300

export const callbackOf = ({ url }: Pick<Provider, 'url'>) => `${url}/sign-in/organisation/return`

export type Begun =
  | { readonly kind: 'go'; readonly to: string; readonly wayBack: string }
  | { readonly kind: 'unanswered' }

/** Opens one way back, for this browser alone, and gives the way in. */
export async function beginAtOrganisation(
  given: Provider,
  { again, to }: { again: boolean; to: string },
): Promise<Begun> {
  const [state, wayBack] = [newSecret(), newSecret()]
  const { scope } = given.settings
  const anew = again ? ({ prompt: 'login', maxAge: lately } as const) : {}
  const begun = await tried(async () =>
    wayIn(await configOf(given), { callback: callbackOf(given), state }, { scope, nonce: randomNonce(), ...anew }),
  )
  if (begun.kind === 'unanswered') return { kind: 'unanswered' }
  const kept = sealed(keyOf(state, wayBack), { ...begun.value.keeps, to })
  await given.db.showing(hashOf(state), (tx) => keepSignIn(tx, hashOf(state), kept))
  return { kind: 'go', to: begun.value.url.href, wayBack }
}

export type Ended =
  | { readonly kind: 'signed_in'; readonly secret: string; readonly to: string }
  /** Used before, older than ten minutes, begun in another browser, or never begun. */
  | { readonly kind: 'over' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unanswered' }
  /** Nobody in the register has that number, or another account was theirs before; of whoever confirms, somebody else. */
  | { readonly kind: 'nobody' }

type Back = {
  readonly device: string
  readonly query: URLSearchParams
  readonly wayBack: string | undefined
  readonly only: PersonId | undefined
}

/** The state is spent first and for good; then the provider is asked who that is; then the register whether it knows them. */
export async function endAtOrganisation(given: Provider, { query, wayBack = '', only, device }: Back): Promise<Ended> {
  const state = query.get('state') ?? ''
  const bytes = await given.db.showing(hashOf(state), spendSignIn)
  // From here on this state leads nowhere, whatever comes of it.
  const keeps = bytes && keptIn(bytes, keyOf(state, wayBack))
  if (!keeps) return { kind: 'over' }
  if (query.get('error') === 'access_denied') return { kind: 'cancelled' }
  const told = await tried(() => whoSignedIn(given, { query, state, keeps }))
  if (told.kind === 'unanswered') return { kind: 'unanswered' }
  const again = keeps.maxAge !== undefined
  return given.db.showing(hashOf(state), async (tx, enter) => {
    const person = await personNamed(tx, given.settings.issuer, told.value)
    if (!person || (again && person !== only)) return { kind: 'nobody' }
    await enter(person)
    if (!(await self(tx))) return { kind: 'nobody' }
    const secret = await beginSession(tx, person, again ? 'organisation_again' : 'organisation', device)
    return { kind: 'signed_in', secret, to: keeps.to ?? '/' }
  })
}

/** Neither who reads the database nor who reads the address can open what is kept: the one lacks the state, the other the cookie. */
const keyOf = (state: string, wayBack: string) => `${state} ${wayBack}`

function keptIn(bytes: Buffer, key: string): Keeps | undefined {
  try {
    return opened(key, bytes)
  } catch {
    return undefined // begun in another browser
  }
}

const configOf = ({ settings, services }: Provider) =>
  discovered(
    settings.issuer,
    { id: settings.client_id, ...(settings.client_secret === undefined ? {} : { secret: settings.client_secret }) },
    toServices(services),
    services.names,
  )

export type Named = { readonly subject: string; readonly number: string }

type Shown = { readonly query: URLSearchParams; readonly state: string; readonly keeps: Keeps }

/** What was given to us for that is dropped before this ends. */
async function whoSignedIn(given: Provider, { query, state, keeps }: Shown): Promise<Named> {
  const config = await configOf(given)
  const back = new URL(`${callbackOf(given)}?${query}`)
  return withTokens(config, { back, state, keeps }, async (tokens: Tokens) => {
    const signed = tokens.claims()
    if (!signed || signed.sub.length > 255) throw new Unanswered('sign_in_invalid')
    const { claim } = given.settings
    const more = signed[claim] === undefined ? await fetchUserInfo(config, tokens.access_token, signed.sub) : undefined
    const number = signed[claim] ?? more?.[claim]
    const verified = claim !== 'email' || (signed.email_verified ?? more?.email_verified) === true
    return { subject: signed.sub, number: verified && typeof number === 'string' ? number : '' }
  })
}
