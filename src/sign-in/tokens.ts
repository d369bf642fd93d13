import { hashOf, newId, newSecret, type PersonId, type Tx } from '../db/index.ts'
import { addToken } from './store.ts'

export type TokenMade = { readonly kind: 'made'; readonly token: string; readonly id: string }
export type Wanted = {
  readonly person: PersonId
  readonly name?: string | undefined
  /** For how many days; without a number it lives until it is revoked. */
  readonly days?: number | undefined
}

/** A token that acts for `person`, made by that person. Shown once: only its hash is kept. The same `id` makes one token,
 *  however often the form is sent. */
export async function newToken(
  tx: Tx,
  { person, name = '', days, id = newId() }: Wanted & { readonly id?: string },
): Promise<TokenMade | { readonly kind: 'made_before' }> {
  const token = `cd_${newSecret()}`
  const added = await addToken(tx, { id, hash: hashOf(token), person, name: name.slice(0, 100), days })
  return added ? { kind: 'made', token, id } : { kind: 'made_before' }
}
