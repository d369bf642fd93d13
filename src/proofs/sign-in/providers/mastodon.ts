import { z } from 'zod'
import { type Client, knownServer, toHost, Unanswered, wayIn, withTokens } from '../../../openid/index.ts'
import type { Net } from '../../methods/index.ts'
import { activityPub } from '../../methods/profile/activitypub.ts'
import { askWith } from './ask-with.ts'
import type { Out, SignInProvider } from './provider.ts'

const printed = z.string().regex(/^[\x20-\x7e]{1,500}$/) // RFC 6749, appendix A
const registered = z.object({ client_id: printed, client_secret: printed })
const described = z.object({ scopes_supported: z.array(z.string()) })
/** Of any other name nobody could say how the register would read it as an address. */
const self = z.object({
  username: z
    .string()
    .max(200)
    .regex(/^\w([\w.-]*\w)?$/),
})

/** Mastodon, and whatever else speaks its interface. The host comes from the address that a person declared, so everything goes
 *  through the guarded client and to that host alone. It knows no key of ours: the register makes itself known for each sign-in. */
export function mastodon(canonical: string): SignInProvider {
  const { origin, host } = new URL(canonical)
  const fetchFrom = ({ client }: Net) => toHost(client, origin)
  const config = ({ net }: Out, client: Client, issuer = origin) =>
    knownServer(
      {
        issuer,
        authorization_endpoint: `${origin}/oauth/authorize`,
        token_endpoint: `${origin}/oauth/token`,
        revocation_endpoint: `${origin}/oauth/revoke`,
        token_endpoint_auth_methods_supported: ['client_secret_post'],
      },
      client,
      fetchFrom(net),
    )

  /** The narrowest that this server has: `profile` says who one is and nothing more; older ones have only the right to read accounts. */
  async function narrowest({ net }: Out): Promise<string> {
    const description = fetchFrom(net)(`${origin}/.well-known/oauth-authorization-server`, get)
    const known = described.safeParse(await description.then((answer) => answer.json()).catch(() => undefined))
    return known.success && known.data.scopes_supported.includes('profile') ? 'profile' : 'read:accounts'
  }

  async function register(out: Out, callback: string, scopes: string): Promise<Client> {
    const form = { client_name: out.terms.label, redirect_uris: callback, scopes, website: out.terms.url }
    const answer = await fetchFrom(out.net)(`${origin}/api/v1/apps`, {
      method: 'POST',
      redirect: 'manual',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form),
    })
    const read = registered.safeParse(await answer.json().catch(() => undefined))
    if (answer.status !== 200 || !read.success) throw new Unanswered('no_sign_in_here')
    return { id: read.data.client_id, secret: read.data.client_secret }
  }

  return {
    id: 'mastodon',
    name: host,
    place: origin,
    async begin(out, way) {
      const scope = await narrowest(out)
      const client = await register(out, way.callback, scope)
      const { url, keeps } = await wayIn(config(out, client), way, { scope })
      return { url, keeps: { ...keeps, client } }
    },
    async finish(out, way) {
      const { client } = way.keeps
      if (!client) throw new Unanswered('sign_in_invalid')
      const known = config(out, client, calledItself(way.back, origin))
      const { username } = await withTokens(known, way, ({ access_token }) =>
        askWith(known, access_token, new URL('/api/v1/accounts/verify_credentials', origin), self),
      )
      // Whoever signs in at this host has an account of this host, whatever it says of its address.
      return [{ addresses: [`@${username}@${host}`], uid: await actorOf(out, way.uid) }]
    },
  }
}

const get = { method: 'GET', redirect: 'manual', headers: { accept: 'application/json' }, body: undefined } as const

/** A server may say who it is where the browser comes back, with a slash at the end or without; only of its own host it counts. */
function calledItself(back: URL, origin: string): string {
  const iss = back.searchParams.get('iss') ?? origin
  return URL.parse(iss)?.origin === origin ? iss : origin
}

/** The actor behind the declared name, as every other method reads it. Where one was proven before and none can be read now, nobody can
 *  tell whether it is still the same. */
async function actorOf({ net, declared, terms }: Out, proven: string | null): Promise<string | undefined> {
  const read = activityPub.applies(declared, terms) ? await activityPub.read(net, declared, terms) : undefined
  if (read?.kind === 'profile') return read.uid
  if (proven !== null) throw new Unanswered(read?.kind === 'unreachable' ? read.reason : 'unreadable')
  return undefined
}
