import type { Platform, Recognition } from '../types.ts'

/** Where an address stands on a platform. */
export type Place = {
  /** The host as written, and the platform's host that it is or stands under. */
  readonly host: string
  readonly domain: string
  /** What stands before the platform's host, without `www.`; empty for the host itself. */
  readonly sub: string
  /** Decoded, in NFC, without empty ones. */
  readonly segments: readonly string[]
  readonly query: string
  readonly fragment: string
}

/** An outcome, or another address that says the same and is judged in its place. */
export type Reading = Recognition | { readonly instead: string }

export type AppReader = (rest: string) => Reading

/** One row of the table: what stands in a platform's file. */
export type PlatformRules = {
  readonly platform: Platform
  readonly name: string
  /** Every sub-host of these belongs to the platform too, unless `onlyTheseHosts`. */
  readonly hosts: readonly string[]
  readonly onlyTheseHosts?: true
  readonly read: (place: Place) => Reading
  /** The address that a bare name stands for, when a person has chosen the platform. */
  readonly fromHandle?: (token: string) => string | undefined
  readonly apps?: Readonly<Record<string, AppReader>>
}
