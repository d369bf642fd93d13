import type { PersonId, Tx } from '../db/index.ts'
import { mostDrafts } from './rules.ts'
import { alone } from './store/alone.ts'
import { standingAt } from './store/declarations.ts'
import { draftOf, draftsOf, insertDraft, readdressDraft } from './store/drafts.ts'
import type { KeptAddress } from './types.ts'

export type Begun =
  | { readonly kind: 'begun'; readonly draft: string }
  | { readonly kind: 'already_yours'; readonly id: string }
  | { readonly kind: 'too_many_drafts' }

type Pasted = { readonly address: KeptAddress; readonly typed: string; readonly draft?: string }

/** Keeps a draft from the first moment on, so that closing the browser loses nothing. The same address twice is one draft;
 *  with `draft`, that one gets another address. */
export async function begin(tx: Tx, who: PersonId, { address, typed, draft }: Pasted): Promise<Begun> {
  await alone(tx, who)
  const standing = await standingAt(tx, address.canonical)
  if (standing) return { kind: 'already_yours', id: standing }
  const drafts = await draftsOf(tx)
  const same = drafts.find((one) => one.address.canonical === address.canonical)
  const moved = same ?? (draft ? await draftOf(tx, draft) : undefined)
  if (moved) {
    await readdressDraft(tx, moved.id, address, typed)
    return { kind: 'begun', draft: moved.id }
  }
  if (drafts.filter(({ offered }) => !offered).length >= mostDrafts) return { kind: 'too_many_drafts' }
  return { kind: 'begun', draft: await insertDraft(tx, who, address, typed) }
}
