import type { Reason, Told } from '../net/index.ts'

type Silence = Extract<Told, { kind: 'unreachable' }>['why']

/** Why a token is not there although the place could be read. */
export const absences = [
  'no_record', // no TXT record at the name
  'other_records', // records, none of them of our form
  'other_token',
  'token_expired',
  'expiry_unreadable',
  'no_address', // the host does not exist, or has no address
  'not_there', // 404, 410
  'other_status',
  'wrong_type',
  'other_content',
  'no_tag',
  'moved', // the page leads to another page
  'no_link',
  'no_code',
  'other_code',
  'no_account',
  'other_account', // the name belongs to another permanent id than the one declared or proven before
  'two_accounts', // two places that must agree name different accounts
  'not_claimed_back', // the account does not name this handle
  'not_this_account', // somebody signed in, but to another account than the one declared
  'renamed', // the account that was proven before now goes by another name than the one declared
] as const
export type Absence = (typeof absences)[number]

/** Why nobody could tell. None of these says anything about the person. */
export type Silenced =
  | Exclude<Reason, 'dns_unreachable'>
  | `dns_${Silence}`
  | 'server_error'
  | 'server_busy'
  | 'closed_to_us'
  | 'unreadable' // an answer that is not of the known form
  | 'sign_in_invalid' // a sign-in came back that is not the one begun here, or does not hold
  | 'provider_elsewhere' // a provider leads to an origin that the operator did not name
  | 'no_sign_in_here' // a server that does not let the register make itself known

/** Complete by its type: a reason that the net learns to give must get its words. */
const silenced: Record<Silenced, true> = {
  malformed: true,
  bad_scheme: true,
  bad_port: true,
  credentials: true,
  address_not_public: true,
  connection_refused: true,
  connection_failed: true,
  certificate: true,
  tls_handshake: true,
  redirect_outside: true,
  redirect_downgrade: true,
  too_many_redirects: true,
  too_large: true,
  encoding: true,
  timeout: true,
  rate_limited: true,
  dns_timeout: true,
  dns_refused: true,
  dns_servfail: true,
  dns_disagree: true,
  dns_network: true,
  server_error: true,
  server_busy: true,
  closed_to_us: true,
  unreadable: true,
  sign_in_invalid: true,
  provider_elsewhere: true,
  no_sign_in_here: true,
}
export const silences = Object.keys(silenced) as Silenced[]

/** What one look brought. `seen` holds only texts shaped like our own, `others` counts the rest: neither is stored. */
export type Finding = Place &
  (
    | {
        readonly kind: 'found'
        /** Until when the published text itself says that it is good. */
        readonly until?: string
        /** The permanent id of the account, where the place tells one. */
        readonly uid?: string
        /** The zone is signed, and every resolver that was asked says that it validated the answer. */
        readonly dnssec?: true
      }
    | { readonly kind: 'absent'; readonly reason: Absence; readonly seen: readonly string[]; readonly others: number }
    | { readonly kind: 'unreachable'; readonly reason: Silenced }
  )
type Place = {
  /** The DNS name or URL that was asked: this is kept. */
  readonly place: string
  /** The same, or where a redirect led: somebody else wrote that, so it is shown and not kept. */
  readonly where: string
  readonly expected: string
  readonly resolvers: readonly string[]
}
