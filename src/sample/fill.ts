import { openRecord, openRoll } from '../access-record/index.ts'
import { comingBy, type Database, hashOf, newSecret, type Tx } from '../db/index.ts'
import { beginSession } from '../sign-in/index.ts'
import { attestInSample } from './attest.ts'
import { campaignInSample } from './campaign.ts'
import { caseInSample } from './case.ts'
import { unitsOfVietnam } from './data.ts'
import { imitateInSample } from './imitate.ts'
import {
  hasChecks,
  hasPeople,
  hasVersion,
  insertChecks,
  insertDuties,
  insertOwn,
  insertPeople,
  insertUnits,
  isFilled,
  nameOrganisation,
  oneAtATime,
  personByRef,
} from './store.ts'
import { type CheckRows, guides, home, type OwnRows, ownTables, type Story, story } from './story/index.ts'

export const organisation = 'Đơn vị Mẫu'

/** Fills an empty database with the sample. Each part is written whole or not at all and knows whether it is there, so that a
 *  process killed half-way is followed by one that writes the rest. The name of the organisation comes last and says that all is there. */
export async function fillSample(db: Database): Promise<void> {
  if (await db.under('operator', isFilled)) return
  const told = story()
  const { declared, checked, shown, checkedAgain, ended } = told.chapters
  await db.under('operator', (tx) => settle(tx, told))
  await byThemselves(db, declared)
  await byCheck(db, checked)
  await byThemselves(db, shown)
  await byCheck(db, checkedAgain)
  await byThemselves(db, ended)
  await look(db, told)
  await attestInSample(db, told)
  await campaignInSample(db, told)
  await imitateInSample(db, told)
  await caseInSample(db, told)
  await db.under('operator', (tx) => nameOrganisation(tx, organisation))
}

/** Places, people and their duties. */
async function settle(tx: Tx, { people, duties }: Story): Promise<void> {
  await oneAtATime(tx)
  if (await hasPeople(tx)) return
  const units = await insertUnits(tx, unitsOfVietnam())
  await insertPeople(tx, people, units)
  await insertDuties(tx, duties, units)
}

/** Few enough that a slow machine has them written before a connection is held to be lost. */
const peopleAtOnce = 40

/** Transactions in which some act in turn, under the policies that hold for everybody. */
async function byThemselves(db: Database, rows: OwnRows): Promise<void> {
  const acting = [...byPerson(rows)]
  for (let from = 0; from < acting.length; from += peopleAtOnce)
    await together(db, acting.slice(from, from + peopleAtOnce))
}

/** Whoever acts here writes a version; that of the first says whether all is there. */
async function together(db: Database, acting: readonly (readonly [person: string, own: OwnRows])[]): Promise<void> {
  const first = acting.flatMap(([, own]) => own.declaration_version)[0]
  if (!first) throw new Error('nobody here writes a version')
  await db.showing(hashOf(newSecret()), async (tx, enter) => {
    await oneAtATime(tx)
    await enter(first.person)
    if (await hasVersion(tx, first.id)) return
    for (const [person, own] of acting) {
      await enter(person)
      await insertOwn(tx, own)
    }
  })
}

async function byCheck(db: Database, rows: CheckRows): Promise<void> {
  await db.under('checker', async (tx) => {
    await oneAtATime(tx)
    if (!(await hasChecks(tx, rows))) await insertChecks(tx, rows)
  })
}

function byPerson(rows: OwnRows): ReadonlyMap<string, OwnRows> {
  const all = new Map<string, OwnRows>()
  for (const table of ownTables) {
    for (const row of rows[table]) {
      const own = all.get(row.person) ?? (Object.fromEntries(ownTables.map((name) => [name, []])) as never as OwnRows)
      all.set(row.person, own)
      ;(own[table] as object[]).push(row)
    }
  }
  return all
}

/** The officer has listed the ward and opened a few records, so that "who looked" has something to show. */
async function look(db: Database, { people, duties }: Story): Promise<void> {
  const officer = duties.find(({ role, unit }) => role === 'officer' && unit === home)?.person ?? ''
  const [member, ...others] = people.filter(({ unit, id }) => unit === home && id !== officer)
  const unit = await db.under('operator', async (tx) => (await insertUnits(tx, [])).get(home))
  if (!member || !unit) return
  await db.as(officer, (tx) => openRoll(tx, unit, 'web'))
  // A record opens to who has just signed in.
  const session = hashOf(await db.as(officer, (tx) => beginSession(tx, officer, 'sample')))
  await comingBy({ secret: session }, async () => {
    for (const [n, { id }] of [member, ...others.slice(0, 5)].entries())
      await db.as(officer, (tx) => openRecord(tx, id, n % 2 === 0 ? 'help' : 'asked_by_person', 'web'))
    await db.as(officer, (tx) => openRecord(tx, member.id, 'asked_by_person', 'web'))
  })
}

export { guides, personByRef }
