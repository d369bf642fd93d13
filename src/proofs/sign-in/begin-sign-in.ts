import { newSecret, type PersonId, type Tx } from '../../db/index.ts'
import type { DeclarationNow } from '../../declarations/index.ts'
import { sealed, tried } from '../../openid/index.ts'
import { type Given, termsOf } from '../check-proof.ts'
import { countLook } from '../count-look.ts'
import type { Silenced } from '../finding.ts'
import { declaredIn, type ProofAndPage, proofAndPage } from '../reading.ts'
import { checksAnHour } from '../rules.ts'
import type { Proof } from '../types.ts'
import { providersFor, type SignInProvider } from './providers/index.ts'
import { insertSignIn } from './store.ts'

export type Begun =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'not_waiting'; readonly proof: Proof }
  | {
      readonly kind: 'unanswered'
      readonly reason: Silenced
      readonly now: DeclarationNow
      readonly proof: Proof
      readonly place: string
    }
  | { readonly kind: BeginRefusal }
export type BeginRefusal =
  | 'no_such_proof'
  | 'no_such_provider'
  | 'declaration_ended'
  | 'proof_ended'
  | 'too_many_checks'
  | 'nothing_leaves_sample'

export type Wish = { readonly proof: string; readonly provider: string }

/** Opens one way back for this person and gives the way in. The provider is asked between two short transactions. */
export async function beginSignIn(given: Given, who: PersonId, wish: Wish): Promise<Begun> {
  const asked = await given.db.as(who, (tx) => ask(tx, given, wish))
  if (asked.kind !== 'asked') return asked
  const { proof, now, provider } = asked
  const state = newSecret()
  const out = { net: given.net, terms: termsOf(given), declared: declaredIn(now) }
  const begun = await tried(() => provider.begin(out, { state, callback: callbackOf(given, provider.id) }))
  if (begun.kind === 'unanswered') return { ...begun, now, proof, place: provider.place }
  const { url, keeps } = begun.value
  const row = { state, proof: proof.id, provider: provider.id, sealed: sealed(state, keeps) }
  await given.db.as(who, (tx) => insertSignIn(tx, row))
  return { kind: 'go', to: url.href }
}

/** Each provider has a way back of its own, so that what one gives is never shown to another. */
export const callbackOf = ({ url }: Pick<Given, 'url'>, provider: string): string =>
  `${url}/proofs/sign-in/return/${provider}`

type Asked = ProofAndPage & { readonly kind: 'asked'; readonly provider: SignInProvider }

async function ask(tx: Tx, given: Given, wish: Wish): Promise<Asked | Begun> {
  const here = await proofAndPage(tx, wish.proof)
  if (here?.proof.method !== 'sign-in') return { kind: 'no_such_proof' }
  const provider = providersFor(declaredIn(here.now), termsOf(given)).find(({ id }) => id === wish.provider)
  if (!provider) return { kind: 'no_such_provider' }
  if (here.now.endedAt) return { kind: 'declaration_ended' }
  if (here.proof.state === 'ended') return { kind: 'proof_ended' }
  if (here.proof.state !== 'waiting') return { kind: 'not_waiting', proof: here.proof }
  if (given.sample) return { kind: 'nothing_leaves_sample' }
  const left = await countLook(tx, { person: here.now.person, proof: wish.proof, most: checksAnHour.proof })
  return left === undefined ? { kind: 'too_many_checks' } : { kind: 'asked', ...here, provider }
}
