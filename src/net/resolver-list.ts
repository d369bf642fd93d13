import { Resolver } from 'node:dns'
import { isIP, isIPv4, isIPv6 } from 'node:net'

/** The first two resolvers of the machine itself (/etc/resolv.conf), for when the operator named none. */
export function systemResolvers(): readonly string[] {
  return [...new Set(new Resolver().getServers())].slice(0, 2)
}

/** One or two different resolvers, each `ip[:port]` or `[v6]:port`. Throws otherwise: settings are for the operator to mend. */
export function resolverList(entries: readonly string[]): readonly string[] {
  const list = [...new Set(entries.map((entry) => entry.trim()))]
  for (const entry of list)
    if (!isResolver(entry)) throw new Error(`"${entry}" is not a resolver; write it like 9.9.9.9 or [2620:fe::fe]:53`)
  if (list.length < 1 || list.length > 2) throw new Error(`one or two resolvers are needed, not ${list.length}`)
  return list
}

function isResolver(entry: string): boolean {
  if (isIP(entry) !== 0) return true
  const [, v6, v4, port = '53'] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(entry) ?? []
  const named = v6 === undefined ? isIPv4(v4 ?? '') : isIPv6(v6)
  return named && Number(port) > 0 && Number(port) < 65_536
}

export type Place = { readonly host: string; readonly port: number }

export function placeOf(server: string): Place {
  const [, v6, v4, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(server) ?? []
  return { host: v6 ?? v4 ?? server, port: Number(port ?? 53) }
}
