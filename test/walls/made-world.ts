import pg from 'pg'
import { inject } from 'vitest'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { nobodyThere, type World, worldIn } from './world.ts'

const name = 'chinhdanh_world'

/** The world is made once in a run, by whoever needs it first; everybody has a copy of it. */
export async function copyOfTheWorld(): Promise<{ readonly db: TestDatabase; readonly world: World }> {
  await once(async () => {
    await using db = await testDatabase()
    const world = await worldIn(db)
    await db.asSuperuser('create table public.told (world jsonb)')
    await db.asSuperuser('insert into public.told values ($1)', [JSON.stringify(world, mapsAsPairs)])
    await db.keepAs(name)
  })
  const db = await testDatabase(name)
  const { rows } = await db.asSuperuser('select world from public.told')
  await db.asSuperuser('drop table public.told')
  return { db, world: read(rows[0].world) }
}

async function once(make: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('adminUrl') })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtextextended('world', 0))")
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await make()
  } finally {
    await client.end()
  }
}

const mapsAsPairs = (_key: string, value: unknown) => (value instanceof Map ? [...value] : value)

function read(told: Record<'units' | 'actors' | 'subjects' | 'holders' | 'things', never>): World {
  const { units, things } = told
  const subjects: World['subjects'] = new Map(told.subjects)
  ;(subjects as Map<string, unknown>).set('absent', nobodyThere())
  return { units, things, subjects, actors: new Map(told.actors), holders: new Map(told.holders) }
}
