import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

type Ip = ipaddr.IPv4 | ipaddr.IPv6
/** Addresses that the operator opened although they are not global: CHINHDANH_PROOF_NETWORKS. */
export type Network = readonly [Ip, number]

/** Throws on anything but `address/bits` or one address: a slip in the settings must stop the start, not open a door. */
export function networks(list: readonly string[]): readonly Network[] {
  return list.map(network)
}

function network(text: string): Network {
  const [address = '', bits, ...rest] = text.trim().split('/')
  const widest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  const length = bits === undefined ? widest : /^\d{1,3}$/.test(bits) ? Number(bits) : -1
  if (address.includes('%') || rest.length > 0 || length < 0 || length > widest)
    throw new Error(`"${text}" is not a network; write it like 10.0.0.0/8 or fd00::/8`)
  return [ipaddr.parse(inHex(address)), length]
}

/** The address to connect to, IPv4-mapped forms unwrapped; undefined where no packet of ours may go. */
export function vet(address: string, opened: readonly Network[]): string | undefined {
  if (isIP(address) === 0 || address.includes('%')) return undefined
  const ip = ipaddr.process(inHex(address))
  return isGlobal(ip) || opened.some((net) => contains(net, ip)) ? ip.toString() : undefined
}

/** IPv6 without dotted parts: ipaddr.js takes `::10.0.0.5` for `::ffff:10.0.0.5`, which is another address. */
function inHex(address: string): string {
  return isIP(address) === 6 ? new URL(`http://[${address}]/`).hostname.slice(1, -1) : address
}

const allocated = ipaddr.parseCIDR('2000::/3')

/** ipaddr.js calls every special range of IANA by its name and what remains `unicast`; in IPv6 most of that is unassigned. */
function isGlobal(ip: Ip): boolean {
  return ip.range() === 'unicast' && (ip.kind() === 'ipv4' || contains(allocated, ip))
}

function contains([base, bits]: Network, ip: Ip): boolean {
  return base.kind() === ip.kind() && ip.match(base, bits)
}
