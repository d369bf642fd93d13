import { type Platform, type Reason, recognise, splitPaste } from '../addresses/index.ts'
import type { PersonId, Tx } from '../db/index.ts'
import { begin } from './begin.ts'
import { kept } from './reading.ts'
import { standingAt } from './store/declarations.ts'
import type { KeptAddress } from './types.ts'

export const mostAtOnce = 20

/** `fromPost`: the address was of a post, and the account was read out of it. */
export type FoundOne = { readonly text: string; readonly address: KeptAddress; readonly fromPost: boolean }
export type RefusedOne = { readonly text: string; readonly reason: Reason }

/** What several pasted texts mean. What is more than can be done at once waits in `left`: nothing that was pasted is lost. */
export type Several = {
  readonly found: readonly FoundOne[]
  readonly refused: readonly RefusedOne[]
  readonly left: readonly string[]
}

/** Of a paste that is not one address: its parts, where they are several and at least one of them is an address. */
export function severalIn(pasted: string, hint?: Platform): Several | undefined {
  const parts = splitPaste(pasted)
  if (parts.length < 2) return undefined
  const several = readAll(parts, hint)
  return several.found.length > 0 ? several : undefined
}

export function readAll(texts: readonly string[], hint?: Platform): Several {
  const [found, refused, left]: [FoundOne[], RefusedOne[], string[]] = [[], [], []]
  const known = new Set<string>()
  for (const text of texts) {
    const { address, error } = readOne(text, hint)
    if (error) refused.push({ text, reason: error })
    else if (known.has(address.canonical)) continue
    else if (found.length === mostAtOnce) left.push(text)
    else {
      const { via, ...plain } = address
      known.add(address.canonical)
      found.push({ text, address: plain, fromPost: via === 'content' })
    }
  }
  return { found, refused, left }
}

/** The platform that was chosen is asked last: an address in the list says more than one choice for all of them. */
function readOne(text: string, hint: Platform | undefined) {
  const plain = recognise(text)
  return plain.error && hint ? recognise(text, hint) : plain
}

/** Text that may hold a password is not given back. */
export const mayComeBack = ({ reason }: RefusedOne): boolean => reason !== 'credentials'

export type AllKept = {
  readonly kept: number
  /** What remains to be done, as it was pasted. */
  readonly rest: readonly string[]
  readonly tooMany: boolean
}

/** Keeps each as a draft. Sent twice, it keeps the same drafts; what was declared before is done already. */
export async function keepAll(tx: Tx, who: PersonId, { found, refused, left }: Several): Promise<AllKept> {
  const unkept: string[] = []
  for (const { text, address } of found) {
    const begun = await begin(tx, who, { address, typed: kept(text) })
    if (begun.kind === 'too_many_drafts') unkept.push(text)
  }
  const rest = [...unkept, ...left, ...refused.map(({ text }) => text)]
  return { kept: found.length - unkept.length, rest, tooMany: unkept.length > 0 }
}

/** Those of them that the person has declared already. */
export async function yoursAmong(tx: Tx, found: readonly FoundOne[]): Promise<ReadonlySet<string>> {
  const yours = new Set<string>()
  for (const { address } of found) if (await standingAt(tx, address.canonical)) yours.add(address.canonical)
  return yours
}
