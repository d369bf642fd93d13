import type { Record } from '../../peers/dns.ts'

export type Place = { readonly url: string; readonly setUpLink: string | undefined }
export type World = {
  readonly control: string
  readonly places: { readonly register: Place; readonly fresh: Place; readonly sample: Place }
}

/** What a test may ask of the world process. */
export type Asked =
  | {
      readonly act: 'person'
      readonly name: string
      readonly unit: string
      readonly office?: string
      readonly role?: string
    }
  | { readonly act: 'invitation'; readonly person: string }
  | { readonly act: 'code'; readonly person: string }
  /** One more register that nobody has set up. */
  | { readonly act: 'fresh' }
  /** A register on a server of its own, behind its real front door: there a sample can be started and ended. */
  | { readonly act: 'whole' }
  | { readonly act: 'dns'; readonly name: string; readonly values: Exclude<Record, (n: number) => Record> }
  | {
      readonly act: 'web'
      readonly host: string
      readonly path: string
      readonly status?: number
      readonly type: string
      readonly body: string
    }
  /** What the public interface of a platform says at this path; without a body it is not there. */
  | { readonly act: 'platform'; readonly path: string; readonly status?: number; readonly body?: unknown }
  /** What the mail server of the register took for this address, the newest last. */
  | { readonly act: 'letters'; readonly to: string }
  /** What a browser makes for itself when notices are turned on in it. */
  | { readonly act: 'browser keys' }
  | { readonly act: 'sql'; readonly text: string; readonly values?: readonly unknown[] }

export type Somebody = {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly session: string
  readonly token: string
}
