import type { Settings } from '../../config.ts'
import type { GuardedClient, Resolvers, Services } from '../../net/index.ts'
import type { Finding } from '../finding.ts'

export type Net = { readonly resolvers: Resolvers; readonly client: GuardedClient; readonly services: Services }

/** The part of a declaration that a proof is about. */
export type Declared = {
  readonly platform: string
  readonly canonical: string
  readonly handle?: string
  /** Permanent id, where the address itself holds one. */
  readonly uid?: string
}

/** The token of one proof, and how it is meant to stand there. */
export type Sought = {
  /** The proof, where an address of ours is said that leads to it. */
  readonly id?: string
  readonly token: string
  readonly keep: boolean
  readonly expiresOn: string | null
  /** The permanent id that was proven before: another one is another account. */
  readonly uid?: string | null
}

/** What holds for every method: the label in all names, which day it is, where the register is, what the operator has set up. */
export type Terms = {
  readonly label: string
  readonly today: string
  /** The public origin of the register. */
  readonly url: string
  readonly settings: Settings
}

/** Exactly what to put where; of what is not published anywhere, where to go on. */
export type Publish =
  | { readonly type: 'TXT'; readonly name: string; readonly value: string }
  | { readonly url: string; readonly path: string; readonly contentType: 'text/plain'; readonly body: string }
  | { readonly url: string; readonly tag: string; readonly name: string; readonly content: string }
  /** A link on the page at `url`. */
  | { readonly url: string; readonly link: string; readonly href: string }
  /** A code in the public text of the account at `url`. */
  | { readonly url: string; readonly code: string }
  /** Pages of the register where the person signs in at each of these providers. */
  | { readonly signIn: readonly { readonly name: string; readonly url: string }[] }
  /** An officer of the person's unit is asked. */
  | { readonly ask: 'officer' }

export type MethodName =
  | 'dns-txt'
  | 'well-known'
  | 'meta-tag'
  | 'rel-me'
  | 'bluesky'
  | 'profile-code'
  | 'sign-in'
  | 'witnessed'

type Way = {
  readonly name: MethodName
  /** Whether this way can prove that address at all, with what the operator has set up. Asks nobody. */
  applies(declared: Declared, terms: Terms): boolean
  publish(declared: Declared, sought: Sought, terms: Terms): Publish
}

/** The register looks by itself at one place. */
export type LookedFor = Way & {
  readonly how: 'looked_for'
  /** A token of 160 bits; a code of 40 bits, short enough to type into a profile; the address of the person's own public page. */
  readonly secret: 'token' | 'code' | 'page'
  /** Days between two checks of a proof that stays in place; null where none may stay. */
  readonly recheckDays: number | null
  /** Looks at the one place where the proof must be. Never throws for what is out there. */
  look(net: Net, declared: Declared, sought: Sought, terms: Terms): Promise<Finding>
  /** Of what was found: whether the zone is signed, and every resolver validated it. */
  signed?(net: Net, declared: Declared, sought: Sought, terms: Terms): Promise<boolean>
  /** Asks only whether the name still belongs to the permanent id `uid`: `found`, `other_account`, or anything else, which costs nothing. */
  watch?(net: Net, declared: Declared, uid: string, terms: Terms): Promise<Finding>
}

/** The account is shown: by signing in to it, or to an officer. That act itself records the check. */
export type Shown = Way & { readonly how: 'shown' }

export type ProofMethod = LookedFor | Shown
