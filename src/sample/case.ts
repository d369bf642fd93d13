import { sql } from 'kysely'
import { openRecord } from '../access-record/index.ts'
import { appeal, decide, factsOf, openCase, opening, reply } from '../cases/index.ts'
import { type Database, hashOf, newSecret, type Tx } from '../db/index.ts'
import { signedIn } from './sign-in.ts'
import { oneAtATime } from './store.ts'
import { guides, home, type Story } from './story/index.ts'

/** How far each goes. */
const ends = ['notified', 'replied', 'decided', 'appealed'] as const

const said = {
  reply: 'Tôi đi công tác xa trong đợt vừa rồi nên chưa kịp xác nhận. Tôi sẽ xác nhận trong tuần này.',
  reasons: 'Sổ đã nhắc ba lần trước ngày đến hạn. Chưa có xác nhận nào được gửi, và không có ngày nghỉ nào được ghi.',
  appeal: 'Tôi nghỉ ốm trong hai tuần trước ngày đến hạn. Đơn vị có giấy xác nhận nhưng chưa ghi vào sổ.',
} as const

/** A case in each state, about people of the ward who have not attested by their date, by the register's own acts: all of them, or none. */
export async function caseInSample(db: Database, { people, duties }: Story): Promise<void> {
  const bears = (role: string) => duties.find((duty) => duty.role === role && duty.unit === home)?.person ?? ''
  const [officer, reviewer] = [bears('officer'), bears('reviewer')]
  const ward = people.filter(
    ({ id, unit, ref }) => unit === home && id !== officer && id !== reviewer && ref !== guides.member.ref,
  )
  await db.showing(hashOf(newSecret()), async (tx, enter) => {
    await oneAtATime(tx)
    await enter(officer)
    if ((await sql`select from case_tasks()`.execute(tx)).rows.length > 0) return
    await signedIn(tx, enter, officer)
    const opened: { readonly id: string; readonly person: string }[] = []
    for (const { id } of ward) {
      if (opened.length === ends.length) break
      const about = await opensAbout(tx, id)
      if (about) opened.push({ id: about, person: id })
    }
    await signedIn(tx, enter, reviewer)
    for (const [n, { id, person }] of opened.entries()) await goAsFarAs(ends[n], { tx, enter, reviewer, id, person })
  })
}

/** Where they have not attested by their date. */
async function opensAbout(tx: Tx, person: string): Promise<string | undefined> {
  const record = await openRecord(tx, person, 'duty', 'web')
  if (record.kind !== 'opened') return undefined
  const found = (await factsOf(record.record)).find(({ fact }) => fact === 'not_attested')
  if (!found) return undefined
  const { fact, thing, fact_on: factOn } = found
  return (await openCase(record.record, { fact, thing, factOn })).opened ?? undefined
}

type At = {
  readonly tx: Tx
  readonly enter: (actor: string) => Promise<void>
  readonly reviewer: string
  readonly id: string
  readonly person: string
}

async function goAsFarAs(
  end: (typeof ends)[number] | undefined,
  { tx, enter, reviewer, id, person }: At,
): Promise<void> {
  if (end === 'notified') return
  await enter(person)
  await reply(tx, id, said.reply, [])
  if (end === 'replied') return
  await enter(reviewer)
  await opening(tx, id, 'web', () => decide(tx, id, 'reminder', '1', said.reasons))
  if (end === 'decided') return
  await enter(person)
  await appeal(tx, id, said.appeal)
}
