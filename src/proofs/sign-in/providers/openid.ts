import { type Configuration, fetchUserInfo, randomNonce } from 'openid-client'
import { type Provider, providerId } from '../../../config.ts'
import { discovered, type Tokens, toServices, Unanswered, wayIn, withTokens } from '../../../openid/index.ts'
import type { Out, SignInProvider } from './provider.ts'

type OpenId = Extract<Provider, { kind: 'openid' }>

/** Any OpenID Connect provider whose accounts have addresses that are made of what it says about a person. */
export function openid(provider: OpenId): SignInProvider {
  const { client_id, client_secret, issuer, scope, name, account } = provider
  const client = { id: client_id, secret: client_secret }
  const config = ({ net: { services } }: Out) => discovered(issuer, client, toServices(services), services.names)
  return {
    id: providerId(provider),
    name,
    place: new URL(issuer).origin,
    begin: async (out, way) => wayIn(await config(out), way, { scope, nonce: randomNonce() }),
    async finish(out, way) {
      const known = await config(out)
      return withTokens(known, way, async (tokens) => {
        const claims = await claimsOf(known, tokens, claimsIn(account))
        // `sub` is a number of this provider's own, so it is written with it. On a platform other methods read another id.
        const uid = out.declared.platform === 'website' ? `${issuer} ${claims.sub}` : undefined
        return [{ addresses: [filled(account, claims)], uid }]
      })
    },
  }
}

type Claims = { readonly sub: string; readonly [name: string]: unknown }

const claimsIn = (account: string) => [...account.matchAll(/\{([a-z_]+)\}/g)].map(([, name = '']) => name)

/** What the signed statement says, and of what it leaves out, what the same provider says when asked about the same `sub`. */
async function claimsOf(config: Configuration, tokens: Tokens, wanted: readonly string[]): Promise<Claims> {
  const signed = tokens.claims()
  if (!signed) throw new Unanswered('sign_in_invalid')
  if (wanted.every((name) => signed[name] !== undefined)) return signed
  return { ...(await fetchUserInfo(config, tokens.access_token, signed.sub)), ...signed }
}

/** One claim fills one part of a path and no more of it. */
function filled(account: string, claims: Claims): string {
  const path = account.indexOf('/', 'https://'.length)
  return account.replace(/\{([a-z_]+)\}/g, (_, name: string, at: number) => {
    const value = claims[name]
    const fits = at > path && path > 0 ? isPlain : isOfLabel
    const isPart = typeof value === 'string' && /^[^\s/?#\\]{1,200}$/.test(value) && !/^\.+$/.test(value)
    if (!isPart || !value.isWellFormed() || !fits(value)) throw new Unanswered('unreadable')
    return written(value)
  })
}

/** In a host every other sign means something else or is made another one; in a path letters of full width become plain ones. */
const isOfLabel = (value: string) => /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i.test(value)
const isPlain = (value: string) => value === value.normalize('NFKC')

/** As the register writes a part of an address: what it would drop at the end of one, as the end of a sentence, is a part of the name. */
const written = (name: string) =>
  encodeURIComponent(name)
    .replaceAll('%40', '@')
    .replace(/[.!')]+$/, (end) => end.replace(/./g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`))

/** Whether an address could be one of an account there: everything but the braces stands in it. */
export function couldBeAt(account: string, canonical: string): boolean {
  const parts = account.split(/\{[a-z_]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^/?#]+')}$`, 'i').test(canonical)
}
