import type { ZodType } from 'zod'
import { type ActName, type Actor, acts, type OpenRule, type Rule, type Somebody } from '../permissions/index.ts'
import type { Reply } from './reply.ts'
import type { Visit } from './visit.ts'
import type { Saying } from './words.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

export type Route = {
  readonly method: Method
  readonly path: string
  readonly rule: Rule
  /** What is done to the thing that the path names. */
  readonly act?: ActName
  readonly body?: ZodType
  /** What the answer looks like, for the OpenAPI document. */
  readonly about?: About
  /** Requests a minute from one address; a route that says nothing has the house's own. */
  readonly limit?: number
  /** Takes a form with a file of at most so many bytes; what is longer comes cut off, one byte beyond. */
  readonly upload?: number
  /** Only for whoever showed within five minutes who they are; anyone else confirms first, and nothing typed is lost. */
  readonly fresh?: boolean
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

/** What a notice of one kind says, and where it leads. The row names no more than its kind and what it is about. */
export type NoticeWords = {
  readonly title: Text
  readonly text: Text
  /** A path of the register, from the id that the notice is about. */
  readonly href: (about: string | null) => string
  /** Whoever has the link may use it, signed in or not: it is a secret of its own. */
  readonly open?: boolean
  /** May be left out: whoever does not want such letters ends them with one click, and hears of it in the register alone. */
  readonly optional?: boolean
}

/** An entry of the navigation, shown to whom the rule admits. `red`: the one that stops a stolen page. */
export type NavEntry = {
  readonly href: string
  readonly text: Text
  readonly rule: Rule
  readonly order: number
  readonly red?: true
}

export type Room = {
  readonly name: string
  readonly routes: readonly Route[]
  readonly answers: Readonly<Record<string, Answer>>
  readonly nav: readonly NavEntry[]
  /** By the kind that the room's SQL tells. */
  readonly notices: Readonly<Record<string, NoticeWords>>
}

type Handle<A extends Actor, B> = (visit: Visit<A, B>) => Promise<Reply> | Reply
type Options<B> = {
  readonly body?: ZodType<B>
  readonly about?: About
  readonly limit?: number
  readonly upload?: number
  readonly fresh?: boolean
}

/** Who is let in: a path that names something says by an act of permissions/acts.ts who reaches it, or by `anyone` that all do;
 *  any other path may say it by a rule. */
export type Entrance<P extends string> = P extends `${string}:${string}`
  ? ActName | OpenRule
  : ActName | Rule | Rule<Somebody>
type ActorOf<E> = E extends ActName ? Somebody : E extends Rule<infer A> ? A : never

export interface At {
  get<P extends string, E extends Entrance<P>>(
    path: P,
    entrance: E,
    handle: Handle<ActorOf<E>, undefined>,
    options?: Options<undefined>,
  ): Route
  post<P extends string, E extends Entrance<P>, B = undefined>(
    path: P,
    entrance: E,
    handle: Handle<ActorOf<E>, B>,
    options?: Options<B>,
  ): Route
  patch<P extends string, E extends Entrance<P>, B = undefined>(
    path: P,
    entrance: E,
    handle: Handle<ActorOf<E>, B>,
    options?: Options<B>,
  ): Route
  delete<P extends string, E extends Entrance<P>>(
    path: P,
    entrance: E,
    handle: Handle<ActorOf<E>, undefined>,
    options?: Options<undefined>,
  ): Route
}

const route =
  (method: Method) =>
  (path: string, entrance: ActName | Rule, handle: unknown, options: Options<unknown> = {}): Route => ({
    method,
    path,
    ...(typeof entrance === 'string' ? { rule: acts[entrance].who, act: entrance } : { rule: entrance }),
    handle: handle as Route['handle'],
    ...options,
  })
const at = { get: route('GET'), post: route('POST'), patch: route('PATCH'), delete: route('DELETE') } as unknown as At

type Furniture = Partial<Pick<Room, 'answers' | 'nav' | 'notices'>>

/** A room: whole paths, so that an address is found by searching for it; each with the rule of who may enter.
 *  The handler is called only after the rule admitted the actor and the body had the given shape. */
export function room(name: string, build: (at: At) => readonly Route[], furniture: Furniture = {}): Room {
  const { answers = {}, nav = [], notices = {} } = furniture
  return { name, routes: build(at), answers, nav, notices }
}

export const isApi = (path: string) => path.startsWith('/v1/') || path.startsWith('/.well-known/')
export type { Saying }
