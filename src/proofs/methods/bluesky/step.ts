import type { NotRead, Where } from '../profile/reader.ts'

/** The DNS name or address that was asked, without anything that somebody else wrote: this is kept. */
export type At = { readonly place: string } & Where

/** Here it ends, and why. */
export type Stop = NotRead & At

export const twoAccounts: NotRead = { kind: 'absent', reason: 'two_accounts' }
