import { dnsTxt } from './dns-txt.ts'
import { metaTag } from './meta-tag.ts'
import type { Declared, ProofMethod } from './method.ts'
import { wellKnown } from './well-known.ts'

export type { Declared, MethodName, Net, ProofMethod, Publish, Sought, Terms } from './method.ts'

/** Every way to prove, in the order in which they are offered. A new one is a file here and its words. */
export const proofMethods: readonly ProofMethod[] = [dnsTxt, wellKnown, metaTag]

export const methodNamed = (name: string): ProofMethod | undefined =>
  proofMethods.find((method) => method.name === name)

export const methodsFor = (declared: Declared): readonly ProofMethod[] =>
  proofMethods.filter((method) => method.applies(declared))
