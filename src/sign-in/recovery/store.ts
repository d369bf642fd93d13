import { sql } from 'kysely'
import { type PersonId, rowsOf, type SecretHash, said, type Tx } from '../../db/index.ts'

/** All SQL of recovery. Who may do what, from where to where, stands in 0023-recovery.sql and holds there. */

export const waysRecognised = ['known', 'paper', 'call_back'] as const
export type Recognised = (typeof waysRecognised)[number]
export type Standing = 'asked' | 'started' | 'waiting' | 'ready' | 'done' | 'stopped' | 'lapsed'

/** What happened, and when; each name as it was on that day. */
export type Story = {
  readonly id: string
  readonly state: Standing
  readonly asked_by: 'person' | 'officer'
  readonly asked_at: Date
  readonly recognised: Recognised | null
  readonly started_by_name: string | null
  readonly started_by_unit: string | null
  readonly started_at: Date | null
  readonly agreed_by_name: string | null
  readonly agreed_by_unit: string | null
  readonly agreed_at: Date | null
  readonly opens_at: Date | null
  readonly reminded_at: Date | null
  readonly given_at: Date | null
  readonly given_by_name: string | null
  readonly ended_at: Date | null
  readonly stopped_by: 'person' | 'link' | 'officer' | null
}

/** For the officers of it. */
export type RecoveryLine = Story & {
  readonly person: PersonId
  readonly name: string
  readonly office: string | null
  readonly unit_name: string | null
  readonly keeps: boolean
  readonly agrees: boolean
  /** How many could be the second officer. */
  readonly seconds: string
}

/** For its person, who alone has the key that stops it. */
export type MyRecovery = Story & { readonly stop_key: string }

export const askFor = async (tx: Tx, known: string): Promise<void> => {
  await sql`select recovery_ask(${known})`.execute(tx)
}

export const start = (tx: Tx, person: PersonId, how: Recognised) =>
  said<'started' | 'recovery_open' | 'recovery_bears_role' | 'not_found'>(
    tx,
    sql`select recovery_start(${person}, ${how}) as said`,
  )
export const agree = (tx: Tx, id: string) => said<'agreed' | 'not_found'>(tx, sql`select recovery_agree(${id}) as said`)
type Stopped = 'stopped' | 'recovery_over' | 'not_found'
export const stop = (tx: Tx, id: string) => said<Stopped>(tx, sql`select recovery_stop(${id}) as said`)
export const stopBy = (tx: Tx, key: string) => said<Stopped>(tx, sql`select recovery_stop_by(${key}) as said`)
export const give = (tx: Tx, id: string, hash: SecretHash) =>
  said<'given' | 'recovery_not_ready' | 'not_found'>(tx, sql`select recovery_give(${id}, ${hash}) as said`)
/** Until when a link that is made now is good. */
export const goodUntil = async (tx: Tx): Promise<Date> => {
  const [row] = await rowsOf(tx, sql<{ at: Date }>`select now() + interval '7 days' as at`)
  return (row as { at: Date }).at
}

export type Told = { readonly state: Standing; readonly opens_at: Date | null }
export const toldOf = async (tx: Tx, key: string) =>
  (await rowsOf(tx, sql<Told>`select * from recovery_told(${key})`))[0]

export const recoveriesSeen = (tx: Tx) => rowsOf(tx, sql<RecoveryLine>`select * from recoveries_seen()`)
export const recoverySeen = async (tx: Tx, id: string) =>
  (await rowsOf(tx, sql<RecoveryLine>`select * from recovery_seen(${id})`))[0]
export const recoveryOpenOf = async (tx: Tx, person: PersonId) =>
  (await rowsOf(tx, sql<RecoveryLine>`select * from recovery_open_of(${person})`))[0]

export const recoveriesOf = (tx: Tx, person: PersonId) =>
  rowsOf(
    tx,
    sql<MyRecovery>`select r.*, recovery_standing(r) as state from recovery r where r.person = ${person} order by r.asked_at desc limit 20`,
  )

export const settleRecoveries = async (tx: Tx): Promise<number> => {
  const [row] = await rowsOf(tx, sql<{ settled: number }>`select settle_recoveries() as settled`)
  return row?.settled ?? 0
}
