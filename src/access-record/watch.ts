import { sql } from 'kysely'
import { type Database, type DaysApart, daysApart, type Tx } from '../db/index.ts'

export type Watch = {
  readonly timeZone: string
  readonly usual: {
    readonly from_hour: number
    readonly until_hour: number
    readonly every_day: boolean
    readonly records_a_day: number
  }
  readonly daysOff: readonly string[]
  readonly daysWorked: readonly string[]
}

/** Tells the database what counts as usual, at start: from then on it marks by itself what is not, whoever writes the row. */
export const watchBy = (db: Database, { timeZone, usual, daysOff, daysWorked }: Watch): Promise<void> =>
  db.under('operator', async (tx) => {
    const { records_a_day: most_a_day, ...hours } = usual
    await tx
      .updateTable('watch_rule')
      .set({ time_zone: timeZone, ...hours, most_a_day })
      .execute()
    await writeDays(tx, daysApart({ off: daysOff, worked: daysWorked }))
  })

async function writeDays(tx: Tx, apart: DaysApart): Promise<void> {
  const days = [...apart].map(([day, off]) => ({ day, off }))
  await tx
    .deleteFrom('day_off')
    .where(
      'day',
      'not in',
      days.map(({ day }) => sql<Date>`${day}::date`),
    )
    .execute()
  await tx
    .insertInto('day_off')
    .values(days)
    .onConflict((clash) => clash.column('day').doUpdateSet({ off: sql`excluded.off` }))
    .execute()
}
