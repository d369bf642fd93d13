import { Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { cameBy } from './came-by.ts'
import { cutOffTheSilent, heardSoon } from './patience.ts'
import { remembering } from './remembered.ts'
import { type LoginRole, urlFor } from './roles.ts'
import type { DB } from './rows.ts'

/** A transaction in which it is settled who acts. The only thing a store takes. */
export type Tx = Transaction<DB>
export type PersonId = string

/** SHA-256 of a secret that was shown: what the database keeps of sessions, tokens and invitations. */
export type SecretHash = Buffer

export interface Database {
  /** For one person. Row security shows what the policies give that person, and nothing once the transaction has ended. */
  as<T>(actor: PersonId, act: (tx: Tx) => Promise<T>): Promise<T>
  /** For nobody yet, who shows a secret: only rows kept under its hash are seen. `enter` turns it into a person for the rest. */
  showing<T>(secret: SecretHash, act: (tx: Tx, enter: (actor: PersonId) => Promise<void>) => Promise<T>): Promise<T>
  /** For the organisation's directory, which shows its token: what it provisions below its own unit, nothing else. */
  provisioning<T>(token: SecretHash, act: (tx: Tx) => Promise<T>): Promise<T>
  /** For a role that acts for the register itself (checks, the operator, the public question) and is never a person. */
  under<T>(role: Exclude<LoginRole, 'app' | 'directory'>, act: (tx: Tx) => Promise<T>): Promise<T>
  /** Connections of `app` for pg-boss, which sees its own schema only. */
  readonly jobsPool: pg.Pool
  close(): Promise<void>
}

/** The register is closed to everybody while a list of a whole nation fills it. */
export class Closed extends Error {
  readonly refusal = 'maintenance'
}

const connections: Record<LoginRole, number> = {
  app: 10, checker: 6, reminder: 2, tally: 2, reporter: 2, loader: 2, operator: 2, directory: 4, asker: 10,
} // biome-ignore format: one line each says no more

/** Opens pools as they are needed. There is no other way to a connection. */
export function openDatabase(adminUrl: string): Database {
  const pools = new Map<LoginRole, { pool: pg.Pool; kysely: Kysely<DB> }>()
  function poolOf(role: LoginRole) {
    const open = pools.get(role)
    if (open) return open
    const pool = new pg.Pool({
      connectionString: urlFor(adminUrl, role),
      max: connections[role],
      connectionTimeoutMillis: 5_000,
      // A statement whose asker was cut off ends within a second, and its locks with it.
      options: '-c search_path=register,public -c timezone=UTC -c client_connection_check_interval=1000',
      application_name: `chinhdanh ${role}`,
    })
    cutOffTheSilent(pool, role)
    pool.on('connect', (client) => client.on('error', () => {})) // one that breaks while in use fails its query; unheard, it would end the process
    pool.on('error', () => {}) // a broken idle connection is replaced by the next use; a use that fails says so itself
    const made = { pool, kysely: new Kysely<DB>({ dialect: new PostgresDialect({ pool: remembering(pool) }) }) }
    pools.set(role, made)
    return made
  }
  const inside = <T>(role: LoginRole, act: (tx: Tx) => Promise<T>): Promise<T> => {
    const run = (heard: () => void) =>
      poolOf(role)
        .kysely.transaction()
        .execute((tx) => {
          heard()
          return act(tx)
        })
    return heardSoon(role, run)
  }
  /** Begins a transaction, and says whether the register is open: what fills an empty one holds this lock until it is done. */
  const settle = async (tx: Tx, settings: RawBuilder<unknown>) => {
    const { rows } = await sql<{ open: boolean }>`select ${settings},
      pg_try_advisory_xact_lock_shared(hashtextextended('maintenance', 0)) as open`.execute(tx)
    if (rows[0]?.open !== true) throw new Closed()
  }
  return {
    as: (actor, act) =>
      inside('app', async (tx) => {
        const { secret, scopes } = cameBy()
        await settle(
          tx,
          sql`set_config('cd.actor', ${actor}, true), set_config('cd.bearer', '', true), set_config('cd.came_by', ${secret?.toString('hex') ?? ''}, true), set_config('cd.scopes', ${scopes?.join(' ') ?? ''}, true)`,
        )
        return act(tx)
      }),
    showing: (secret, act) =>
      inside('app', async (tx) => {
        await settle(
          tx,
          sql`set_config('cd.actor', '', true), set_config('cd.bearer', ${secret.toString('hex')}, true), set_config('cd.came_by', '', true), set_config('cd.scopes', '', true)`,
        )
        return act(tx, async (actor) => {
          await sql`select set_config('cd.actor', ${actor}, true)`.execute(tx)
        })
      }),
    provisioning: (token, act) =>
      inside('directory', async (tx) => {
        await settle(tx, sql`set_config('cd.bearer', ${token.toString('hex')}, true)`)
        return act(tx)
      }),
    under: (role, act) => inside(role, act),
    get jobsPool() {
      return poolOf('app').pool
    },
    async close() {
      await Promise.all([...pools.values()].map(({ pool }) => pool.end()))
    },
  }
}
