import { AsyncLocalStorage } from 'node:async_hooks'
import type { SecretHash } from './database.ts'

const shown = new AsyncLocalStorage<SecretHash>()

/** For the time of one request: each transaction begun in it for a person tells the database by which session or token it came, so that
 *  the database can ask on its own how long ago that person was verified. Held here, so that no room can forget to hand it on. */
export const comingBy = <T>(secret: SecretHash, act: () => T): T => shown.run(secret, act)

export const cameBy = (): SecretHash | undefined => shown.getStore()
