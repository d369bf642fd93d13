import { bluesky } from './bluesky.ts'
import { dnsTxt } from './dns-txt.ts'
import { metaTag } from './meta-tag.ts'
import type { Declared, ProofMethod, Terms } from './method.ts'
import { profileCode } from './profile-code.ts'
import { relMe } from './rel-me.ts'
import { signIn } from './sign-in.ts'
import { wellKnown } from './well-known.ts'

export type { Declared, LookedFor, MethodName, Net, ProofMethod, Publish, Shown, Sought, Terms } from './method.ts'

/** Every way to prove, in the order in which they are offered. A new one is a file here and its words. */
export const proofMethods: readonly ProofMethod[] = [dnsTxt, wellKnown, metaTag, relMe, bluesky, profileCode, signIn]

export const methodNamed = (name: string): ProofMethod | undefined =>
  proofMethods.find((method) => method.name === name)

export const methodsFor = (declared: Declared, terms: Terms): readonly ProofMethod[] =>
  proofMethods.filter((method) => method.applies(declared, terms))
