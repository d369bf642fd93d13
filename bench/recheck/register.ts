// A register with so many kept proofs, all due, each found before: what the nightly job meets.
import pg from 'pg'
import { newId, openDatabase, prepareGround } from '../../src/db/index.ts'

export type Asked = { readonly host: string; readonly token: string }

export async function registerOf(url: string) {
  await prepareGround(url)
  const superuser = new pg.Pool({ connectionString: url, max: 1, options: '-c search_path=register,public' })
  superuser.on('error', () => {})
  const run = (text: string, values: unknown[] = []) => superuser.query(text, values)
  return {
    db: openDatabase(url),
    run,
    /** Rows as the acts of the register would leave them, written past its triggers because there are so many. */
    async fill(method: string, asked: readonly Asked[]) {
      await run('truncate proof_check, proof, level_step, declaration_version, declaration, published, person cascade')
      await run("set session_replication_role = 'replica'")
      const people = Array.from({ length: Math.ceil(asked.length / 5) }, newId)
      await run(
        "insert into person (id, name) select id, 'Người thứ ' || n from unnest($1::uuid[]) with ordinality as t (id, n)",
        [people],
      )
      for (let from = 0; from < asked.length; from += 10_000)
        await fillSome(run, method, asked.slice(from, from + 10_000), people, from)
      await run("set session_replication_role = 'origin'")
      await run('vacuum analyze')
    },
    due: () =>
      run(
        "update proof set next_check_at = now() - random() * interval '1 hour', last_found_at = last_found_at - interval '1 day'",
      ),
    async count(what: string): Promise<number> {
      return Number((await run(`select count(*) as n from ${what}`)).rows[0].n)
    },
    async close() {
      await this.db.close()
      await superuser.end()
    },
  }
}

type Run = (text: string, values?: unknown[]) => Promise<unknown>

async function fillSome(run: Run, method: string, asked: readonly Asked[], people: readonly string[], from: number) {
  const ids = () => asked.map(newId)
  const [declarations, versions, steps] = [ids(), ids(), ids()]
  const owners = asked.map((_, at) => people[Math.floor((from + at) / 5)])
  const sites = asked.map(({ host }) => `https://${host}/`)
  await run(
    `insert into declaration (id, person, platform, kind, canonical, typed, current_version, current_step)
     select id, person, 'website', 'website', site, site, version, step from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[]) as t (id, person, site, version, step)`,
    [declarations, owners, sites, versions, steps],
  )
  await run(
    `insert into declaration_version (id, declaration, person, n, state, visibility, shows, manager, channel)
     select id, declaration, person, 1, 'active', 'confirmable', 'name', 'alone', 'web' from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as t (id, declaration, person)`,
    [versions, declarations, owners],
  )
  await run(
    `insert into level_step (id, declaration, person, level, reason, made_at)
     select id, declaration, person, 3, 'recheck_found', now() - interval '30 days' from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as t (id, declaration, person)`,
    [steps, declarations, owners],
  )
  await run(
    `insert into proof (id, declaration, person, method, token, keep, state, found_at, last_found_at, next_check_at)
     select id, declaration, person, $4, token, true, 'found', now() - interval '31 days', now() - interval '1 day', now() - random() * interval '1 hour'
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $5::text[]) as t (id, declaration, person, token)`,
    [ids(), declarations, owners, method, asked.map(({ token }) => token)],
  )
  await run(
    `insert into published (canonical, declaration, answer, level, level_at, name)
     select site, id, 'confirmed', 3, now() - interval '1 day', 'x' from unnest($1::uuid[], $2::text[]) as t (id, site)`,
    [declarations, sites],
  )
}
