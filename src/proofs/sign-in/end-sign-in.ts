import type { PersonId } from '../../db/index.ts'
import type { DeclarationNow } from '../../declarations/index.ts'
import { opened, tried } from '../../openid/index.ts'
import { type Given, termsOf } from '../check-proof.ts'
import type { Finding } from '../finding.ts'
import { declaredIn, proofAndPage } from '../reading.ts'
import { type Recorded, recordCheck } from '../record-check.ts'
import { nowIn, provenUid } from '../store.ts'
import type { Proof } from '../types.ts'
import { callbackOf } from './begin-sign-in.ts'
import { judged } from './judge.ts'
import { providersFor, type SignInProvider } from './providers/index.ts'
import { proofOfState, spendSignIn } from './store.ts'

/** What the browser brought back from a provider. */
export type Return = { readonly provider: string; readonly query: URLSearchParams }

export type Ended =
  | (Recorded & { readonly kind: 'checked'; readonly finding: Finding; readonly now: DeclarationNow })
  | { readonly kind: 'cancelled'; readonly proof: Proof; readonly now: DeclarationNow }
  /** Used before, older than ten minutes, begun by somebody else, or never begun; the proof only where it is the person's own. */
  | { readonly kind: 'over'; readonly proof?: Proof }
  | { readonly kind: 'declaration_ended' | 'proof_ended' | 'nothing_leaves_sample' }

/** Ends a sign-in that this same person began: its state is spent first and for good, then the provider is asked who that is. */
export async function endSignIn(given: Given, who: PersonId, { provider: from, query }: Return): Promise<Ended> {
  if (given.sample) return { kind: 'nothing_leaves_sample' }
  const state = query.get('state') ?? ''
  const back = await given.db.as(who, (tx) => spendSignIn(tx, state))
  // From here on this state leads nowhere, whatever comes of it.
  const here = await given.db.as(who, async (tx) => {
    const proof = back?.proof ?? (await proofOfState(tx, state))
    const found = proof === undefined ? undefined : await proofAndPage(tx, proof)
    return found && { ...found, began: await nowIn(tx), proven: await provenUid(tx, found.now.id) }
  })
  if (!back || !here) return { kind: 'over', proof: here?.proof }
  const { proof, now, began, proven } = here
  if (now.endedAt) return { kind: 'declaration_ended' }
  if (proof.state === 'ended') return { kind: 'proof_ended' }
  const declared = declaredIn(now)
  const provider = providersFor(declared, termsOf(given)).find(({ id }) => id === back.provider)
  if (!provider) return { kind: 'over', proof }
  if (query.get('error') === 'access_denied') return { kind: 'cancelled', proof, now }
  const uid = proven ?? declared.uid ?? null
  const finding = await find(given, { provider, from, query, state, sealed: back.sealed }, { declared, uid })
  const recorded = await recordCheck(given.db, { proof: proof.id, how: 'by_hand', began, finding })
  return recorded ? { kind: 'checked', ...recorded, finding, now } : { kind: 'over' }
}

type Shown = {
  readonly provider: SignInProvider
  readonly from: string
  readonly query: URLSearchParams
  readonly state: string
  readonly sealed: Buffer
}

async function find(
  given: Given,
  { provider, from, query, state, sealed }: Shown,
  { declared, uid }: Pick<Parameters<typeof judged>[1], 'declared' | 'uid'>,
): Promise<Finding> {
  const { place } = provider
  const nobody = (reason: Extract<Finding, { kind: 'unreachable' }>['reason']): Finding => ({
    kind: 'unreachable',
    reason,
    place,
    where: place,
    expected: declared.canonical,
    resolvers: [],
  })
  // What came by another provider's way back is shown to none.
  if (from !== provider.id) return nobody('sign_in_invalid')
  const callback = callbackOf(given, provider.id)
  const back = new URL(`${callback}?${query}`)
  const out = { net: given.net, terms: termsOf(given), declared }
  const keeps = opened(state, sealed)
  const told = await tried(() => provider.finish(out, { callback, state, back, keeps, uid }))
  return told.kind === 'done' ? judged(told.value, { declared, uid, place }) : nobody(told.reason)
}
