import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../support/database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db[Symbol.asyncDispose]())

const kind = 'run `vitest run test/house/schema.test.ts -u` and read the difference: it is what your migration does'

/** The finished schema as text, so that a migration shows what it changed, grants and policies included. pg-boss is left out. */
test('the schema is the one in schema.txt', async () => {
  await expect(await schemaText(), kind).toMatchFileSnapshot('schema.txt')
})

async function schemaText(): Promise<string> {
  const tables = await lines(
    `select relname from pg_class where relnamespace = 'register'::regnamespace and relkind in ('r', 'p', 'v') order by 1`,
  )
  const parts = [await Promise.all(tables.map(tableText)), await functionTexts()].flat()
  return `${parts.join('\n\n')}\n`
}

const lines = async (sql: string, ...values: unknown[]): Promise<string[]> =>
  (await db.asSuperuser(sql, values)).rows.map((row) => String(Object.values(row)[0]))

const acl = (from: string) => `(select string_agg(grantee || ' ' || rights, ', ' order by grantee) from (
  select coalesce(nullif(g.grantee, 0)::regrole::text, 'public') as grantee, string_agg(lower(g.privilege_type), '+' order by g.privilege_type) as rights
  from ${from} g group by 1) granted)`

async function tableText(table: string): Promise<string> {
  const head = await lines(
    `select case relkind when 'v' then 'view ' else 'table ' end || relname || ' of ' || relowner::regrole
      || case when relrowsecurity then ', row security' else '' end || case when relforcerowsecurity then ' forced' else '' end
      || coalesce(', ' || array_to_string(reloptions, ' '), '')
     from pg_class where oid = ('register.' || $1)::regclass`,
    table,
  )
  const columns = await lines(
    `select '  ' || attname || ' ' || format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end
      || coalesce(' default ' || pg_get_expr(adbin, adrelid), '') || coalesce(' -- ' || col_description(attrelid, attnum), '')
      || coalesce(' [' || ${acl('aclexplode(attacl)')} || ']', '')
     from pg_attribute a left join pg_attrdef d on d.adrelid = attrelid and d.adnum = attnum
     where attrelid = ('register.' || $1)::regclass and attnum > 0 and not attisdropped order by attname`,
    table,
  )
  const others = await lines(
    `select text from (
      select 1 as rank, '  constraint ' || conname || ' ' || pg_get_constraintdef(oid) as text from pg_constraint where conrelid = ('register.' || $1)::regclass and contype <> 'n'
      union all select 2, '  index ' || replace(pg_get_indexdef(indexrelid), 'register.', '') from pg_index where indrelid = ('register.' || $1)::regclass
        and not exists (select from pg_constraint where conindid = indexrelid)
      union all select 3, '  trigger ' || replace(pg_get_triggerdef(oid), 'register.', '') from pg_trigger where tgrelid = ('register.' || $1)::regclass and not tgisinternal
      union all select 4, '  policy ' || policyname || ' for ' || lower(cmd) || ' to ' || array_to_string(roles, ', ')
        || coalesce(' using ' || qual, '') || coalesce(' with check ' || with_check, '') from pg_policies where schemaname = 'register' and tablename = $1
      union all select 5, '  granted ' || ${acl('aclexplode(relacl)')} from pg_class where oid = ('register.' || $1)::regclass and relacl is not null
      union all select 6, '  as ' || pg_get_viewdef(oid) from pg_class where oid = ('register.' || $1)::regclass and relkind = 'v'
    ) parts order by rank, text`,
    table,
  )
  return [...head, ...columns, ...others].join('\n')
}

async function functionTexts(): Promise<string[]> {
  return lines(
    `select 'function of ' || proowner::regrole || coalesce(' [' || ${acl('aclexplode(proacl)')} || ']', '') || E'\\n' || pg_get_functiondef(oid)
     from pg_proc where pronamespace = 'register'::regnamespace order by proname, oid`,
  )
}
