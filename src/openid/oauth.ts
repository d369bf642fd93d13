import * as oauth from 'openid-client'
import { Unanswered } from './way-out.ts'

export type Way = {
  /** Our own address to which the browser comes back. */
  readonly callback: string
  readonly state: string
}
export type Begun = { readonly url: URL; readonly keeps: Keeps }

/** What must be known when the browser comes back, and nobody else may know. */
export type Keeps = {
  /** Of PKCE: only who began can end. */
  readonly verifier: string
  readonly nonce?: string
  /** The provider had to ask the person anew, at most so many seconds ago. */
  readonly maxAge?: number
  /** Where in the register to go on. */
  readonly to?: string
  /** A client that was registered for this one sign-in. */
  readonly client?: { readonly id: string; readonly secret?: string }
}

export type Client = { readonly id: string; readonly secret?: string }

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])
/** Only a server on this machine may be asked without TLS. */
const isOnThisMachine = (url: URL) => url.protocol === 'http:' && loopback.has(url.hostname)

/** As the provider says that it wants it; by the header, where it says nothing. */
const clientAuth = ({ secret }: Client): oauth.ClientAuth => {
  if (secret === undefined) return oauth.None()
  return (as, client, body, headers) => {
    const known = as.token_endpoint_auth_methods_supported
    const posts = Array.isArray(known) && known.includes('client_secret_post') && !known.includes('client_secret_basic')
    const auth = posts ? oauth.ClientSecretPost : oauth.ClientSecretBasic
    return auth(secret)(as, client, body, headers)
  }
}

/** A server whose places we know. */
export function knownServer(server: oauth.ServerMetadata, client: Client, fetch: oauth.CustomFetch) {
  const config = new oauth.Configuration(server, client.id, undefined, clientAuth(client))
  config[oauth.customFetch] = fetch
  if (isOnThisMachine(new URL(server.issuer))) oauth.allowInsecureRequests(config)
  return config
}

/** A server that describes itself. It may lead nowhere but to the origins that the operator named, and a statement about a person
 *  counts only with its signature. */
export async function discovered(
  issuer: string,
  client: Client,
  fetch: oauth.CustomFetch,
  isNamed: (url: URL) => boolean,
): Promise<oauth.Configuration> {
  const execute = isOnThisMachine(new URL(issuer)) ? [oauth.allowInsecureRequests] : []
  const config = await oauth.discovery(new URL(issuer), client.id, undefined, clientAuth(client), {
    [oauth.customFetch]: fetch,
    execute,
  })
  oauth.enableNonRepudiationChecks(config)
  const { authorization_endpoint, token_endpoint, jwks_uri, revocation_endpoint, userinfo_endpoint } =
    config.serverMetadata()
  for (const must of [authorization_endpoint, token_endpoint])
    if (typeof must !== 'string') throw new Unanswered('unreadable')
  for (const place of [authorization_endpoint, token_endpoint, jwks_uri, revocation_endpoint, userinfo_endpoint])
    if (place !== undefined && !leadsTo(place, isNamed)) throw new Unanswered('provider_elsewhere')
  return config
}

function leadsTo(place: unknown, isNamed: (url: URL) => boolean): boolean {
  const url = URL.parse(String(place))
  return url !== null && isNamed(url)
}

type Asked = {
  readonly scope: string
  readonly nonce?: string
  /** Lets the person choose among several accounts, where the provider can. */
  readonly prompt?: 'select_account' | 'login'
  /** The provider must have asked the person within so many seconds, and says when in its signed statement. */
  readonly maxAge?: number
}

/** PKCE always, by S256; the state is ours. */
export async function wayIn(
  config: oauth.Configuration,
  way: Way,
  { scope, nonce, prompt, maxAge }: Asked,
): Promise<Begun> {
  const verifier = oauth.randomPKCECodeVerifier()
  const url = oauth.buildAuthorizationUrl(config, {
    redirect_uri: way.callback,
    state: way.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(scope === '' ? {} : { scope }),
    ...(nonce === undefined ? {} : { nonce }),
    ...(prompt === undefined ? {} : { prompt }),
    ...(maxAge === undefined ? {} : { max_age: String(maxAge) }),
  })
  return {
    url,
    keeps: { verifier, ...(nonce === undefined ? {} : { nonce }), ...(maxAge === undefined ? {} : { maxAge }) },
  }
}

export type Tokens = Awaited<ReturnType<typeof oauth.authorizationCodeGrant>>

/** Turns what came back into tokens, once, lets `use` ask with them, and gives them back whatever came of it. */
export async function withTokens<T>(
  config: oauth.Configuration,
  { back, state, keeps }: Pick<Way, 'state'> & { readonly back: URL; readonly keeps: Keeps },
  use: (tokens: Tokens) => Promise<T>,
  drop: (tokens: Tokens) => Promise<unknown> = (tokens) => revoked(config, tokens),
): Promise<T> {
  const tokens = await oauth.authorizationCodeGrant(config, back, {
    expectedState: state,
    pkceCodeVerifier: keeps.verifier,
    ...(keeps.nonce === undefined ? {} : { expectedNonce: keeps.nonce }),
    ...(keeps.maxAge === undefined ? {} : { maxAge: keeps.maxAge }),
  })
  // What cannot stand in a header is no token (RFC 6750), and was given by nobody who means it.
  if (!/^[\x21-\x7e]+$/.test(tokens.access_token)) throw new Unanswered('sign_in_invalid')
  try {
    return await use(tokens)
  } finally {
    await drop(tokens).catch(() => {}) // nobody holds it any more, so it only lives out its time
  }
}

async function revoked(config: oauth.Configuration, { access_token, refresh_token }: Tokens): Promise<void> {
  if (config.serverMetadata().revocation_endpoint === undefined) return
  for (const token of [refresh_token, access_token]) if (token !== undefined) await oauth.tokenRevocation(config, token)
}
