import { type For, numbered, type Purpose, purposes } from '../access-record/index.ts'

/** Every purpose an officer may choose, in the order in which they are offered. */
export const choices = [...purposes, ...numbered] as const
export type Choice = (typeof choices)[number]

export type Read =
  | { readonly kind: 'read'; readonly why: For }
  | { readonly kind: 'purpose_missing' | 'number_missing' }

/** What was chosen and typed, as a reason to open. Letter case and spaces in a number do not count. */
export function readWhy(purpose: string, number: string): Read {
  const numberOf = numbered.find((known) => known === purpose)
  const plain = purposes.find((known) => known === purpose)
  if (plain) return { kind: 'read', why: { purpose: plain satisfies Purpose } }
  if (!numberOf) return { kind: 'purpose_missing' }
  const typed = number.replace(/\s+/g, '').toUpperCase()
  if (typed === '') return { kind: 'number_missing' }
  return { kind: 'read', why: { purpose: numberOf, number: typed.slice(0, 40) } }
}
