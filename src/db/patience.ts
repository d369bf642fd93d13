import type pg from 'pg'
import type { LoginRole } from './roles.ts'

/** How long a connection may be out before it is cut off: after a lost machine or network it would never come back, and ten such
 *  would close the register for good. The public question waits a second for its answer; nothing that a person asks takes ten. */
const cutOffAfter: Partial<Record<LoginRole, number>> = { asker: 1_500, app: 10_000, checker: 10_000 }

export function cutOffTheSilent(pool: pg.Pool, role: LoginRole): void {
  const after = cutOffAfter[role]
  if (after === undefined) return
  const timers = new Map<pg.PoolClient, NodeJS.Timeout>()
  pool.on('acquire', (client) => {
    const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } }).connection
    timers.set(
      client,
      setTimeout(() => stream.destroy(), after),
    )
  })
  pool.on('release', (_error, client) => {
    clearTimeout(timers.get(client))
    timers.delete(client)
  })
}

/** Whoever waits at the door hears within this time that the database is silent. */
const patience = 1_500
const waitedFor: readonly LoginRole[] = ['app', 'asker']

class Silent extends Error {
  readonly code = '08006' // connection failure, as PostgreSQL calls it
}

/** Runs `begin`, which calls what it is given once the database has answered. If that takes too long it is refused, and what
 *  comes later does nothing: nobody is told to come again about something that is done after all. */
export function heardSoon<T>(role: LoginRole, begin: (heard: () => void) => Promise<T>): Promise<T> {
  if (!waitedFor.includes(role)) return begin(() => {})
  const { promise, reject } = Promise.withResolvers<never>()
  let given: 'waiting' | 'heard' | 'up' = 'waiting'
  const giveUp = () => {
    if (given !== 'waiting') return
    given = 'up'
    reject(new Silent('the database is silent'))
  }
  const timer = setTimeout(() => setImmediate(giveUp), patience) // an answer that has come, and only was not read yet, counts
  const heard = () => {
    clearTimeout(timer)
    if (given === 'up') throw new Silent('nobody waits any more')
    given = 'heard'
  }
  const outcome = begin(heard).finally(() => clearTimeout(timer))
  outcome.catch(() => {}) // when it was given up, nobody waits for it
  return Promise.race([outcome, promise])
}
