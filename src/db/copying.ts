import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { roleName, urlFor } from './roles.ts'

/** A connection for the operator's bulk work at the machine itself. Never behind a request. */
export type Copier = {
  query<R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>
  /** `target` as COPY names it, `rows` in COPY's text format. */
  copy(target: string, rows: string | AsyncIterable<Buffer>): Promise<void>
  /** What a query gives, in COPY's text format, as it comes. */
  copyOut(query: string): AsyncIterable<Buffer>
  /** All of it or nothing. Whoever is killed inside has changed nothing. */
  transaction<T>(act: () => Promise<T>): Promise<T>
}

/** As the loader, whom row security binds, or as the owner of the tables, who may lift it inside one transaction. */
export async function copying<T>(
  adminUrl: string,
  role: 'loader' | 'owner',
  act: (copier: Copier) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: role === 'loader' ? urlFor(adminUrl, role) : adminUrl,
    options: '-c search_path=register,public -c timezone=UTC',
    application_name: `chinhdanh ${role}`,
  })
  client.on('error', () => {}) // one that breaks in use fails its query; unheard, it would end the process
  await client.connect()
  try {
    if (role === 'owner') await client.query(`set role ${roleName('owner')}`)
    return await act(copierOf(client))
  } finally {
    await client.end()
  }
}

function copierOf(client: pg.Client): Copier {
  return {
    query: async (text, values = []) => (await client.query(text, values as unknown[])).rows,
    async copy(target, rows) {
      const into = client.query(copyFrom(`copy ${target} from stdin`))
      await pipeline(typeof rows === 'string' ? [Buffer.from(rows)] : rows, into)
    },
    copyOut: (query) => client.query(copyTo(`copy (${query}) to stdout`)),
    async transaction(act) {
      await client.query('begin')
      try {
        const done = await act()
        await client.query('commit')
        return done
      } catch (error) {
        await client.query('rollback').catch(() => {}) // a connection that broke has rolled back already
        throw error
      }
    },
  }
}
