import type { Database } from '../db/index.ts'
import type { Actor, Somebody } from './actor.ts'
import { type Act, type ActName, acts } from './acts.ts'
import { may } from './may.ts'
import type { Rule } from './rules.ts'
import type { Scope } from './scopes.ts'
import { relationsTo } from './store.ts'

/** The first of the two walls, as the door of an address asks it. */
export interface Wall {
  /** By what the actor is, whatever the address names. */
  enters(actor: Actor, rule: Rule): boolean
  /** Of a token, whether its scopes reach so far; whoever came otherwise is bound by none. An address without a scope, no token reaches. */
  within(actor: Actor, scope: Scope | undefined): boolean
  /** By what the actor is to what the address names. Of nothing that could be answered has anything been read before. */
  reaches(actor: Actor, act: ActName, name: string): Promise<boolean>
}

export const wallOn = (db: Database): Wall => ({
  enters: (actor, rule) => may(actor, rule),
  within: (actor, scope) =>
    actor.kind === 'nobody' || actor.scopes === undefined || (scope !== undefined && actor.scopes.includes(scope)),
  async reaches(actor, name, named) {
    const { of, being }: Act = acts[name]
    if (actor.kind === 'nobody' || of === undefined || being.length === 0)
      return may(actor, name, { relations: new Set() })
    const relations = await db.as((actor as Somebody).id, (tx) => relationsTo(tx, of, named))
    return may(actor, name, { relations })
  },
})
