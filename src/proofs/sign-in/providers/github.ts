import { z } from 'zod'
import type { Provider } from '../../../config.ts'
import { knownServer, type Tokens, toServices, wayIn, withTokens } from '../../../openid/index.ts'
import { askWith } from './ask-with.ts'
import type { Out, SignInProvider } from './provider.ts'

type GitHub = Extract<Provider, { kind: 'github' }>

const user = z.object({ id: z.int().positive(), login: z.string().regex(/^[\w-]{1,100}$/) })
const accept = 'application/vnd.github+json'

/** OAuth without any scope: that gives the public part of the account and no right to anything. */
export function github({ client_id, client_secret, site, api }: GitHub): SignInProvider {
  const client = { id: client_id, secret: client_secret }
  const config = ({ net }: Out) =>
    knownServer(
      {
        issuer: `${site}/login/oauth`, // as it calls itself where the browser comes back
        authorization_endpoint: `${site}/login/oauth/authorize`,
        token_endpoint: `${site}/login/oauth/access_token`,
        token_endpoint_auth_methods_supported: ['client_secret_post'],
      },
      client,
      toServices(net.services),
    )
  /** GitHub has an address of its own for giving a token back. */
  async function drop({ net }: Out, { access_token }: Tokens) {
    if (client_secret === undefined) return
    const basic = Buffer.from(`${client_id}:${client_secret}`).toString('base64')
    await toServices(net.services)(`${api}/applications/${encodeURIComponent(client_id)}/token`, {
      method: 'DELETE',
      redirect: 'manual',
      headers: { accept, authorization: `Basic ${basic}`, 'content-type': 'application/json' },
      body: JSON.stringify({ access_token }),
    })
  }
  return {
    id: 'github',
    name: 'GitHub',
    place: site,
    begin: (out, way) => wayIn(config(out), way, { scope: '', prompt: 'select_account' }),
    finish: (out, way) =>
      withTokens(
        config(out),
        way,
        async ({ access_token }) => {
          const { id, login } = await askWith(config(out), access_token, new URL('/user', api), user, accept)
          return [{ addresses: [`https://github.com/${login}`], uid: String(id) }]
        },
        (tokens) => drop(out, tokens),
      ),
  }
}
