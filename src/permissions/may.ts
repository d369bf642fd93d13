import type { Actor, Role, Somebody } from './actor.ts'

/** Who may enter an address. Row security decides again, on its own, what is seen behind it. */
export type Rule<A extends Actor = Actor> = { readonly name: string; readonly admits: (actor: Actor) => actor is A }

export const anyone: Rule = { name: 'anyone', admits: (_actor): _actor is Actor => true }

export const anyMember: Rule<Somebody> = { name: 'any member', admits: (actor) => actor.kind === 'person' }

const holding = (role: Role): Rule<Somebody> => ({
  name: role,
  admits: (actor): actor is Somebody => actor.kind === 'person' && actor.roles.some((held) => held.role === role),
})

/** Keeps the register of one unit. Whether a given person is in it, the database answers when the access row is written. */
export const anyOfficer = holding('officer')
export const anyAuditor = holding('auditor')
export const anyAdministrator = holding('administrator')

/** Changes where people stand: of the one unit kept, or of all that is administered. Which person, the database answers. */
export const whoPlaces: Rule<Somebody> = {
  name: 'officer or administrator',
  admits: (actor): actor is Somebody => may(actor, anyOfficer) || may(actor, anyAdministrator),
}

/** Bears some duty in the organisation, and so may look at its tree. */
export const anyRole: Rule<Somebody> = {
  name: 'any role',
  admits: (actor): actor is Somebody => actor.kind === 'person' && actor.roles.length > 0,
}

/** The single answer to "who may": may this actor enter what this rule guards? */
export function may<A extends Actor>(actor: Actor, rule: Rule<A>): actor is A {
  return rule.admits(actor)
}
