import type { Settings } from '../config.ts'
import type { Database, PersonId, Tx } from '../db/index.ts'
import type { DeclarationNow } from '../declarations/index.ts'
import type { Finding } from './finding.ts'
import { type Declared, type LookedFor, methodNamed, methodsFor, type Net, type Terms } from './methods/index.ts'
import { declaredIn, proofAndPage } from './reading.ts'
import { type Recorded, recordCheck } from './record-check.ts'
import { checksAnHour, checksPerHour, expiryFor, isOver, isPast } from './rules.ts'
import { insertRequest, nowIn, oneAtATime, provenUid, requestsThisHour, setKeep } from './store.ts'
import type { Proof } from './types.ts'

export type Given = {
  readonly db: Database
  readonly net: Net
  readonly label: string
  /** The public origin of the register. */
  readonly url: string
  readonly settings: Settings
  readonly today: () => string
  /** Made-up data: nothing of it leaves. */
  readonly sample: boolean
}

export type Checked =
  | (Recorded & {
      readonly kind: 'checked'
      readonly finding: Finding
      readonly before: Proof
      readonly now: DeclarationNow
      /** How many more checks of this proof may be asked for within the hour. */
      readonly left: number
    })
  | { readonly kind: CheckRefusal }
export type CheckRefusal =
  | 'no_such_proof'
  | 'declaration_ended'
  | 'proof_ended'
  | 'proof_expired'
  | 'keep_needs_public'
  | 'method_keeps_nothing'
  | 'too_many_checks'
  | 'nothing_to_look_for'
  | 'nothing_leaves_sample'

type Asked = {
  readonly kind: 'asked'
  readonly proof: Proof
  readonly now: DeclarationNow
  readonly began: Date
  readonly left: number
  /** The permanent id that this page was proven with, or that its address holds. */
  readonly uid: string | null
}
type Wish = {
  readonly proof: string
  /** Leave it in place and have it re-checked; unsaid leaves it as it was begun. */
  readonly keep?: boolean
}

/** Looks for the proof now, because its owner asks. The network is met between two short transactions, never inside one. */
export async function checkProof(given: Given, who: PersonId, wish: Wish): Promise<Checked> {
  const asked = await given.db.as(who, (tx) => ask(tx, given, wish))
  if (asked.kind !== 'asked') return asked
  const { now, began, left, uid } = asked
  const proof = await asKept(given, asked.proof, wish.keep)
  const finding = await lookByHand(given.net, declaredIn(now), { ...proof, uid }, termsOf(given))
  const recorded = await recordCheck(given.db, { proof: proof.id, how: 'by_hand', began, finding })
  return recorded ? { kind: 'checked', ...recorded, finding, before: proof, now, left } : { kind: 'no_such_proof' }
}

async function ask(tx: Tx, given: Given, wish: Wish): Promise<Asked | { kind: CheckRefusal }> {
  const here = await proofAndPage(tx, wish.proof)
  if (!here) return { kind: 'no_such_proof' }
  const refusal = whyNot(here.proof, here.now, wish, given)
  if (refusal) return { kind: refusal }
  await oneAtATime(tx, here.now.person)
  const count = await requestsThisHour(tx, wish.proof)
  const most = checksPerHour(lookedFor(here.proof)?.secret ?? 'token')
  if (count.proof >= most || count.person >= checksAnHour.person) return { kind: 'too_many_checks' }
  await insertRequest(tx, wish.proof)
  const uid = here.proof.uid ?? (await provenUid(tx, here.now.id)) ?? declaredIn(here.now).uid ?? null
  return { kind: 'asked', ...here, uid, began: await nowIn(tx), left: most - count.proof - 1 }
}

function whyNot(proof: Proof, now: DeclarationNow, { keep }: Wish, given: Given): CheckRefusal | undefined {
  if (now.endedAt) return 'declaration_ended'
  if (proof.state === 'ended') return 'proof_ended'
  const method = lookedFor(proof)
  if (!method) return 'nothing_to_look_for'
  if (keep && method.recheckDays === null) return 'method_keeps_nothing'
  if (proof.state === 'waiting' && (isPast(proof.expiresOn, given.today()) || isOver(proof.codeUntil)))
    return 'proof_expired'
  if (keep && proof.state === 'waiting' && now.visibility === 'private') return 'keep_needs_public'
  return given.sample ? 'nothing_leaves_sample' : undefined
}

/** A proof that still waits may be turned into one that stays in place, or back, until it is found. */
async function asKept({ db, today }: Given, proof: Proof, keep = proof.keep): Promise<Proof> {
  if (proof.state !== 'waiting' || keep === proof.keep) return proof
  const expiresOn = expiryFor(keep, today())
  await db.under('checker', (tx) => setKeep(tx, proof.id, keep, expiresOn))
  return { ...proof, keep, expiresOn }
}

export const termsOf = ({ label, url, settings, today }: Given): Terms => ({ label, url, settings, today: today() })

/** The method of a proof that the register can look for by itself. */
export function lookedFor({ method }: Pick<Proof, 'method'>): LookedFor | undefined {
  const known = methodNamed(method)
  return known?.how === 'looked_for' ? known : undefined
}

/** The same look for the button and for the nightly job. */
export async function look(net: Net, declared: Declared, proof: Proof, terms: Terms): Promise<Finding> {
  const method = lookedFor(proof)
  if (!method) throw new Error(`nothing to look for by ${proof.method}`)
  return method.look(net, declared, proof, terms)
}

/** Whoever asked and waits is also told whether the zone is signed. */
async function lookByHand(net: Net, declared: Declared, proof: Proof, terms: Terms): Promise<Finding> {
  const finding = await look(net, declared, proof, terms)
  const signed = finding.kind === 'found' && (await lookedFor(proof)?.signed?.(net, declared, proof, terms))
  return signed ? { ...finding, dnssec: true } : finding
}

/** Only whether the name still belongs to the account that was proven. One that was shown by signing in is watched by whatever way can
 *  read the same id; where there is none, it is not watched. */
export async function watch(net: Net, declared: Declared, proof: Proof, terms: Terms): Promise<Finding | undefined> {
  const known = methodNamed(proof.method)
  const ways = known?.how === 'shown' ? methodsFor(declared, terms) : [known]
  const watcher = ways.find((way) => way?.how === 'looked_for' && way.watch)
  if (proof.uid === null || watcher?.how !== 'looked_for') return undefined
  return watcher.watch?.(net, declared, proof.uid, terms)
}
