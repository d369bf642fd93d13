import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** Under row security a small statement takes the database longer to read and plan than to run. So a connection remembers what it is asked again
 *  and again: from the third time on a statement has a name there. A remembered plan keeps memory as long as the connection lives: hence
 *  `most`. A list in the text is another statement for each length, and stays unnamed. */
const often = 3
const most = 250
const watched = 5_000
const plain = /^\s*(?:select|with|insert|update|delete)\b[^;]{1,20000}$/i
const anyLength = /\bin \(\$\d+, \$|\), \(\$/

/** The pool as Kysely takes it. What else uses the pool (the queue) is not touched. */
export function remembering(pool: pg.Pool, atMost = most): PostgresPool {
  const times = new Map<string, number>()
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const isWorthIt = (text: string) => {
    if (!plain.test(text) || anyLength.test(text)) return false
    const asked = (times.get(text) ?? 0) + 1
    if (times.size >= watched) times.clear()
    times.set(text, asked)
    return asked >= often
  }
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client) ?? named(client, isWorthIt, atMost)
      clients.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

/** What the database says of a name whose table was changed since. The statement fails, and nothing tells it but this text. */
const outdated = 'cached plan must not change result type'

function named(client: pg.PoolClient, isWorthIt: (text: string) => boolean, atMost: number): PostgresPoolClient {
  const names = new Map<string, string>()
  let stale = false
  const nameOf = (text: string) => {
    const given = names.get(text)
    if (given !== undefined || names.size >= atMost || !isWorthIt(text)) return given
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
    names.set(text, name)
    return name
  }
  async function ask(text: string, values?: readonly unknown[]) {
    const name = nameOf(text)
    try {
      return await client.query({ ...(name === undefined ? {} : { name }), text, values: [...(values ?? [])] })
    } catch (error) {
      stale ||= (error as Error).message === outdated
      throw error
    }
  }
  return {
    // Kysely's cursors are not used in this house.
    query: ask as unknown as PostgresPoolClient['query'],
    /** One that remembers what is not so any more is not used again. */
    release: () => client.release(stale),
  }
}
