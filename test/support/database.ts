import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { cameBy, comingBy, type Database, hashOf, openDatabase, type PersonId } from '../../src/db/index.ts'
import { templateName } from './cluster.ts'

export type TestDatabase = Database &
  AsyncDisposable & {
    /** The administering URL of this copy: for tests that take a guard away, and for nothing else. */
    readonly adminUrl: string
    /** One statement as the superuser, whom row security does not bind. */
    asSuperuser(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult>
    /** Ends its use here: from now on it is what `testDatabase(name)` makes copies of, for every file of this run. */
    keepAs(name: string): Promise<void>
  }

/** A copy of the migrated database for one test file (or one test): `await using db = await testDatabase()`. */
export async function testDatabase(template: string = templateName): Promise<TestDatabase> {
  const server = inject('adminUrl')
  const name = `t_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template ${template} strategy file_copy`)
  const adminUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const db = openDatabase(adminUrl)
  const superuser = new pg.Pool({ connectionString: adminUrl, max: 1, options: '-c search_path=register,public' })
  superuser.on('error', () => {})
  /** Outside a request the tests stand for somebody who has just signed in; `openDatabase` alone does not. */
  const as: Database['as'] = async (actor, act) => {
    if (cameBy().secret) return db.as(actor, act)
    const session = await freshSession((text, values) => superuser.query(text, values as unknown[]), actor)
    return comingBy({ secret: session }, () => db.as(actor, act))
  }
  let kept = false
  const close = () => Promise.all([db.close(), superuser.end()])
  const keepAs = async (as: string) => {
    kept = true
    await close()
    await onServer(server, `alter database ${name} rename to ${as}`)
  }
  const dispose = async () => {
    if (kept) return
    await close()
    await onServer(server, `drop database ${name} with (force)`)
  }
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(db),
      as: { value: as },
      adminUrl: { value: adminUrl },
      keepAs: { value: keepAs },
      asSuperuser: { value: (text: string, values?: readonly unknown[]) => superuser.query(text, values as unknown[]) },
      [Symbol.asyncDispose]: { value: dispose },
    },
  ) as TestDatabase
}

type Ask = (text: string, values: readonly unknown[]) => Promise<unknown>

/** One session for each person, begun anew: that of whoever has just signed in. */
export async function freshSession(ask: Ask, person: PersonId): Promise<Buffer> {
  const hash = hashOf(`test session of ${person}`)
  await ask(
    `insert into session (hash, person, how) select $1, id, 'passkey' from person where id = $2
     on conflict (hash) do update set made_at = now()`,
    [hash, person],
  )
  return hash
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
