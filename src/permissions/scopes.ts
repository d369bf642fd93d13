/** What a token may do of what its person may: each is ticked when the token is made. */
export const scopes = ['read', 'declare', 'prove', 'roll', 'records', 'units', 'people', 'roles', 'imports'] as const
export type Scope = (typeof scopes)[number]

/** Which scope the addresses of a room need, to read and to write. Rooms of the own account are not here: a token opens none of them. */
const byRoom: Readonly<Record<string, { readonly reads: Scope; readonly writes: Scope }>> = {
  declarations: { reads: 'read', writes: 'declare' },
  incidents: { reads: 'read', writes: 'declare' },
  cases: { reads: 'read', writes: 'declare' },
  impersonations: { reads: 'read', writes: 'declare' },
  proofs: { reads: 'read', writes: 'prove' },
  attestations: { reads: 'read', writes: 'declare' },
  'my-record': { reads: 'read', writes: 'declare' },
  people: { reads: 'read', writes: 'declare' },
  guidance: { reads: 'read', writes: 'units' },
  campaigns: { reads: 'roll', writes: 'people' },
  rights: { reads: 'read', writes: 'declare' },
  notices: { reads: 'read', writes: 'declare' },
  members: { reads: 'roll', writes: 'people' },
  records: { reads: 'records', writes: 'records' },
  units: { reads: 'units', writes: 'units' },
  roles: { reads: 'roles', writes: 'roles' },
  imports: { reads: 'imports', writes: 'imports' },
  scim: { reads: 'people', writes: 'people' },
}

/** An officer's work that hangs in a member's room. */
const byPath: readonly (readonly [prefix: RegExp, scope: Scope])[] = [
  [/^\/v1\/recoveries$/, 'records'],
  [/^(\/v1)?\/witness(\/|$)/, 'records'],
  [/^(\/v1)?\/declarations\/assisted\//, 'records'],
  [/^(\/v1)?\/guidance\/[^/]+\/read$/, 'declare'],
  [/^(\/v1)?\/guidance\/[^/]+\/missing$/, 'roll'],
  [/^(\/v1)?\/guidance\/[^/]+\/figures$/, 'units'],
  [/^(\/v1)?\/attestations\/cycles$/, 'units'],
  [/^(\/v1)?\/incidents\/(desk|phone)(\/|$)/, 'records'],
  [/^(\/v1)?\/cases\/(desk|about)(\/|$)/, 'records'],
  [/^(\/v1)?\/impersonations\/desk(\/|$)/, 'records'],
  [/^(\/v1)?\/rights\/desk(\/|$)/, 'people'],
]

/** The scope that a token needs for this address; undefined: no token opens it, unless it is open to anyone. */
export function scopeOf(room: string, { method, path }: { readonly method: string; readonly path: string }) {
  const own = byPath.find(([prefix]) => prefix.test(path))?.[1]
  return own ?? byRoom[room]?.[method === 'GET' ? 'reads' : 'writes']
}
