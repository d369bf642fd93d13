import type { ZodType } from 'zod'
import type { Actor, Rule } from '../permissions/index.ts'
import type { Reply } from './reply.ts'
import type { Visit } from './visit.ts'
import type { Saying } from './words.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

export type Route = {
  readonly method: Method
  readonly path: string
  readonly rule: Rule
  readonly body?: ZodType
  /** What the answer looks like, for the OpenAPI document. */
  readonly about?: About
  /** Requests a minute from one address; a route that says nothing has the house's own. */
  readonly limit?: number
  /** Takes a form with a file of at most so many bytes; what is longer comes cut off, one byte beyond. */
  readonly upload?: number
  readonly handle: (visit: Visit<Actor, unknown>) => Promise<Reply> | Reply
}

export type About = {
  readonly summary: string
  readonly answers: Readonly<Record<number, { readonly description: string; readonly schema?: ZodType }>>
  readonly query?: ZodType
}

/** Status and words of a refusal, in one place per room. */
export type Answer = { readonly status: number; readonly title: Text; readonly detail?: Text }
type Text = { readonly vi: string; readonly en: string }

/** An entry of the navigation, shown to whom the rule admits. */
export type NavEntry = { readonly href: string; readonly text: Text; readonly rule: Rule; readonly order: number }

export type Room = {
  readonly name: string
  readonly routes: readonly Route[]
  readonly answers: Readonly<Record<string, Answer>>
  readonly nav: readonly NavEntry[]
}

type Handle<A extends Actor, B> = (visit: Visit<A, B>) => Promise<Reply> | Reply
type Options<B> = { readonly body?: ZodType<B>; readonly about?: About; readonly limit?: number; readonly upload?: number }

export interface At {
  get<A extends Actor>(path: string, rule: Rule<A>, handle: Handle<A, undefined>, options?: Options<undefined>): Route
  post<A extends Actor, B = undefined>(path: string, rule: Rule<A>, handle: Handle<A, B>, options?: Options<B>): Route
  patch<A extends Actor, B = undefined>(path: string, rule: Rule<A>, handle: Handle<A, B>, options?: Options<B>): Route
  delete<A extends Actor>(
    path: string,
    rule: Rule<A>,
    handle: Handle<A, undefined>,
    options?: Options<undefined>,
  ): Route
}

const route =
  (method: Method) =>
  (path: string, rule: Rule, handle: unknown, options: Options<unknown> = {}): Route => ({
    method,
    path,
    rule,
    handle: handle as Route['handle'],
    ...options,
  })
const at = { get: route('GET'), post: route('POST'), patch: route('PATCH'), delete: route('DELETE') } as unknown as At

type Furniture = { readonly answers?: Room['answers']; readonly nav?: readonly NavEntry[] }

/** A room: whole paths, so that an address is found by searching for it; each with the rule of who may enter.
 *  The handler is called only after the rule admitted the actor and the body had the given shape. */
export function room(name: string, build: (at: At) => readonly Route[], furniture: Furniture = {}): Room {
  return { name, routes: build(at), answers: furniture.answers ?? {}, nav: furniture.nav ?? [] }
}

export const isApi = (path: string) => path.startsWith('/v1/') || path.startsWith('/.well-known/')
export type { Saying }
