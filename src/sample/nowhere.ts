import type { Got, GuardedClient, Resolvers, Services, Told } from '../net/index.ts'

/** What a house of made-up data has instead of a way out: asks nobody, and says so. */
export const nowhere: { readonly resolvers: Resolvers; readonly client: GuardedClient; readonly services: Services } = {
  resolvers: { names: [], txt: async () => silence, addresses: async () => silence, signed: async () => false },
  client: { get: async (url) => nothing(url), send: async (url) => nothing(url) },
  services: { names: () => false, ask: async (url) => nothing(url) },
}

const nothing = (url: string | URL): Got => ({
  kind: 'unreachable',
  why: 'connection_failed',
  where: String(url),
  resolvers: [],
})
const silence: Told = { kind: 'unreachable', why: 'network', resolvers: [] }
