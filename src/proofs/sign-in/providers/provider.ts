import type { Begun, Keeps, Way } from '../../../openid/index.ts'
import type { Declared, Net, Terms } from '../../methods/index.ts'

/** Where people sign in to show that an account is theirs. A new one is a file here. */
export type SignInProvider = {
  /** Its word in our own addresses. */
  readonly id: string
  /** As people know it. */
  readonly name: string
  /** Who is asked: this is kept with the check. */
  readonly place: string
  /** The way in, with all that a sign-in of ours must hold. Throws `Unanswered` for what is out there. */
  begin(out: Out, way: Way): Promise<Begun>
  /** Which accounts the person signed in to. What was given to us for that is dropped before this ends. Throws `Unanswered`. */
  finish(out: Out, way: WayBack): Promise<readonly Account[]>
}

/** What an operator has set up for one address. */
export type ProviderKind = (declared: Declared, terms: Terms) => readonly SignInProvider[]

export type { Begun, Keeps, Way }

export type Out = { readonly net: Net; readonly terms: Terms; readonly declared: Declared }
export type WayBack = Way & {
  readonly back: URL
  readonly keeps: Keeps
  /** The permanent id that was proven before, if any was. */
  readonly uid: string | null
}
/** An account, by what its provider says of it. */
export type Account = {
  /** Addresses as the provider writes them; the register reads them by its own rules. */
  readonly addresses: readonly string[]
  /** The permanent id, in the same form in which every other method of this platform reads it. */
  readonly uid?: string
}
