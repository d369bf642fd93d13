import { fromKysely, PgBoss } from 'pg-boss'
import { type Database, isId, type Tx } from '../db/index.ts'

/** Ids and a step, nothing else: a queue is read by more people than a record. */
export type Payload = Readonly<Record<string, string | number>>

export type Job = {
  /** Room and act: `proofs.recheck`. */
  readonly name: string
  /** Five fields, in the zone of the register; without one it only runs when enqueued. */
  readonly cron?: string
  /** May run twice for the same payload: a killed worker's job is taken again. */
  readonly run: (payload: Payload) => Promise<void>
}

export interface Jobs {
  /** Enqueues in the transaction of the act: nothing after a rollback, nothing before the commit. */
  enqueue(tx: Tx, name: string, payload: Payload): Promise<void>
  start(jobs: readonly Job[]): Promise<void>
  stop(): Promise<void>
}

/** Ids, steps and numbers: whatever else is in a payload might name somebody, or somebody's page. */
const isPlain = (value: string | number) =>
  typeof value === 'number' || isId(value) || /^[a-z][a-z0-9_]{0,40}$/.test(value)

function plain(name: string, payload: Payload): Payload {
  const others = Object.keys(payload).filter((key) => !isPlain(payload[key] as string | number))
  if (others.length > 0) throw new Error(`${name}: no id and no step in ${others.join(', ')}`)
  return payload
}

/** Seconds. A killed worker's job is taken again within 15: its last heartbeat, then the next look of the monitor, then of a worker. */
const pace = { heartbeat: 10, monitor: 2, polling: 2 } as const

const queueOptions = {
  heartbeatSeconds: pace.heartbeat,
  retryLimit: 5,
  retryBackoff: true,
  expireInSeconds: 3_600,
}

/** pg-boss as role `app`, on the schema that a migration made. */
export function jobsOn(db: Database, timeZone: string, report: (name: string, error: Error) => void): Jobs {
  const executeSql = (text: string, values?: unknown[]) => db.jobsPool.query(text, values)
  const boss = new PgBoss({
    db: { executeSql },
    migrate: false,
    createSchema: false,
    schedule: true,
    superviseIntervalSeconds: pace.monitor,
    monitorIntervalSeconds: pace.monitor,
    maintenanceIntervalSeconds: 300,
    reindex: false,
  })
  boss.on('error', (error) => report('pg-boss', error as Error))
  return {
    async enqueue(tx, name, payload) {
      await boss.send(name, plain(name, payload), { db: fromKysely(tx) })
    },
    async start(jobs) {
      await boss.start()
      for (const job of jobs) {
        await boss.createQueue(job.name, queueOptions)
        await boss.work(job.name, { pollingIntervalSeconds: pace.polling }, async (batch) => {
          for (const { data } of batch) await reported(report, job, data as Payload)
        })
        if (job.cron) await boss.schedule(job.name, job.cron, {}, { tz: timeZone })
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  }
}

async function reported(report: (name: string, error: Error) => void, job: Job, payload: Payload): Promise<void> {
  try {
    await job.run(payload)
  } catch (error) {
    report(job.name, error as Error)
    throw new Error(codeOf(error))
  }
}

/** What is kept in the queue is a code, never a message. */
function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown }
  return [code, name].map(String).find((text) => /^\w{1,60}$/.test(text) && text !== 'undefined') ?? 'failed'
}
