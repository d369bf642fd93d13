import { hashOf, newId, newSecret, type PersonId, type Tx } from '../db/index.ts'
import { scopes as all, type Scope } from '../permissions/index.ts'
import { lives } from './token-lives.ts'
import { addToken } from './token-store.ts'

export type TokenMade = { readonly kind: 'made'; readonly token: string; readonly id: string }
export type Wanted = {
  readonly person: PersonId
  readonly name?: string | undefined
  /** For how many days; without a number a year. None lives for ever. */
  readonly days?: number | undefined
  /** What it may do of what its person may; without a list all of it. */
  readonly scopes?: readonly Scope[] | undefined
}

/** A token that acts for `person`, made by that person. Shown once: only its hash is kept. The same `id` makes one token,
 *  however often the form is sent. */
export async function newToken(
  tx: Tx,
  { person, name = '', days, scopes, id = newId() }: Wanted & { readonly id?: string },
): Promise<TokenMade | { readonly kind: 'made_before' }> {
  const token = `cd_${newSecret()}`
  const added = await addToken(tx, { id, hash: hashOf(token), person, name: name.slice(0, 100), days, scopes })
  return added ? { kind: 'made', token, id } : { kind: 'made_before' }
}

/** What was typed on the command line: scopes between commas, days out of a short list. */
export function readWanted(typed: { readonly scopes?: string | undefined; readonly days?: string | undefined }) {
  const names = typed.scopes?.split(',').map((name) => name.trim())
  const scopes = names?.map((name) => all.find((known) => known === name))
  if (scopes?.some((scope) => scope === undefined)) return { kind: 'refused', code: 'scope_unknown' } as const
  const days = lives.find((life) => String(life) === typed.days)
  if (typed.days !== undefined && days === undefined) return { kind: 'refused', code: 'days_unknown' } as const
  return { kind: 'read', scopes: scopes as Scope[] | undefined, days } as const
}
