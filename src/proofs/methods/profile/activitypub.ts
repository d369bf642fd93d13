import { type GuardedClient, registrableDomain } from '../../../net/index.ts'
import { type Actor, actorAt } from './actor.ts'
import { noAccount, notClaimedBack, type ProfileReader } from './reader.ts'
import { isSameName } from './service.ts'
import { type Account, accountIn, selfOf, webFingerOf } from './webfinger.ts'

/** Mastodon and whatever else speaks ActivityPub: the host names an actor by WebFinger, the actor names the account back. Hosts and
 *  actors are addresses that people give, so all of it goes out by the guarded client. Nothing is signed. */
export const activityPub: ProfileReader = {
  applies: ({ handle }) => accountIn(handle) !== undefined,
  place: ({ handle }) => webFingerOf(accountIn(handle) as Account),
  async read({ client }, { handle }) {
    const account = accountIn(handle) as Account
    const self = await selfOf(client, account)
    if (self.kind !== 'read') return self
    const actor = await actorAt(client, self.value.actor)
    if (actor.kind !== 'read') return actor
    const { where, resolvers, value } = actor
    if (!isSameName(value.name, account.name)) return { where, resolvers, ...notClaimedBack }
    const claimed = await claimedBack(client, account, value)
    if (claimed !== true) return claimed
    return { where, resolvers, kind: 'profile', uid: value.id, texts: value.texts }
  },
}

/** The actor lives under the registered domain of its account, or the host where it lives says by WebFinger that this actor goes by that
 *  account: else anybody could call somebody else's actor their own. */
async function claimedBack(client: GuardedClient, account: Account, actor: Actor) {
  const { hostname } = new URL(actor.id)
  if (hostname === account.host || isOneDomain(hostname, account.host)) return true
  const told = await selfOf(client, { name: actor.name, host: hostname })
  if (told.kind !== 'read')
    return told.kind === 'absent' && told.reason === noAccount.reason ? { ...told, ...notClaimedBack } : told
  const { actor: named, subject } = told.value
  const isClaimed = named === actor.id && isSameName(subject, `acct:${account.name}@${account.host}`)
  return isClaimed || { where: told.where, resolvers: told.resolvers, ...notClaimedBack }
}

function isOneDomain(one: string, other: string): boolean {
  const domain = registrableDomain(one)
  return domain !== null && domain === registrableDomain(other)
}
