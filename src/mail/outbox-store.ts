import { sql } from 'kysely'
import type { PersonId, Tx } from '../db/index.ts'
import type { Lang } from '../web/index.ts'

/** A notice in hand. Without an address there is nobody to write to any more. */
export type Due = {
  readonly notice: string
  readonly kind: string
  readonly about: string | null
  readonly tries: number
  readonly address: string | null
  readonly lang: Lang | null
}

/** Takes what is due, the oldest first; others pass it over for ten minutes. Should we die, it is due again then. */
export async function claimDue(tx: Tx, most: number): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`
    with taken as (
      update outgoing_mail m set due_at = now() + interval '10 minutes', tries = m.tries + 1
      where m.notice = any (array(
        select notice from outgoing_mail where due_at <= now() order by due_at limit ${most} for no key update skip locked))
      returning m.notice, m.person, m.tries, m.made_at
    )
    select t.notice, n.kind, n.about, t.tries, a.address, a.lang
    from taken t join notice n on n.id = t.notice left join mail_address a on a.person = t.person
    order by t.made_at`.execute(tx)
  return rows
}

/** How many are due in truth, whatever this role may see. */
export async function countDue(tx: Tx): Promise<number> {
  const { rows } = await sql<{ due: string }>`select mail_due() as due`.execute(tx)
  return Number(rows[0]?.due)
}

export async function markSent(tx: Tx, notice: string): Promise<void> {
  await tx
    .updateTable('outgoing_mail')
    .set({ sent_at: sql<Date>`now()`, due_at: null, failed: null })
    .where('notice', '=', notice)
    .execute()
}

/** Tried again after so many minutes; without them never. */
export async function markFailed(tx: Tx, notice: string, code: string, minutes: number | undefined): Promise<void> {
  await tx
    .updateTable('outgoing_mail')
    .set({ failed: code, due_at: minutes === undefined ? null : sql<Date>`now() + make_interval(mins => ${minutes})` })
    .where('notice', '=', notice)
    .execute()
}

/** Not tried after all: due again in a minute, as if it had not been taken. */
export async function giveBack(tx: Tx, notices: readonly string[]): Promise<void> {
  await sql`
    update outgoing_mail set due_at = now() + interval '1 minute', tries = tries - 1
    where notice = any (${notices}::uuid[])`.execute(tx)
}

/** Who has confirmed this address, and in which language to write to them. */
export async function whoIsAt(
  tx: Tx,
  address: string,
): Promise<readonly { person: PersonId; lang: Lang; address: string }[]> {
  const rows = await tx
    .selectFrom('mail_address')
    .select(['person', 'lang', 'address'])
    .where(sql`lower(address)`, '=', sql`lower(${address})`)
    .limit(5)
    .execute()
  return rows as { person: PersonId; lang: Lang; address: string }[]
}
