import { sql } from 'kysely'
import type { PersonId, Tx } from '../db/index.ts'
import type { Lang } from '../web/index.ts'

/** A notice in hand. Without an address there is nobody to write to any more. */
export type Due = {
  readonly notice: string
  readonly kind: string
  readonly about: string | null
  /** How often it was tried before. */
  readonly tries: number
  readonly person: PersonId
  readonly address: string | null
  readonly lang: Lang | null
  /** Whether letters that may be left out are wanted, and the key that ends them. */
  readonly optional: boolean | null
  readonly unsubscribe: string | null
}

/** Takes the oldest that is due, and with it what else is due to the same person: theirs until the transaction ends, passed over by others.
 *  Should we die, it is due again at once, and nothing else is in a dead one's hand. */
export async function takeDue(tx: Tx, most: number): Promise<readonly Due[]> {
  const { rows: first } = await sql<{ notice: string; person: string }>`
    select notice, person from outgoing_mail where due_at <= now() order by due_at limit 1 for no key update skip locked`.execute(
    tx,
  )
  const [one] = first
  if (!one) return []
  const { rows } = await sql<Due>`
    with mine as (
      select notice, person, tries, made_at from outgoing_mail where person = ${one.person} and due_at <= now()
      order by notice <> ${one.notice}, made_at, notice limit ${most} for no key update skip locked)
    select m.notice, m.person, n.kind, n.about, m.tries, a.address, a.lang, a.optional, a.unsubscribe
    from mine m join notice n on n.id = m.notice left join mail_address a on a.person = m.person and a.bounced_at is null
    order by m.made_at, m.notice`.execute(tx)
  return rows
}

/** How many are due and in nobody's hand, whatever this role may see. */
export async function countDue(tx: Tx): Promise<number> {
  const { rows } = await sql<{ due: string }>`select mail_due() as due`.execute(tx)
  return Number(rows[0]?.due)
}

export async function markSent(tx: Tx, notices: readonly string[]): Promise<void> {
  await sql`
    update outgoing_mail set sent_at = now(), due_at = null, failed = null, tries = tries + 1
    where notice = any (${notices}::uuid[])`.execute(tx)
}

/** Tried again after so many minutes; without them never. */
export async function markFailed(
  tx: Tx,
  notices: readonly string[],
  code: string,
  minutes: number | undefined,
): Promise<void> {
  await sql`
    update outgoing_mail set failed = ${code}, tries = tries + 1,
      due_at = ${minutes === undefined ? null : sql`now() + make_interval(mins => ${minutes})`}
    where notice = any (${notices}::uuid[])`.execute(tx)
}

/** Not before this, and as if it had not been taken in hand. */
export async function postpone(tx: Tx, notices: readonly string[], until: Date): Promise<void> {
  await sql`update outgoing_mail set due_at = ${until} where notice = any (${notices}::uuid[])`.execute(tx)
}

/** That it came back; for good, if nothing is to be sent to that address any more. */
export async function noteBounce(
  tx: Tx,
  notice: string,
  code: string,
  forGood: boolean,
): Promise<'unknown' | 'noted' | 'unreachable'> {
  const { rows } = await sql<{ said: 'unknown' | 'noted' | 'unreachable' }>`
    select mail_bounced(${notice}, ${code}, ${forGood}) as said`.execute(tx)
  return rows[0]?.said ?? 'unknown'
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
