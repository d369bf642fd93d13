import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loginRoles, roleName } from '../../src/db/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db[Symbol.asyncDispose]())

const all = async <T>(sql: string): Promise<T[]> => (await db.asSuperuser(sql)).rows
const column = async (sql: string) => (await all<Record<string, string>>(sql)).map((row) => Object.values(row)[0])

const tables = `from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'register' and c.relkind in ('r', 'p')`
const functions = `from pg_proc f join pg_namespace n on n.oid = f.pronamespace where n.nspname = 'register'`
const ours = `rolname like 'chinhdanh\\_%'`

describe('the wall', () => {
  test('every table has row security, forced on its owner too', async () => {
    const open = await column(`select relname ${tables} and not (relrowsecurity and relforcerowsecurity)`)
    expect(open, 'write: alter table … enable row level security; alter table … force row level security').toEqual([])
    expect((await column(`select relname ${tables}`)).length).toBeGreaterThan(20)
  })

  test('nobody signs in as the owner of a table', async () => {
    expect(await column(`select relname ${tables} and relowner <> '${roleName('owner')}'::regrole`)).toEqual([])
    const silent = ['owner', 'publisher', 'keeper', 'rights'] as const
    for (const role of silent) {
      const url = Object.assign(new URL(db.adminUrl), { username: roleName(role), password: '' }).href
      await expect(new pg.Client({ connectionString: url }).connect()).rejects.toMatchObject({ code: '28000' })
    }
  })

  test('every view looks with the eyes of who asks', async () => {
    const views = `from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'register' and c.relkind in ('v', 'm')`
    const others = await column(
      `select relname ${views} and not coalesce(reloptions @> '{security_invoker=true}' or reloptions @> '{security_invoker=on}', false)`,
    )
    expect(others, 'write: create view … with (security_invoker)').toEqual([])
  })

  test('no role of the register goes round row security, makes roles or databases', async () => {
    const mighty = `(rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`
    expect(await column(`select rolname from pg_roles where ${ours} and ${mighty}`)).toEqual([])
    expect(await column(`select rolname from pg_roles where ${ours} and rolcanlogin order by 1`)).toEqual(
      loginRoles.map(roleName).sort(),
    )
  })

  test('no role that signs in is a member of another', async () => {
    const member = `from pg_auth_members m join pg_roles r on r.oid = m.member where ${ours} and r.rolcanlogin`
    expect(await column(`select rolname ${member}`)).toEqual([])
  })

  test('every column says whether it is personal', async () => {
    const silent =
      await column(`select relname || '.' || attname from pg_attribute a join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'register' and c.relkind in ('r', 'p') and attnum > 0 and not attisdropped
        and coalesce(col_description(a.attrelid, attnum), '') !~ '^personal: (yes|no)\\. \\S' order by 1`)
    expect(silent, "write: comment on column … is 'personal: no. What it holds'").toEqual([])
  })

  test('what runs with the eyes of another role belongs to one that nobody signs in as, and looks in a fixed place', async () => {
    const definers = `${functions} and prosecdef`
    const owners = `and proowner not in ('${roleName('keeper')}'::regrole, '${roleName('publisher')}'::regrole, '${roleName('rights')}'::regrole)`
    expect(
      await column(`select proname ${definers} ${owners}`),
      'write: alter function … owner to chinhdanh_keeper',
    ).toEqual([])
    const loose = await column(
      `select proname ${definers} and not coalesce(proconfig @> array['search_path=register, public, pg_temp'], false)`,
    )
    expect(loose, 'write: … security definer set search_path = register, public, pg_temp').toEqual([])
    expect((await column(`select proname ${definers}`)).length).toBeGreaterThan(5)
  })

  test('no policy speaks of everybody but the two that show the tree and the name of the organisation', async () => {
    const open = await column(
      `select tablename || '.' || policyname from pg_policies where schemaname = 'register' and roles = '{public}' order by 1`,
    )
    expect(open, 'write: create policy … to chinhdanh_app').toEqual(['organisation.known_to_all', 'unit.known_to_all'])
  })

  test('everybody may call only what says who acts; what a trigger calls, nobody', async () => {
    const called = `${functions} and exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) g where g.grantee = 0)`
    expect(await column(`select proname ${called} order by 1`)).toEqual(['actor', 'bearer'])
    const hung =
      await column(`select distinct proname from pg_proc f, aclexplode(proacl) g where prorettype = 'trigger'::regtype
      and pronamespace = 'register'::regnamespace and g.grantee not in (proowner, '${roleName('owner')}'::regrole)`)
    expect(hung).toEqual([])
  })

  test('nothing is granted to everybody', async () => {
    const grants = await column(
      `select relname ${tables} and exists (select from aclexplode(relacl) g where g.grantee = 0)`,
    )
    expect(grants).toEqual([])
  })

  test('no role may empty a table at once, refer to it or hang a trigger on it', async () => {
    const grants =
      await column(`select relname || ' ' || privilege_type || ' ' || grantee::regrole from (select relname, (aclexplode(relacl)).* ${tables}) g
      where privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN') and grantee <> '${roleName('owner')}'::regrole`)
    expect(grants).toEqual([])
  })

  test('the time, the transaction and the name in an access row are in no grant: they can only be true', async () => {
    const writable = await column(
      `select distinct attname from pg_attribute a, aclexplode(a.attacl) g where a.attrelid = 'access'::regclass and g.privilege_type = 'INSERT' order by 1`,
    )
    expect(writable).toEqual(['about', 'channel', 'fields', 'id', 'number', 'purpose', 'subject', 'unit'])
    const whole = await column(
      `select grantee::regrole || ' ' || privilege_type from pg_class c, aclexplode(relacl) where c.oid = 'access'::regclass and grantee <> relowner order by 1`,
    )
    expect(whole).toEqual(['chinhdanh_app SELECT'])
  })
})

describe('row types', () => {
  test('are those of the database', async () => {
    const types = readFileSync(resolve(import.meta.dirname, '../../src/db/rows.ts'), 'utf8')
    const interfaces = new Map(
      [...types.matchAll(/export interface (\w+) \{\n([\s\S]*?)\n\}/g)].map((found) => [found[1], found[2] ?? '']),
    )
    const fieldsOf = (text = '') =>
      [...text.matchAll(/^ {2}(\w+): (.*?);?$/gm)].map(([, name, type]) => [name, type] as const)
    const tablesOf = Object.fromEntries(fieldsOf(interfaces.get('DB')))
    const columns = await all<{ table_name: string; column_name: string; is_nullable: string; kind: string }>(`
      select c.table_name, c.column_name, c.is_nullable, t.table_type as kind from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name) where c.table_schema = 'register' order by 1, 2`)
    const kept = Map.groupBy(columns, (one) => one.table_name)
    expect(Object.keys(tablesOf).sort(), 'src/db/rows.ts: run kysely-codegen, or add the table by hand').toEqual(
      [...kept.keys()].sort(),
    )
    for (const [table, expected] of kept) {
      const typed = fieldsOf(interfaces.get(tablesOf[table] ?? ''))
      const nullable = (name: string, type: string) => [name, /\bnull\b/.test(type)] as const
      expect(typed.map(([name, type]) => nullable(name ?? '', type ?? '')).sort(), `src/db/rows.ts: ${table}`).toEqual(
        expected.map((one) => [one.column_name, one.kind === 'VIEW' || one.is_nullable === 'YES']).sort(),
      )
    }
  })
})
