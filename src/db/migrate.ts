import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { projectRoot } from '../project-root.ts'
import { asAdmin } from './admin.ts'
import { ensureRoles, roleName } from './roles.ts'

export type Migrated =
  | { kind: 'up_to_date'; applied: readonly string[] }
  | { kind: 'refused'; code: 'older_register' | 'newer_register' | 'server_too_old'; detail: string }

const folder = join(projectRoot, 'src/db/migrations')
const lock = 5_023_118 // any number, the same for all processes

/** Brings the database to the newest schema: numbered files, each in one transaction, each with its SHA-256 kept.
 *  Several processes may call it at once. Until 0.1.0 is tagged a file may change: then the database is refused, not altered. */
export async function migrate(adminUrl: string): Promise<Migrated> {
  return asAdmin(adminUrl, async (admin) => {
    const version = Number((await admin.query('show server_version_num')).rows[0].server_version_num)
    if (version < 150_000) return { kind: 'refused', code: 'server_too_old', detail: `PostgreSQL ${version}, needs 15` }
    await takeLock(admin)
    await ensureRoles(admin, adminUrl)
    await prepare(admin)
    return applyMissing(admin)
  })
}

/** Polls, because a blocked `pg_advisory_lock` and CREATE INDEX CONCURRENTLY wait for each other. */
async function takeLock(admin: pg.Client): Promise<void> {
  for (;;) {
    if ((await admin.query('select pg_try_advisory_lock($1) as mine', [lock])).rows[0].mine) return
    await new Promise((done) => setTimeout(done, 50))
  }
}

async function prepare(admin: pg.Client): Promise<void> {
  const owner = roleName('owner')
  for (const schema of ['register', 'pgboss']) {
    const there = await admin.query('select from pg_namespace where nspname = $1', [schema])
    if (there.rowCount === 0) await admin.query(`create schema ${schema} authorization ${owner}`)
  }
  await admin.query(
    `grant create on schema register to ${roleName('publisher')}, ${roleName('keeper')}, ${roleName('rights')}`,
  )
  await admin.query('create extension if not exists ltree with schema public')
  await admin.query('create extension if not exists unaccent with schema public')
  await admin.query('create extension if not exists pg_trgm with schema public')
  await admin.query(`set role ${owner}`)
  const ledger = await admin.query("select to_regclass('register.migration') as there")
  if (ledger.rows[0].there === null) await admin.query(ledgerOf(owner))
}

/** One table more that has a wall: only the owner, who migrates, reads and writes it. */
const ledgerOf = (owner: string) => `
  create table register.migration (name text primary key, sha256 text not null, at timestamptz not null default now());
  comment on column register.migration.name is 'personal: no. File that was applied';
  comment on column register.migration.sha256 is 'personal: no. SHA-256 of that file';
  comment on column register.migration.at is 'personal: no. When it was applied';
  alter table register.migration enable row level security;
  alter table register.migration force row level security;
  create policy migrating on register.migration to ${owner} using (true) with check (true);`

async function applyMissing(admin: pg.Client): Promise<Migrated> {
  const done = new Map<string, string>(
    (await admin.query('select name, sha256 from register.migration')).rows.map((row) => [row.name, row.sha256]),
  )
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const unknown = [...done.keys()].find((name) => !files.includes(name))
  if (unknown) return { kind: 'refused', code: 'newer_register', detail: unknown }
  const applied: string[] = []
  for (const name of files) {
    const sql = readFileSync(join(folder, name), 'utf8')
    const sha256 = createHash('sha256').update(sql).digest('hex')
    const before = done.get(name)
    if (before !== undefined && before !== sha256) return { kind: 'refused', code: 'older_register', detail: name }
    if (before !== undefined) continue
    await applyOne(admin, name, sql, sha256)
    applied.push(name)
  }
  return { kind: 'up_to_date', applied }
}

async function applyOne(admin: pg.Client, name: string, sql: string, sha256: string): Promise<void> {
  await admin.query('begin')
  try {
    await admin.query('set local search_path = register, public')
    await admin.query(sql)
    await admin.query('insert into register.migration (name, sha256) values ($1, $2)', [name, sha256])
    await admin.query('commit')
  } catch (error) {
    await admin.query('rollback')
    throw new Error(`${name}${lineOf(sql, error)}: ${(error as Error).message}`, { cause: error })
  }
}

function lineOf(sql: string, error: unknown): string {
  const position = Number((error as { position?: string }).position)
  return position ? `:${sql.slice(0, position).split('\n').length}` : ''
}
