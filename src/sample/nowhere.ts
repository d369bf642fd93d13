import type { GuardedClient, Resolvers, Told } from '../net/index.ts'

/** What a house of made-up data has instead of a way out: asks nobody, and says so. */
export const nowhere: { readonly resolvers: Resolvers; readonly client: GuardedClient } = {
  resolvers: { names: [], txt: async () => silence, addresses: async () => silence },
  client: {
    get: async (url) => ({ kind: 'unreachable', why: 'connection_failed', where: String(url), resolvers: [] }),
  },
}

const silence: Told = { kind: 'unreachable', why: 'network', resolvers: [] }
