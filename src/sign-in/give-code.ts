import { hashOf, isId, type PersonId, type Tx } from '../db/index.ts'
import { newCode, readCode } from './code.ts'
import { keepSecretFor, mayBeInvited } from './store.ts'

export type CodeGiven =
  | { readonly kind: 'made'; readonly signInCode: string; readonly expiresAt: Date }
  | { readonly kind: 'refused'; readonly code: 'unknown_person' }

/** Makes a code with which `person` signs in once within fifteen minutes, without JavaScript. An earlier unused one ends.
 *  Only after the row that the person sees, in the same transaction, as with an invitation. */
export async function giveCode(tx: Tx, { person }: { person: PersonId }): Promise<CodeGiven> {
  if (!isId(person) || !(await mayBeInvited(tx, person))) return { kind: 'refused', code: 'unknown_person' }
  const signInCode = newCode()
  const expiresAt = await keepSecretFor(tx, 'sign_in_code', hashOfCode(signInCode), person)
  return { kind: 'made', signInCode, expiresAt }
}

export const hashOfCode = (code: string) => hashOf(`code ${readCode(code)}`)
