import { type Expression, type SqlBool, sql } from 'kysely'
import type { SecretHash, Tx } from '../../db/index.ts'
import type { Lang } from '../../web/index.ts'

export type Kept = {
  readonly address: string
  readonly lang: Lang
  readonly confirmedAt: Date
  /** Whether letters are wanted that may be left out. */
  readonly optional: boolean
  /** When a letter came back for good: nothing is sent there any more. */
  readonly bouncedAt: Date | null
}
/** Where mail goes, and where it would go once the link is opened that was mailed there. */
export type MailNow = { readonly kept: Kept | undefined; readonly asked: string | undefined }

const mine = sql<SqlBool>`person = actor()` as Expression<SqlBool>

export async function mailNow(tx: Tx): Promise<MailNow> {
  const kept = await tx
    .selectFrom('mail_address')
    .select(['address', 'lang', 'confirmed_at as confirmedAt', 'optional', 'bounced_at as bouncedAt'])
    .where(mine)
    .executeTakeFirst()
  const asked = await tx
    .selectFrom('mail_confirmation')
    .select('address')
    .where(mine)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { kept: kept && { ...kept, lang: kept.lang as Lang }, asked: asked?.address }
}

export async function askFor(
  tx: Tx,
  hash: SecretHash,
  address: string,
  lang: Lang,
): Promise<'asked' | 'just_now' | 'too_many'> {
  const { rows } = await sql<{ told: string }>`select mail_ask(${hash}, ${address}, ${lang}) as told`.execute(tx)
  const told = rows[0]?.told
  return told === 'asked' || told === 'just_now' ? told : 'too_many'
}

/** Whether the link is this person's own, and still good or used already. */
export async function isGoodLink(tx: Tx, hash: SecretHash): Promise<boolean> {
  const row = await tx
    .selectFrom('mail_confirmation')
    .select('hash')
    .where(mine)
    .where('hash', '=', hash)
    .where(sql<SqlBool>`(used_at is not null or expires_at > now())`)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the secret was this person's own, and still good. */
export async function confirmBy(tx: Tx, hash: SecretHash): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select mail_confirm(${hash}) as done`.execute(tx)
  return rows[0]?.done === true
}

export async function removeMail(tx: Tx): Promise<void> {
  await sql`select mail_remove()`.execute(tx)
}

export async function setLanguage(tx: Tx, lang: Lang): Promise<void> {
  await tx.updateTable('mail_address').set({ lang }).where(mine).execute()
}

export async function setOptional(tx: Tx, optional: boolean): Promise<void> {
  await tx.updateTable('mail_address').set({ optional }).where(mine).execute()
}

/** By the key that stands in a letter. Gives whether there is such a key. */
export async function unsubscribe(tx: Tx, key: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select mail_unsubscribe(${key}) as done`.execute(tx)
  return rows[0]?.done === true
}

/** Whether letters that may be left out still go to whoever has this key; nothing where nobody has. */
export async function isSubscribed(tx: Tx, key: string): Promise<boolean | undefined> {
  const { rows } = await sql<{ still: boolean | null }>`select mail_subscribed(${key}) as still`.execute(tx)
  return rows[0]?.still ?? undefined
}

export type Outgoing = {
  readonly address: string | null
  readonly kind: string
  readonly made_at: Date
  readonly sent_at: Date | null
  readonly waits: boolean
  readonly tries: number
  readonly failed: string | null
}

/** For an administrator alone: to anybody else the function gives nothing. */
export async function outbox(tx: Tx, most: number): Promise<readonly Outgoing[]> {
  return (await sql<Outgoing>`select * from outbox(${most})`.execute(tx)).rows
}
