import { sql } from 'kysely'
import { rowsOf, type Tx } from '../../db/index.ts'
import type { Lang } from '../../web/index.ts'
import type { Sub } from './rules.ts'

/** Browsers to which something is due, in no order. */
export async function waiting(tx: Tx, most: number): Promise<readonly string[]> {
  const rows = await rowsOf(
    tx,
    sql<{ id: string }>`
    select s.id from (select distinct subscription from outgoing_push where due_at <= now()) o join push_subscription s on s.id = o.subscription
    where s.not_before <= now() limit ${most}`,
  )
  return rows.map(({ id }) => id)
}

export type InHand = Sub & { readonly id: string; readonly lang: Lang; readonly tries: number }
export type Told = { readonly notice: string; readonly kind: string; readonly seen: boolean }

/** A browser that is due, with all that waits for it: ours until the transaction ends; nothing where it is not due any more, or is in somebody's hand. */
export async function take(tx: Tx, id: string): Promise<{ sub: InHand; told: readonly Told[] } | undefined> {
  const [sub] = await rowsOf(
    tx,
    sql<InHand>`
    select id, endpoint, p256dh, auth, lang, tries from push_subscription where id = ${id} and not_before <= now() for no key update skip locked`,
  )
  if (!sub) return undefined
  const told = await rowsOf(
    tx,
    sql<Told>`
    select o.notice, n.kind, n.seen_at is not null as seen from outgoing_push o join notice n on n.id = o.notice where o.subscription = ${id}`,
  )
  return { sub, told }
}

/** These need not be said any more; what was told meanwhile waits on. */
export async function settle(tx: Tx, id: string, told: readonly Told[]): Promise<void> {
  const notices = told.map(({ notice }) => notice)
  await sql`delete from outgoing_push where subscription = ${id} and notice = any (${notices}::uuid[])`.execute(tx)
}

/** It was taken: nothing more goes there for so many minutes. */
export async function markPushed(tx: Tx, id: string, minutes: number): Promise<void> {
  await sql`
    update push_subscription set pushed_at = now(), tries = 0, failed = null, not_before = now() + make_interval(mins => ${minutes}) where id = ${id}`.execute(
    tx,
  )
}

/** Tried again after so many minutes; without them when there is something new. */
export async function markFailed(tx: Tx, id: string, code: string, minutes: number | undefined): Promise<void> {
  await sql`
    update push_subscription set failed = ${code}, tries = ${minutes === undefined ? sql`0` : sql`tries + 1`},
      not_before = now() + make_interval(mins => ${minutes ?? 0}) where id = ${id}`.execute(tx)
}

/** On account of these it is not due before. Whatever else comes takes them along. */
export async function wait(tx: Tx, id: string, until: Date): Promise<void> {
  await sql`update outgoing_push set due_at = ${until} where subscription = ${id}`.execute(tx)
}

/** Not before this, and as if it had not been taken in hand. */
export async function postpone(tx: Tx, id: string, until: Date): Promise<void> {
  await sql`update push_subscription set not_before = ${until} where id = ${id}`.execute(tx)
}

export async function forget(tx: Tx, id: string): Promise<void> {
  await sql`delete from push_subscription where id = ${id}`.execute(tx)
}

/** How many browsers are due and in nobody's hand, whatever this role may see. */
export async function countDue(tx: Tx): Promise<number> {
  const [row] = await rowsOf(tx, sql<{ due: string }>`select push_due() as due`)
  return Number(row?.due)
}
