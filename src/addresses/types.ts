/** What a written address can be judged to be. The list of platforms is the table in platforms/index.ts. */
export type Platform =
  | 'facebook'
  | 'zalo'
  | 'tiktok'
  | 'youtube'
  | 'instagram'
  | 'threads'
  | 'x'
  | 'linkedin'
  | 'telegram'
  | 'bluesky'
  | 'mastodon'
  | 'github'
  | 'gitlab'
  | 'reddit'
  | 'pinterest'
  | 'medium'
  | 'substack'
  | 'viber'
  | 'whatsapp'
  | 'lotus'
  | 'podcast'
  | 'rss'
  | 'website'

export type Kind =
  | 'account'
  | 'channel'
  | 'organization'
  | 'group'
  | 'community'
  | 'publication'
  | 'website'
  | 'feed'
  | 'show'

/** Why a text is no address of an account. The words for people stand in words.ts. */
export type Reason =
  | 'empty'
  | 'not_an_address'
  | 'ambiguous_handle'
  | 'display_name'
  | 'email_address'
  | 'multiple_addresses'
  | 'trailing_text'
  | 'too_long'
  | 'hidden_characters'
  | 'unsupported_scheme'
  | 'credentials'
  | 'invalid_host'
  | 'ip_address'
  | 'private_host'
  | 'lookalike_host'
  | 'unknown_tld'
  | 'unexpected_port'
  | 'short_link'
  | 'opaque_id'
  | 'outdated_address'
  | 'not_an_account'
  | 'content_not_account'
  | 'invalid_handle'
  | 'platform_mismatch'

export type Address = {
  readonly platform: Platform
  readonly kind: Kind
  /** The name in its identity form. It can change or pass to another person. */
  readonly handle?: string
  /** A permanent number or id, only when the address itself holds one. */
  readonly uid?: string
  /** The identity key, which also opens as a link. */
  readonly canonical: string
  /** Read out of the address of a post: the person must be told. */
  readonly via?: 'content'
}

export type Recognition = { readonly address: Address; readonly error?: undefined } | Refusal
export type Refusal = { readonly error: Reason; readonly address?: undefined }
