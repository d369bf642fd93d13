import type { PersonId } from '../db/index.ts'

export const roles = ['officer', 'reviewer', 'overseer', 'auditor', 'administrator'] as const
export type Role = (typeof roles)[number]

/** A role in term, over one unit (or, without one, over the whole organisation). */
export type Held = { readonly role: Role; readonly unit: string | null }

export type Nobody = { readonly kind: 'nobody' }
export type Somebody = {
  readonly kind: 'person'
  readonly id: PersonId
  readonly name: string
  readonly roles: readonly Held[]
  /** By cookie, or by bearer token: a token acts for its person and ignores cookies. */
  readonly via: 'session' | 'token'
  /** Showed who they are within five minutes; a program does so with each request. */
  readonly fresh: boolean
  /** Of a token: what it may do of what its person may. */
  readonly scopes?: readonly string[]
}
export type Actor = Nobody | Somebody

export const nobody: Nobody = { kind: 'nobody' }
