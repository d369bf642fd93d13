import { hashOf, isId, newId, newSecret, type PersonId, type Tx } from '../db/index.ts'
import { addToken, mayBeInvited, traceOfOperator } from './store.ts'

export type TokenMade = { readonly kind: 'made'; readonly token: string; readonly id: string }
type Wanted = { readonly person: PersonId; readonly name?: string | undefined; readonly expiresAt?: Date | undefined }

/** A token that acts for `person`, made by that person. Shown once: only its hash is kept. */
export async function newToken(tx: Tx, { person, name = '', expiresAt }: Wanted): Promise<TokenMade> {
  const token = `cd_${newSecret()}`
  const id = newId()
  await addToken(tx, { id, hash: hashOf(token), person, name: name.slice(0, 100), expires_at: expiresAt ?? null })
  return { kind: 'made', token, id }
}

/** The same by the operator at the machine. The person sees it: in the record of who looked, and among their tokens. */
export async function createToken(
  tx: Tx,
  wanted: Wanted,
): Promise<TokenMade | { readonly kind: 'refused'; readonly code: 'unknown_person' }> {
  if (!isId(wanted.person) || !(await mayBeInvited(tx, wanted.person)))
    return { kind: 'refused', code: 'unknown_person' }
  await traceOfOperator(tx, newId(), wanted.person)
  return newToken(tx, wanted)
}
