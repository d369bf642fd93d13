// What a list of a nation takes to come in, and what `psql \copy` takes for the very rows that it became.
import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Copier, copying, roleName } from '../../src/db/index.ts'
import { importBulk } from '../../src/imports/bulk/index.ts'

export type Lists = { readonly people: string; readonly accounts: string; readonly lines: number }
export type Took = { readonly seconds: number; readonly peak: number }

/** By the same call as `bin/chinhdanh import … --bulk`. */
export async function bringIn(
  adminUrl: string,
  lists: Lists,
  into: 'empty' | 'full',
  say: (line: string) => void,
): Promise<Took> {
  const memory = highest()
  const began = performance.now()
  for (const kind of ['people', 'accounts'] as const) {
    const done = await importBulk(adminUrl, { kind, file: lists[kind], progress: (line) => say(`${kind}: ${line}`) })
    if (done.into !== into || done.result.outcome !== 'accepted')
      throw new Error(`${kind}: ${done.into} ${JSON.stringify(done.result).slice(0, 500)}`)
  }
  return { seconds: (performance.now() - began) / 1000, peak: memory.end() }
}

/** Resident megabytes of this process at their highest. */
function highest() {
  globalThis.gc?.()
  let peak = 0
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss() / 2 ** 20)
  }
  look()
  const every = setInterval(look, 50)
  return {
    end() {
      clearInterval(every)
      look()
      return Math.round(peak)
    },
  }
}

const columns = {
  import: 'id, kind, file_hash, rows, accepted, rejected, written, begun_at, ended_at',
  person: 'id, ref, name, office, unit, phone, started_on',
  offered_account: 'id, import, person, typed, canonical, draft',
  draft: 'id, person, typed, address',
} as const
type Table = keyof typeof columns
const tables = Object.keys(columns) as Table[]

/** The rows that these lists became, as \copy takes them. `since` tells them from those that were there before. */
export async function writtenOut(
  adminUrl: string,
  folder: string,
  since: string | undefined,
): Promise<Record<Table, string>> {
  const files = Object.fromEntries(tables.map((table) => [table, join(folder, `${table}.copy`)])) as Record<
    Table,
    string
  >
  await copying(adminUrl, 'owner', (owner) =>
    owner.transaction(async () => {
      for (const table of tables) {
        await owner.query(`alter table ${table} no force row level security`)
        const fresh = since === undefined ? 'true' : `id > '${since}'`
        const only = table === 'import' ? "kind <> 'units'" : 'true'
        await pipeline(
          owner.copyOut(`select ${columns[table]} from ${table} where ${fresh} and ${only} order by id`),
          createWriteStream(files[table]),
        )
        await owner.query(`alter table ${table} force row level security`)
      }
    }),
  )
  return files
}

/** The newest id of all that these lists write. */
export async function newestId(adminUrl: string): Promise<string> {
  return withoutForce(adminUrl, async (owner) => {
    const [row] = await owner.query<{ id: string }>(
      tables.map((table) => `(select id::text from ${table} order by id desc limit 1)`).join(' union all ') +
        ' order by 1 desc limit 1',
    )
    return row?.id as string
  })
}

/** What is in the tables, to be the same on both sides: how many rows, and a sum of what they hold. */
export async function sumsOf(adminUrl: string): Promise<unknown> {
  return withoutForce(adminUrl, async (owner) => {
    const [row] = await owner.query(
      `select ${[...tables.filter((table) => table !== 'import'), 'roll', 'membership']
        .map((table) => {
          const of =
            table in columns
              ? columns[table as Table]
              : table === 'roll'
                ? 'person, unit, name, office, sort, words'
                : 'person, n, unit, name'
          return `(select count(*) || ' ' || sum(hashtextextended((${of})::text, 0)) from ${table}) as ${table}`
        })
        .join(', ')}`,
    )
    return row
  })
}

const withoutForce = <T>(adminUrl: string, act: (owner: Copier) => Promise<T>): Promise<T> =>
  copying(adminUrl, 'owner', (owner) =>
    owner.transaction(async () => {
      for (const table of [...tables, 'roll', 'membership'])
        await owner.query(`alter table ${table} no force row level security`)
      const found = await act(owner)
      for (const table of [...tables, 'roll', 'membership'])
        await owner.query(`alter table ${table} force row level security`)
      return found
    }),
  )

/** The plain way: psql's \copy of these rows into the same tables, with all their indexes, keys and triggers in place, by the owner, for whom
 *  FORCE is lifted meanwhile. Without psql, the same COPY by the driver. */
export async function plainCopy(
  adminUrl: string,
  files: Record<Table, string>,
  folder: string,
): Promise<{ seconds: number; by: string }> {
  const forced = (word: string) =>
    tables.concat(['roll', 'membership'] as never[]).map((table) => `alter table ${table} ${word} row level security;`)
  const version = await promisify(execFile)('psql', ['--version']).catch(() => undefined)
  const began = performance.now()
  if (version) {
    const script = join(folder, 'plain.sql')
    const copies = tables.map((table) => `\\copy ${table} (${columns[table]}) from '${files[table]}'`)
    writeFileSync(
      script,
      [
        `set role ${roleName('owner')};`,
        'set search_path = register, public;',
        'begin;',
        ...forced('no force'),
        ...copies,
        ...forced('force'),
        'commit;',
        '',
      ].join('\n'),
    )
    await promisify(execFile)('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', adminUrl, '-f', script])
    return { seconds: (performance.now() - began) / 1000, by: version.stdout.trim() }
  }
  const client = new pg.Client({ connectionString: adminUrl, options: '-c search_path=register,public' })
  await client.connect()
  for (const line of [`set role ${roleName('owner')}`, 'begin', ...forced('no force')]) await client.query(line)
  for (const table of tables)
    await pipeline(
      createReadStream(files[table], { highWaterMark: 1 << 18 }),
      client.query(copyFrom(`copy ${table} (${columns[table]}) from stdin`)),
    )
  for (const line of [...forced('force'), 'commit']) await client.query(line)
  await client.end()
  return {
    seconds: (performance.now() - began) / 1000,
    by: 'COPY … FROM STDIN by the driver, because psql is not installed',
  }
}

export const forget = (files: readonly string[]) => {
  for (const file of files) rmSync(file, { force: true })
}
