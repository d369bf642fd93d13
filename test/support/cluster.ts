import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startTestCluster } from '../../src/db/embedded/index.ts'
import { migrate } from '../../src/db/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
  }
}

export const templateName = 'chinhdanh_template'

/** Once for a whole vitest run: a real PostgreSQL and one migrated database, of which every test file takes a copy. */
export default async function cluster(project: TestProject) {
  const server = await startTestCluster()
  const admin = new pg.Client({ connectionString: server.url('postgres') })
  await admin.connect()
  await admin.query(`create database ${templateName}`)
  await admin.end()
  const migrated = await migrate(server.url(templateName))
  if (migrated.kind === 'refused') throw new Error(`${migrated.code} ${migrated.detail}`)
  // A test that is not about the hour does not depend on it.
  const template = new pg.Client({ connectionString: server.url(templateName) })
  await template.connect()
  await template.query(
    'update register.watch_rule set from_hour = 0, until_hour = 24, every_day = true, most_a_day = 1000',
  )
  await template.end()
  project.provide('adminUrl', server.url('postgres'))
  return () => server.stop()
}
