import { bluesky } from './bluesky.ts'
import { dnsTxt } from './dns-txt.ts'
import { metaTag } from './meta-tag.ts'
import type { Declared, ProofMethod, Terms } from './method.ts'
import { profileCode } from './profile-code.ts'
import { relMe } from './rel-me.ts'
import { signIn } from './sign-in.ts'
import { waysFor } from './table.ts'
import { wellKnown } from './well-known.ts'
import { witnessed } from './witnessed.ts'

export type { Declared, LookedFor, MethodName, Net, ProofMethod, Publish, Shown, Sought, Terms } from './method.ts'

/** Every way to prove. A new one is a file here, its words, and its places in table.ts, which has the order. */
export const proofMethods: readonly ProofMethod[] = [
  dnsTxt,
  wellKnown,
  metaTag,
  relMe,
  bluesky,
  profileCode,
  signIn,
  witnessed,
]

export const methodNamed = (name: string): ProofMethod | undefined =>
  proofMethods.find((method) => method.name === name)

/** The ways that work for this address with what the operator has set up, the easiest first. */
export const methodsFor = (declared: Declared, terms: Terms): readonly ProofMethod[] =>
  waysFor(declared.platform)
    .map(({ method }) => methodNamed(method))
    .filter((method) => method !== undefined)
    .filter((method) => method.applies(declared, terms))
