import type { Absence, Said, Silence } from './one-resolver.ts'

/** `resolvers` names who was asked; for `unreachable`, who could not tell (both, where they disagree). */
export type Told =
  | { readonly kind: 'answer'; readonly values: readonly string[]; readonly resolvers: readonly string[] }
  | { readonly kind: 'absent'; readonly why: Absence; readonly resolvers: readonly string[] }
  | { readonly kind: 'unreachable'; readonly why: Silence; readonly resolvers: readonly string[] }

/** What two lists of values come to; undefined where they contradict each other. */
type Settle = (north: readonly string[], south: readonly string[]) => readonly string[] | undefined

/** One resolver's word counts as it is. Of two, both must agree: whoever holds one of them can neither confirm nor withdraw,
 *  only make us say that we could not tell. */
export function agree(said: readonly Said[], resolvers: readonly string[], settle: Settle): Told {
  const [north, south = north] = said
  if (north === undefined || south === undefined) throw new Error('no resolver was asked')
  const lost = said.findIndex((word) => word.kind === 'unreachable')
  if (lost >= 0) return { ...(said[lost] as Said & { kind: 'unreachable' }), resolvers: silent(said, resolvers) }
  if (north.kind === 'absent' && south.kind === 'absent')
    return { kind: 'absent', why: north.why === south.why ? north.why : 'nodata', resolvers }
  const values = north.kind === 'answer' && south.kind === 'answer' ? settle(north.values, south.values) : undefined
  return values ? { kind: 'answer', values, resolvers } : { kind: 'unreachable', why: 'disagree', resolvers }
}

function silent(said: readonly Said[], resolvers: readonly string[]): readonly string[] {
  return resolvers.filter((_, at) => said[at]?.kind === 'unreachable')
}

/** Texts: what both saw counts, and a sought text that only one saw leaves the question open, even beside another: which of the
 *  two is the good one is not ours to guess. Without a test every text is sought, so that a caller who forgets it is told less,
 *  never something false. */
export function sameTexts(sought: (value: string) => boolean = () => true): Settle {
  return (north, south) => {
    const shared = inBoth(north, south)
    const apart = [...north, ...south].filter((value) => !shared.includes(value))
    return apart.some(sought) ? undefined : shared
  }
}

/** Addresses: large hosts tell each resolver another part of their list, so one that both saw is enough, and only such are used. */
export const sharedAddresses: Settle = (north, south) => {
  const shared = inBoth(north, south)
  return shared.length > 0 ? shared : undefined
}

function inBoth(north: readonly string[], south: readonly string[]): readonly string[] {
  return [...new Set(north)].filter((value) => south.includes(value))
}
