import { isIP } from 'node:net'
import { networks, vet } from './addresses.ts'
import type { Door } from './connect.ts'
import { type Absent, type Unreachable, unreachable } from './outcome.ts'
import type { Resolvers } from './resolvers.ts'
import { hostOf, portOf } from './urls.ts'

export type Found = { readonly kind: 'found'; readonly door: Door; readonly resolvers: readonly string[] }
export type Doors = (url: URL, until: AbortSignal) => Promise<Found | Absent | Unreachable>

export type DoorSettings = {
  readonly resolvers: Resolvers
  /** CHINHDANH_PROOF_NETWORKS: what may be reached although it is not global. */
  readonly networks: readonly string[]
  /** Where a test's servers stand in for 443 and 80; no setting leads here. */
  readonly ports?: Readonly<Record<number, number>>
}

/** Looks a host up once and gives the addresses that we may connect to: all of them, or none. One that is not public refuses
 *  the host, since whoever names a public address beside 127.0.0.1 is after the second. */
export function doors({ resolvers, networks: list, ports = {} }: DoorSettings): Doors {
  const opened = networks(list)
  return async (url, until) => {
    const host = hostOf(url)
    const told = isIP(host) ? literal(host) : await Promise.race([resolvers.addresses(host), over(until)])
    if (told === undefined) return unreachable('timeout', url)
    if (told.kind === 'absent') return { kind: 'absent', why: 'no_address', where: url.href, resolvers: told.resolvers }
    if (told.kind === 'unreachable') return { ...unreachable('dns_unreachable', url, told.resolvers), dns: told.why }
    const vetted = told.values.map((address) => vet(address, opened))
    if (!vetted.every((address) => address !== undefined)) return unreachable('address_not_public', url, told.resolvers)
    const port = ports[portOf(url)] ?? portOf(url)
    return { kind: 'found', resolvers: told.resolvers, door: { addresses: oldFamilyFirst(vetted), port, until } }
  }
}

function literal(address: string) {
  return { kind: 'answer', values: [address], resolvers: [] } as const
}

/** Fewer machines reach out by IPv6, and those that do have IPv4 as well. */
function oldFamilyFirst(addresses: readonly string[]): readonly string[] {
  return addresses.toSorted((one, other) => isIP(one) - isIP(other))
}

function over(until: AbortSignal): Promise<undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  if (until.aborted) resolve(undefined)
  until.addEventListener('abort', () => resolve(undefined), { once: true })
  return promise
}
