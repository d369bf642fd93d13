import { AsyncLocalStorage } from 'node:async_hooks'
import type { SecretHash } from './database.ts'

/** By which session or token a request came, and what of its person's rights that token has: all of them, where nothing is said. */
export type Came = { readonly secret?: SecretHash; readonly scopes?: readonly string[] }

const shown = new AsyncLocalStorage<Came>()

/** For the time of one request: each transaction begun in it for a person tells the database how it came, so that policies can ask on
 *  their own how long ago that person was verified and what the token may. Held here, so that no room can forget to hand it on. */
export const comingBy = <T>(came: Came, act: () => T): T => shown.run({ ...shown.getStore(), ...came }, act)

export const cameBy = (): Came => shown.getStore() ?? {}
