import { randomNonce } from 'openid-client'
import type { Provider } from '../../../config.ts'
import { discovered, toServices, Unanswered, wayIn, withTokens } from '../../../openid/index.ts'
import type { Out, SignInProvider } from './provider.ts'

type GitLab = Extract<Provider, { kind: 'gitlab' }>

/** OpenID Connect with nothing but `openid`: the name stands in the signed statement, and `sub` is the number of the account. */
export function gitlab({ client_id, client_secret, issuer }: GitLab): SignInProvider {
  const client = { id: client_id, secret: client_secret }
  const config = ({ net: { services } }: Out) => discovered(issuer, client, toServices(services), services.names)
  return {
    id: 'gitlab',
    name: 'GitLab',
    place: issuer,
    begin: async (out, way) => wayIn(await config(out), way, { scope: 'openid', nonce: randomNonce() }),
    finish: async (out, way) =>
      withTokens(await config(out), way, async (tokens) => {
        const claims = tokens.claims()
        const name = claims?.preferred_username ?? claims?.nickname
        const isKnown = typeof name === 'string' && /^[\w.-]{0,254}[\w-]$/.test(name)
        if (!claims || !isKnown || !/^\d{1,20}$/.test(claims.sub)) throw new Unanswered('unreadable')
        return [{ addresses: [`https://gitlab.com/${name}`], uid: claims.sub }]
      }),
  }
}
