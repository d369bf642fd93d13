import { sql } from 'kysely'
import { attest, beforeAll, enterSome, moveSome } from '../attestations/index.ts'
import { type Database, hashOf, newSecret, type Tx, today } from '../db/index.ts'
import { oneAtATime } from './store.ts'
import { home, type Story } from './story/index.ts'

const zone = 'Asia/Ho_Chi_Minh'
const exemption = '019b8a3c-0000-7000-8000-00000000e8e3'

/** Every state of the attestation, by the register's own rules at days that have passed: somebody has attested, has none, is due, overdue,
 *  exempt, or cannot be reached. Each of these steps may be done again after a crash. */
export async function attestInSample(db: Database, { people }: Story): Promise<void> {
  const day = today(zone)
  const ward = people.filter(({ unit }) => unit === home)
  const turns = (tx: Tx, ...ago: readonly number[]) =>
    keepTimeAt(
      tx,
      ago.map((days) => daysBefore(day, days)),
    )
  await byThemselves(
    db,
    people.filter((_, n) => n % 9 !== 7),
    letIn,
  ) // the others cannot be reached
  await db.under('operator', (tx) => setUp(tx, day, ward[6]?.id))
  await db.under('reminder', async (tx) => {
    await oneAtATime(tx)
    await enterSome(tx, beforeAll, 1_000)
    await turns(tx, 120, 60, 30)
  })
  const attesting = ward.filter((_, n) => n % 2 === 1)
  await byThemselves(db, attesting, async (tx, id) => void (await attest(tx, id, await allStill(tx), day, 'web')))
  await db.under('reminder', (tx) => turns(tx, 0))
}

const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

async function keepTimeAt(tx: Tx, days: readonly string[]): Promise<void> {
  for (const day of days) while ((await moveSome(tx, day, zone)) > 0) {}
}

/** A cycle in which about half of them have had their date, and somebody who is exempt. */
async function setUp(tx: Tx, day: string, exempt: string | undefined): Promise<void> {
  await oneAtATime(tx)
  const month = Number(daysBefore(day, 25).slice(5, 7))
  const [from, until] = [daysBefore(day, 200), daysBefore(day, -200)]
  await sql`select attestation_cycle_set('', 12, ${month}, 60)`.execute(tx)
  await sql`select person_absent(${exemption}, ${exempt}, 'exempt', 'age', ${from}::date, ${until}::date)`.execute(tx)
}

async function byThemselves(
  db: Database,
  people: Story['people'],
  act: (tx: Tx, id: string) => Promise<void>,
): Promise<void> {
  await db.showing(hashOf(newSecret()), async (tx, enter) => {
    await oneAtATime(tx)
    for (const { id } of people) {
      await enter(id)
      await act(tx, id)
    }
  })
}

async function allStill(tx: Tx) {
  const rows = await tx.selectFrom('declaration_now').select('id').where('person', '=', sql<string>`actor()`).execute()
  return new Map(rows.map(({ id }) => [id as string, 'still_mine' as const]))
}

/** A passkey that opens nothing: made-up people are entered by the buttons of the sample. */
async function letIn(tx: Tx): Promise<void> {
  await sql`
    insert into passkey (id, person, credential_hash, credential, public_key, name)
    select gen_random_uuid(), actor(), sha256(convert_to(actor()::text, 'UTF8')), '-', '', 'Khóa mẫu'
    where not exists (select from passkey where person = actor())`.execute(tx)
}
