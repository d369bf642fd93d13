import { hashOf, isId, newSecret, type PersonId, type Tx } from '../db/index.ts'
import { keepSecretFor, mayBeInvited } from './store.ts'

export type Invited =
  | { readonly kind: 'made'; readonly link: string; readonly secret: string; readonly expiresAt: Date }
  | { readonly kind: 'refused'; readonly code: 'unknown_person' }

/** Makes an invitation: whoever opens its link may, once and within seven days, enrol a passkey for `person`. Earlier unused
 *  invitations of the person end. Set-up may, for whom it makes the administrator; anyone else only after the row that the person
 *  sees, in the same transaction: the database refuses it otherwise. */
export async function invite(tx: Tx, { person, url }: { person: PersonId; url: string }): Promise<Invited> {
  if (!isId(person) || !(await mayBeInvited(tx, person))) return { kind: 'refused', code: 'unknown_person' }
  const secret = newSecret()
  const expiresAt = await keepSecretFor(tx, 'invitation', hashOf(secret), person)
  return { kind: 'made', link: `${url}/invitations/${secret}`, secret, expiresAt }
}
