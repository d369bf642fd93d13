import type { Rule, Somebody } from '../permissions/index.ts'

/** At the browser, not by a token: a token that got away must not be able to make itself a passkey or another token. */
export const bySession: Rule<Somebody> = {
  name: 'any member, by session',
  admits: (actor): actor is Somebody => actor.kind === 'person' && actor.via === 'session',
}
