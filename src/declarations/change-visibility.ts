import type { Database, PersonId, Tx } from '../db/index.ts'
import { hasEnded, mayBe } from './rules.ts'
import { alone, aloneWith } from './store/alone.ts'
import { declarationOf, insertVersion } from './store/declarations.ts'
import { insertReceipt } from './store/receipts.ts'
import type { Channel, DeclarationNow, Shows, Visibility } from './types.ts'

export type Changed =
  | { readonly kind: 'changed'; readonly now: DeclarationNow; readonly receipt: string }
  | { readonly kind: 'unchanged'; readonly now: DeclarationNow }
  | { readonly kind: 'level_too_low' }
  | { readonly kind: 'declaration_ended' }
  | { readonly kind: 'no_such_declaration' }

type Wish = { readonly visibility: Visibility; readonly shows?: Shows }

/** A new version with another visibility. The public answer changes with it, in this very transaction. */
export async function changeVisibility(
  tx: Tx,
  who: PersonId,
  id: string,
  wish: Wish,
  channel: Channel,
): Promise<Changed> {
  await alone(tx, who)
  const asked = await declarationOf(tx, id)
  if (!asked) return { kind: 'no_such_declaration' }
  await aloneWith(tx, asked.address.canonical)
  const now = (await declarationOf(tx, id)) ?? asked
  if (hasEnded(now)) return { kind: 'declaration_ended' }
  if (!mayBe(wish.visibility, now.level)) return { kind: 'level_too_low' }
  const { visibility, shows = now.shows } = wish
  if (visibility === now.visibility && shows === now.shows) return { kind: 'unchanged', now }
  const version = await insertVersion(tx, who, id, { ...now, n: now.n + 1, visibility, shows }, channel)
  const receipt = await insertReceipt(tx, who, 'visibility_changed', id, version)
  return { kind: 'changed', now: (await declarationOf(tx, id)) ?? now, receipt }
}

const metAnother = (error: unknown) => ['23505', '40P01'].includes((error as { code?: string }).code ?? '')

/** A check may write a version at the same moment (a level fell); then the act begins again and sees it. */
export async function inOneGo<T>(db: Database, who: PersonId, act: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.as(who, act)
  } catch (error) {
    if (!metAnother(error)) throw error
    return db.as(who, act)
  }
}
