import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import { Unanswered, type Unheard } from './way-out.ts'

const refusals = [AuthorizationResponseError, ClientError, ResponseBodyError, WWWAuthenticateChallengeError]

/** What a provider says of itself by the browser (RFC 6749, 4.1.2.1). */
const troubles = new Set(['server_error', 'temporarily_unavailable'])

/** Why a sign-in brought nothing, where that is for others to mend; what only an engineer can mend is thrown on. */
export function reasonOf(error: unknown): Unheard {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof Unanswered) return cause.reason
  if (error instanceof AuthorizationResponseError && troubles.has(error.error)) return 'server_error'
  if (refusals.some((refusal) => error instanceof refusal)) return 'sign_in_invalid'
  if (error instanceof TypeError && 'code' in error) return 'unreadable' // what was told could not even be asked with: no address, no text
  throw error
}

export type Tried<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'unanswered'; readonly reason: Unheard }

export async function tried<T>(act: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { kind: 'done', value: await act() }
  } catch (error) {
    return { kind: 'unanswered', reason: reasonOf(error) }
  }
}
