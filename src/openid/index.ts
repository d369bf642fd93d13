/** Signing in elsewhere, by OpenID Connect or OAuth: for proofs of accounts, and for the organisation's own sign-in. */
export {
  type Begun,
  type Client,
  discovered,
  type Keeps,
  knownServer,
  type Tokens,
  type Way,
  wayIn,
  withTokens,
} from './oauth.ts'
export { reasonOf, type Tried, tried } from './outcome.ts'
export { opened, sealed } from './seal.ts'
export { toHost, toServices, Unanswered, type Unheard } from './way-out.ts'
