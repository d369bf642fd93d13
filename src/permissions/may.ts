import type { Actor, Somebody } from './actor.ts'
import { type Act, type ActName, acts } from './acts.ts'
import type { Rule } from './rules.ts'
import { nothing, type Subject } from './subject.ts'

/** The single answer to "who may": may this actor do this, to this? Row security answers again, on its own. */
export function may<A extends Actor>(actor: Actor, rule: Rule<A>): actor is A
export function may(actor: Actor, act: ActName, subject: Subject): actor is Somebody
export function may(actor: Actor, asked: ActName | Rule, subject: Subject = nothing): boolean {
  if (typeof asked !== 'string') return asked.admits(actor)
  const { who, being }: Act = acts[asked]
  return who.admits(actor) && (being.length === 0 || being.some((one) => subject.relations.has(one)))
}
