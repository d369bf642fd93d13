import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../src/db/index.ts'
import { templateName } from './cluster.ts'

export type TestDatabase = Database &
  AsyncDisposable & {
    /** The administering URL of this copy: for tests that take a guard away, and for nothing else. */
    readonly adminUrl: string
    /** One statement as the superuser, whom row security does not bind. */
    asSuperuser(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult>
  }

/** A copy of the migrated database for one test file (or one test): `await using db = await testDatabase()`. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('adminUrl')
  const name = `t_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template ${templateName} strategy file_copy`)
  const adminUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const db = openDatabase(adminUrl)
  const superuser = new pg.Pool({ connectionString: adminUrl, max: 1, options: '-c search_path=register,public' })
  superuser.on('error', () => {})
  const dispose = async () => {
    await Promise.all([db.close(), superuser.end()])
    await onServer(server, `drop database ${name} with (force)`)
  }
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(db),
      adminUrl: { value: adminUrl },
      asSuperuser: { value: (text: string, values?: readonly unknown[]) => superuser.query(text, values as unknown[]) },
      [Symbol.asyncDispose]: { value: dispose },
    },
  ) as TestDatabase
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
