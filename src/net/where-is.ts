import { isIP } from 'node:net'
import type { Told } from './agree.ts'
import type { Resolvers } from './resolvers.ts'

/** Where a service is that the operator named: an address stands for itself, and this machine needs no resolver. */
export async function whereIs(resolvers: Resolvers, host: string): Promise<Told> {
  if (isIP(host)) return { kind: 'answer', values: [host], resolvers: [] }
  if (host === 'localhost') return { kind: 'answer', values: ['127.0.0.1', '::1'], resolvers: [] }
  return resolvers.addresses(host)
}
