import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { type Job, type Jobs, jobsOn, type Payload } from './index.ts'

const soon = { timeout: 20_000, interval: 100 }
let db: TestDatabase
let who: string
beforeAll(async () => {
  db = await testDatabase()
  who = (await smallOrganisation(db)).lan.id
})
afterAll(() => db[Symbol.asyncDispose]())

/** Jobs at work for one test, stopped at its end. */
async function working(...list: Job[]): Promise<{ jobs: Jobs; reports: string[] } & AsyncDisposable> {
  const reports: string[] = []
  const jobs = jobsOn(db, 'Asia/Ho_Chi_Minh', (name, error) => reports.push(`${name}: ${error.message}`))
  await jobs.start(list)
  return { jobs, reports, [Symbol.asyncDispose]: () => jobs.stop() }
}

describe('a job that an act enqueues', () => {
  test('runs after the commit, and never after a rollback', async () => {
    const ran: string[] = []
    await using at = await working({ name: 'test.step', run: async ({ step }) => void ran.push(String(step)) })
    await db.as(who, (tx) => at.jobs.enqueue(tx, 'test.step', { step: 'committed' }))
    const undone = db.as(who, async (tx) => {
      await at.jobs.enqueue(tx, 'test.step', { step: 'undone' })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await vi.waitFor(() => expect(ran).toEqual(['committed']), soon)
    await sleep(2_500)
    expect(ran).toEqual(['committed'])
  })

  test('is tried again when it fails, and what the queue keeps of the failure is a code, never a message', async () => {
    let tries = 0
    const run = async () => {
      tries += 1
      if (tries === 1)
        throw Object.assign(new Error('Nguyễn Thị Lan, facebook.com/nguyenthilan'), { code: 'host_away' })
    }
    await using at = await working({ name: 'test.fails', run })
    await db.as(who, (tx) => at.jobs.enqueue(tx, 'test.fails', { step: 'x' }))
    const kept = async () =>
      JSON.stringify((await db.asSuperuser("select output from pgboss.job where name = 'test.fails'")).rows)
    let said = ''
    await vi.waitFor(async () => {
      said = await kept()
      expect(said).toContain('host_away')
    }, soon)
    expect(said).not.toMatch(/Lan|facebook/)
    await vi.waitFor(() => expect(tries).toBe(2), soon)
    expect(at.reports).toHaveLength(1)
  })

  test('holds ids, steps and numbers, and nothing that might name somebody or their page', async () => {
    await using at = await working({ name: 'test.plain', run: async () => {} })
    const enqueues = (payload: Payload) => db.as(who, (tx) => at.jobs.enqueue(tx, 'test.plain', payload))
    await enqueues({ person: who, step: 'grace_begins', n: 3 })
    for (const said of ['Nguyễn Thị Lan', 'Lan', 'lan.vn', 'https://lan.vn/', 'lan@lan.vn', '0901234567', 'a b', ''])
      await expect(enqueues({ person: who, said }), said).rejects.toThrow('test.plain: no id and no step in said')
    const { rows } = await db.asSuperuser("select data from pgboss.job where name = 'test.plain'")
    expect(rows).toEqual([{ data: { person: who, step: 'grace_begins', n: 3 } }])
  })

  test('that fails with a code that is a sentence leaves no sentence behind', async () => {
    const run = async () => {
      throw Object.assign(new Error('Lan'), { code: 'Nguyễn Thị Lan' })
    }
    await using at = await working({ name: 'test.sentence', run })
    await db.as(who, (tx) => at.jobs.enqueue(tx, 'test.sentence', { step: 'x' }))
    await vi.waitFor(async () => {
      const { rows } = await db.asSuperuser("select output from pgboss.job where name = 'test.sentence'")
      expect(rows[0].output).toMatchObject({ message: 'Error' })
      expect(JSON.stringify(rows)).not.toContain('Lan')
    }, soon)
  })

  test('of a worker that was killed is taken again within 15 seconds', async () => {
    const jobs = jobsOn(db, 'Asia/Ho_Chi_Minh', () => {})
    const killed = await otherWorker()
    await db.as(who, (tx) => jobs.enqueue(tx, 'test.long', { step: 'x' }))
    const [said] = (await once(killed.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
    expect(String(said)).toContain('began')
    killed.kill('SIGKILL')
    const died = Date.now()
    let again = 0
    const taken = async () => {
      again = Date.now()
    }
    await using _at = await working({ name: 'test.long', run: taken })
    await vi.waitFor(() => expect(again).toBeGreaterThan(0), { timeout: 30_000, interval: 100 })
    expect(again - died, 'heartbeat 10 s, the monitor every 2, polling every 2').toBeLessThan(15_000)
  }, 60_000)
})

/** A process of its own that takes one job and never ends it. */
async function otherWorker(): Promise<ChildProcess> {
  const program = `
    import { openDatabase } from '${import.meta.dirname}/../db/index.ts'
    import { jobsOn } from '${import.meta.dirname}/index.ts'
    const jobs = jobsOn(openDatabase('${db.adminUrl}'), 'Asia/Ho_Chi_Minh', () => {})
    await jobs.start([{ name: 'test.long', run: () => { console.log('began'); return new Promise(() => {}) } }])
    console.log('ready')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}
