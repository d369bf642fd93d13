import type { Address, Kind, Platform, Reason, Recognition, Refusal } from './types.ts'

const refusals = new Map<Reason, Refusal>()

/** The same frozen value for every refusal with this reason. */
export function refuse(error: Reason): Refusal {
  const known = refusals.get(error)
  if (known) return known
  const refusal = Object.freeze({ error })
  refusals.set(error, refusal)
  return refusal
}

export function byHandle(platform: Platform, kind: Kind, handle: string, canonical: string): Recognition {
  return { address: { platform, kind, handle, canonical } }
}

export function byUid(platform: Platform, kind: Kind, uid: string, canonical: string): Recognition {
  return { address: { platform, kind, uid, canonical } }
}

export function byPlace(platform: Platform, kind: Kind, canonical: string): Recognition {
  return { address: { platform, kind, canonical } }
}

/** The address was of a post, video or article, and the account was read out of it. */
export function viaContent(found: Recognition): Recognition {
  return found.address ? { address: { ...found.address, via: 'content' } } : found
}

export function viaContentIf(isContent: boolean, found: Recognition): Recognition {
  return isContent ? viaContent(found) : found
}

export function sameAccount(one: Address, other: Address): boolean {
  return one.canonical === other.canonical && one.platform === other.platform
}
