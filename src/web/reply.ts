import type { Readable } from 'node:stream'
import type { JSX } from 'preact'

export type PageOptions = {
  readonly status?: number
  /** Which entry of the navigation this page belongs to: its href. */
  readonly nav?: string
  readonly back?: { readonly href: string; readonly text?: string }
  /** Scripts by plain name, such as `copy.js`; the page works without them. */
  readonly islands?: readonly string[]
  /** The page reports an error: its title says so first. */
  readonly error?: boolean
  readonly robots?: 'index' | 'noindex'
  /** Where the language switch leads, path and query; without it, the address that was asked. */
  readonly path?: string
  readonly wide?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

export type Reply =
  | {
      readonly kind: 'page'
      readonly title: string
      readonly content: JSX.Element
      readonly options: PageOptions
      readonly session?: SessionChange
    }
  | { readonly kind: 'go'; readonly to: string; readonly session?: SessionChange; readonly wayBack?: string }
  | {
      readonly kind: 'json'
      readonly status: number
      readonly body: unknown
      readonly headers?: Readonly<Record<string, string>>
      readonly session?: SessionChange
    }
  | {
      readonly kind: 'raw'
      readonly status: number
      readonly type: string
      readonly body: string | Buffer
      readonly headers?: Readonly<Record<string, string>>
    }
  | { readonly kind: 'stream'; readonly type: string; readonly body: Readable }
  | { readonly kind: 'refused'; readonly code: string; readonly more?: Readonly<Record<string, unknown>> }

/** A session cookie to set (its secret) or to clear. */
export type SessionChange = { readonly set: string } | 'clear'

export const page = (title: string, content: JSX.Element, options: PageOptions = {}): Reply => ({
  kind: 'page',
  title,
  content,
  options,
})

/** After a form: the browser fetches `to`, so that reloading sends nothing twice. */
export const go = (to: string, session?: SessionChange): Reply => ({ kind: 'go', to, session })

export const json = (body: unknown, status = 200, headers?: Record<string, string>): Reply => ({
  kind: 'json',
  status,
  body,
  headers,
})

export const raw = (type: string, body: string | Buffer, headers?: Record<string, string>, status = 200): Reply => ({
  kind: 'raw',
  status,
  type,
  body,
  headers,
})

/** What goes on coming; whoever makes it ends it. */
export const stream = (type: string, body: Readable): Reply => ({ kind: 'stream', type, body })

/** A named refusal. Its status and words stand in the room's `answers`; `more` goes into problem+json beside the code. */
export const refuse = (code: string, more?: Record<string, unknown>): Reply => ({ kind: 'refused', code, more })
