import type { Config } from '../config.ts'
import { asAdmin } from './admin.ts'
import { embeddedServer, refusalMessage } from './embedded/index.ts'
import { type Migrated, migrate } from './migrate.ts'

/** What the register stands on: the embedded PostgreSQL, or the one that DATABASE_URL names. */
export type Ground = {
  readonly kind: 'up'
  readonly adminUrl: string
  /** Beside the register: the sample database on the same server. */
  readonly sampleUrl: string
  release(): Promise<void>
}
export type NoGround = { readonly kind: 'refused'; readonly message: string }

const registerName = 'chinhdanh'
export const sampleName = 'chinhdanh_sample'

export async function findGround(config: Config): Promise<Ground | NoGround> {
  if (config.databaseUrl) {
    const sampleUrl = Object.assign(new URL(config.databaseUrl), { pathname: `/${sampleName}` }).href
    return { kind: 'up', adminUrl: config.databaseUrl, sampleUrl, release: async () => {} }
  }
  const server = await embeddedServer({ data: config.data })
  if (server.kind === 'refused') return { kind: 'refused', message: refusalMessage(server) }
  await ensureDatabase(server.url('postgres'), registerName)
  return { kind: 'up', adminUrl: server.url(registerName), sampleUrl: server.url(sampleName), release: server.release }
}

/** Brings the register's schema up to date, or says why not. */
export async function prepareGround(
  adminUrl: string,
): Promise<{ readonly kind: 'up'; readonly applied: readonly string[] } | NoGround> {
  try {
    const migrated = await migrate(adminUrl)
    return migrated.kind === 'refused'
      ? { kind: 'refused', message: messageOf(migrated) }
      : { kind: 'up', applied: migrated.applied }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (code && /^(ECONN|ENOTFOUND|28|3D|08|57P0|42501)/.test(code))
      return { kind: 'refused', message: `The database refuses: ${message}. Check DATABASE_URL.` }
    throw error
  }
}

function messageOf(migrated: Extract<Migrated, { kind: 'refused' }>): string {
  if (migrated.code === 'server_too_old') return `This is ${migrated.detail}. Chính Danh needs PostgreSQL 15 or later.`
  if (migrated.code === 'newer_register')
    return `This register was written by a newer Chính Danh (it knows ${migrated.detail}). Start that version.`
  return `This register was written by an earlier version (${migrated.detail} has changed since; until 0.1.0 that may happen). Keep the old version, or begin anew with another CHINHDANH_DATA.`
}

export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  await asAdmin(serverUrl, async (client) => {
    const there = await client.query('select from pg_database where datname = $1', [name])
    if (there.rowCount === 0) await client.query(`create database ${name}`).catch(ignore('42P04')) // another process was first
  })
}

export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await asAdmin(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`))
}

export async function databaseExists(serverUrl: string, name: string): Promise<boolean> {
  return asAdmin(
    serverUrl,
    async (client) => (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1,
  )
}

const ignore = (expected: string) => (error: { code?: string }) => {
  if (error.code !== expected) throw error
}
