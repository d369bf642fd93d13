import type { Absence, Silenced } from '../../finding.ts'
import type { Declared, Net, Terms } from '../method.ts'

/** What the public profile of an account says: its permanent id, and the texts that only its owner writes. */
export type Profile = { readonly kind: 'profile'; readonly uid: string; readonly texts: readonly string[] }

export type NotRead =
  | { readonly kind: 'absent'; readonly reason: Absence }
  | { readonly kind: 'unreachable'; readonly reason: Silenced }

/** Where it ended, and who gave that address. */
export type Where = { readonly where: string; readonly resolvers: readonly string[] }
export type ProfileRead = (Profile | NotRead) & Where

/** One platform: how the public profile of an account is read there. A new one is a file here. */
export type ProfileReader = {
  /** Whether this account can be read, with what the operator has set up. Asks nobody. */
  applies(declared: Declared, terms: Terms): boolean
  /** What is asked first: our own question, without any key, so that it may be kept. */
  place(declared: Declared, terms: Terms): URL
  /** Never throws for what is out there. A profile is given only where it is that of the declared name. */
  read(net: Net, declared: Declared, terms: Terms): Promise<ProfileRead>
}

export const noAccount: NotRead = { kind: 'absent', reason: 'no_account' }
/** What was found under the name says that its own name is another. */
export const notClaimedBack: NotRead = { kind: 'absent', reason: 'not_claimed_back' }
export const unreadable: NotRead = { kind: 'unreachable', reason: 'unreadable' }
