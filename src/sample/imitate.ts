import { sql } from 'kysely'
import { openImitation } from '../access-record/index.ts'
import { recognise } from '../addresses/index.ts'
import { type Database, hashOf, newSecret, type Tx } from '../db/index.ts'
import { answer, find, keepObjection, keepReport, subjectOf } from '../impersonations/index.ts'
import { signedIn } from './sign-in.ts'
import { oneAtATime } from './store.ts'
import { home, type Story } from './story/index.ts'

/** How far each goes. */
const ends = ['asked', 'denied', 'mine', 'not_found', 'found', 'objected'] as const

/** A report in each state, about the first who lists a page, by the register's own acts: all of them, or none. */
export async function imitateInSample(db: Database, story: Story): Promise<void> {
  const person = firstListed(story)
  const reviewer = story.duties.find(({ role }) => role === 'reviewer')?.person
  if (!person || !reviewer) return
  await db.showing(hashOf(newSecret()), async (tx, enter) => {
    await oneAtATime(tx)
    await enter(person)
    if (await tx.selectFrom('impersonation').select('id').executeTakeFirst()) return
    const { rows } = await sql<{ page: string }>`select my_page() as page`.execute(tx)
    await signedIn(tx, enter, reviewer)
    for (const end of ends) await goAsFarAs(end, { tx, enter, person, reviewer, page: rows[0]?.page as string })
  })
}

type At = {
  readonly tx: Tx
  readonly enter: (actor: string) => Promise<void>
  readonly person: string
  readonly reviewer: string
  readonly page: string
}

async function goAsFarAs(end: (typeof ends)[number], { tx, enter, person, reviewer, page }: At): Promise<void> {
  const { address } = recognise(`https://mau-gia-${end.replace('_', '-')}.example.org/`)
  if (!address) throw new Error('the sample has a bad address')
  await enter('')
  await keepReport(tx, address, page, ['name', 'photograph', 'money'])
  if (end === 'asked') return
  await enter(person)
  const { id } = await tx
    .selectFrom('impersonation')
    .select('id')
    .where('canonical', '=', address.canonical)
    .executeTakeFirstOrThrow()
  await answer(tx, id, end === 'mine')
  if (end === 'denied' || end === 'mine') return
  await enter(reviewer)
  const about = await subjectOf(tx, id)
  const opened = about && (await openImitation(tx, about.subject, about.number, 'web'))
  if (opened?.kind !== 'opened') throw new Error('the sample has no reviewer')
  const says = end === 'not_found' ? 'parody' : 'nothing'
  await find(opened.report, id, { asOwn: true, says, reasons: ['name', 'money'] })
  if (end !== 'objected') return
  await enter('')
  await keepObjection(tx, address.canonical, 'own_name')
}

function firstListed({ people, chapters }: Story): string | undefined {
  const listed = chapters.shown.declaration_version.filter(({ visibility }) => visibility === 'listed')
  return people.find(({ unit, id }) => unit === home && listed.some((version) => version.person === id))?.id
}
