import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestDatabase, testDatabase } from '../../../../test/support/database.ts'
import { importFile } from '../../index.ts'

export const bytesOf = (text: string) => new TextEncoder().encode(text)

/** A folder for files to be imported. */
export function files(): Disposable & { write(content: Uint8Array | string): string } {
  const folder = mkdtempSync(join(tmpdir(), 'chinhdanh-bulk-'))
  let count = 0
  return {
    write(content) {
      const file = join(folder, `${++count}.csv`)
      writeFileSync(file, content)
      return file
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A register with seven units. */
export async function withUnits(): Promise<TestDatabase> {
  const db = await testDatabase()
  const lines = Array.from({ length: 7 }, (_, n) => `DV0${n + 1},${n > 0 ? 'DV01' : ''},Đơn vị ${n + 1}\n`)
  await importFile(db, { kind: 'units', bytes: bytesOf(`code,parent_code,name\n${lines.join('')}`) })
  return db
}

/** What the acts write, without ids and times. */
const contents = {
  person: `select p.ref, p.name, p.office, u.code as unit, p.phone, p.started_on::text, p.unit_since = p.joined_at as fresh, p.left_at
    from person p left join unit u on u.id = p.unit order by p.ref, p.name`,
  roll: `select p.ref, r.name, r.office, u.code as unit, r.attestation, r.due_on, r.pages, r.task, r.absence, r.sort, r.words
    from roll r join person p on p.id = r.person left join unit u on u.id = r.unit order by p.ref, r.name`,
  membership: `select p.ref, m.n, m.name, m.office, u.code as unit, m.from_at = p.unit_since as fresh, m.to_at is not null as over, m.began, m.began_by, m.began_by_name, m.ended
    from membership m join person p on p.id = m.person left join unit u on u.id = m.unit order by p.ref, m.name, m.n`,
  offered: `select p.ref, o.typed, o.canonical, i.kind from offered_account o join person p on p.id = o.person join import i on i.id = o.import order by p.ref, i.id, o.id`,
  draft: `select p.ref, d.typed, d.address, d.manager, d.since from draft d join person p on p.id = d.person order by p.ref, d.address ->> 'canonical'`,
  import: `select kind, rows, accepted, rejected, written, ended_at is not null as ended, file_hash from import where kind <> 'units' order by id`,
}
export async function contentsOf(db: TestDatabase) {
  const read = Object.entries(contents).map(async ([name, sql]) => [name, (await db.asSuperuser(sql)).rows] as const)
  return Object.fromEntries(await Promise.all(read))
}
/** What protects the tables: row security, indexes, keys, triggers. */
const walls = `select c.relname, c.relrowsecurity, c.relforcerowsecurity,
  (select array_agg(pg_get_indexdef(indexrelid) order by pg_get_indexdef(indexrelid)) from pg_index where indrelid = c.oid) as indexes,
  (select array_agg(conname || pg_get_constraintdef(oid) || convalidated order by conname) from pg_constraint where conrelid = c.oid) as keys,
  (select array_agg(pg_get_triggerdef(oid) || tgenabled::text order by tgname) from pg_trigger where tgrelid = c.oid and not tgisinternal) as triggers
  from pg_class c where relnamespace = 'register'::regnamespace and relkind = 'r' order by 1`
export const wallsOf = async (db: TestDatabase) => (await db.asSuperuser(walls)).rows
