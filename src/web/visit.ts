import type { Actor } from '../permissions/index.ts'
import type { Lang } from './words.ts'

/** One request, as a room sees it: who, what was sent, in which language to answer. */
export type Visit<A extends Actor = Actor, B = unknown> = {
  readonly actor: A
  readonly lang: Lang
  /** Path without the query, as asked. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: B
  /** True for addresses under /v1: answers are JSON, refusals problem+json. */
  readonly api: boolean
  /** The cookie that was shown, whether or not it opened a session. */
  readonly cookie: string | undefined
  /** Of a browser that was sent to sign in elsewhere: what binds the way back to it. */
  readonly wayBack: string | undefined
  header(name: string): string | undefined
}
