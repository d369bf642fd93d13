import { isId, newId, type PersonId, type Tx } from '../db/index.ts'
import { giveCode } from './give-code.ts'
import { invite } from './invite.ts'
import { mayBeInvited, traceOfOperator, type WayIn } from './store.ts'
import { newToken, type Wanted } from './tokens.ts'

/** What the operator makes at the machine lets them act as that person. So the person sees it: first the row, then, in the same
 *  transaction, the way in; the database refuses it without the row. */
async function seenBy<M>(tx: Tx, person: PersonId, way: WayIn, make: () => Promise<M>) {
  if (!isId(person) || !(await mayBeInvited(tx, person))) return { kind: 'refused', code: 'unknown_person' } as const
  await traceOfOperator(tx, newId(), person, way)
  return make()
}

export const inviteAsOperator = (tx: Tx, wanted: { readonly person: PersonId; readonly url: string }) =>
  seenBy(tx, wanted.person, 'invitation', () => invite(tx, wanted))

export const giveCodeAsOperator = (tx: Tx, wanted: { readonly person: PersonId }) =>
  seenBy(tx, wanted.person, 'code', () => giveCode(tx, wanted))

export const createToken = (tx: Tx, wanted: Wanted) => seenBy(tx, wanted.person, 'token', () => newToken(tx, wanted))
