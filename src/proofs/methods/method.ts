import type { GuardedClient, Resolvers } from '../../net/index.ts'
import type { Finding } from '../finding.ts'

export type Net = { readonly resolvers: Resolvers; readonly client: GuardedClient }

/** The part of a declaration that a proof is about. */
export type Declared = { readonly platform: string; readonly canonical: string }

/** The token of one proof, and how it is meant to stand there. */
export type Sought = { readonly token: string; readonly keep: boolean; readonly expiresOn: string | null }

/** What holds for every method: the label in all names, and which day it is. */
export type Terms = { readonly label: string; readonly today: string }

/** Exactly what to put where. */
export type Publish =
  | { readonly type: 'TXT'; readonly name: string; readonly value: string }
  | { readonly url: string; readonly path: string; readonly contentType: 'text/plain'; readonly body: string }
  | { readonly url: string; readonly tag: string; readonly name: string; readonly content: string }

export type MethodName = 'dns-txt' | 'well-known' | 'meta-tag'

export interface ProofMethod {
  readonly name: MethodName
  /** Days between two checks of a proof that stays in place. */
  readonly recheckDays: number
  /** Whether this way can prove that address at all. Asks nobody. */
  applies(declared: Declared): boolean
  publish(declared: Declared, sought: Sought, terms: Terms): Publish
  /** Looks at the one place where the proof must be. Never throws for what is out there. */
  look(net: Net, declared: Declared, sought: Sought, terms: Terms): Promise<Finding>
}
