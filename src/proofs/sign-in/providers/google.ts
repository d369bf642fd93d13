import { z } from 'zod'
import type { Provider } from '../../../config.ts'
import { discovered, toServices, wayIn, withTokens } from '../../../openid/index.ts'
import { askWith } from './ask-with.ts'
import type { Out, SignInProvider } from './provider.ts'

type Google = Extract<Provider, { kind: 'google' }>

const scope = 'https://www.googleapis.com/auth/youtube.readonly'
const channels = z.object({
  items: z
    .array(
      z.object({
        id: z.string().max(100),
        snippet: z.object({ customUrl: z.string().max(200).optional() }).optional(),
      }),
    )
    .default([]), // left away where there is none
})

/** The channels of a Google account. Only their ids and handles are asked for, and the access is given back at once. */
export function google({ client_id, client_secret, issuer, api }: Google): SignInProvider {
  const client = { id: client_id, secret: client_secret }
  const isNamed = (out: Out) => (url: URL) => out.net.services.names(url)
  const config = (out: Out) => discovered(issuer, client, toServices(out.net.services), isNamed(out))
  const mine = new URL('/youtube/v3/channels?part=id,snippet&mine=true&fields=items(id,snippet/customUrl)', api)
  return {
    id: 'google',
    name: 'YouTube (Google)',
    place: issuer,
    begin: async (out, way) => wayIn(await config(out), way, { scope, prompt: 'select_account' }),
    async finish(out, way) {
      const known = await config(out)
      return withTokens(known, way, async ({ access_token }) => {
        const { items } = await askWith(known, access_token, mine, channels)
        return items.map(({ id, snippet }) => ({ addresses: addressesOf(id, snippet?.customUrl), uid: id }))
      })
    },
  }
}

/** By its id, and by its handle where it has one (`@lan`). What has another form is an old name, which may be somebody else's. */
const addressesOf = (id: string, handle = ''): string[] => [
  `https://www.youtube.com/channel/${id}`,
  ...(/^@[^\s/?#]*[\p{L}\p{N}_-]$/u.test(handle) ? [`https://www.youtube.com/${handle}`] : []),
]
