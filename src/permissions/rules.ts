import type { Actor, Role, Somebody } from './actor.ts'

/** Who may come in, by what they are themselves. What they are to somebody else, an act says. */
export type Rule<A extends Actor = Actor> = { readonly name: string; readonly admits: (actor: Actor) => actor is A }

/** Says of itself that nobody is kept out. */
export type OpenRule = Rule & { readonly open: true }
export const anyone: OpenRule = { name: 'anyone', open: true, admits: (_actor): _actor is Actor => true }

export const anyMember: Rule<Somebody> = { name: 'any member', admits: (actor) => actor.kind === 'person' }

/** At the browser, not by a token: a token that got away must not be able to make itself a passkey or another token. */
export const bySession: Rule<Somebody> = {
  name: 'any member, by session',
  admits: (actor): actor is Somebody => actor.kind === 'person' && actor.via === 'session',
}

const holding = (role: Role): Rule<Somebody> => ({
  name: role,
  admits: (actor): actor is Somebody => actor.kind === 'person' && actor.roles.some((held) => held.role === role),
})

export const anyOfficer = holding('officer')
export const anyReviewer = holding('reviewer')
export const anyAuditor = holding('auditor')
export const anyAdministrator = holding('administrator')

/** Makes a way in for a program: at the browser, for the same reason. */
export const administratorAtBrowser: Rule<Somebody> = {
  name: 'administrator, by session',
  admits: (actor): actor is Somebody => bySession.admits(actor) && anyAdministrator.admits(actor),
}

/** Changes where people stand: of the one unit kept, or of all that is administered. */
export const whoPlaces: Rule<Somebody> = {
  name: 'officer or administrator',
  admits: (actor): actor is Somebody => anyOfficer.admits(actor) || anyAdministrator.admits(actor),
}

/** Says why somebody looked: the officer of the unit above theirs, or an auditor. */
export const whoAnswers: Rule<Somebody> = {
  name: 'officer or auditor',
  admits: (actor): actor is Somebody => anyOfficer.admits(actor) || anyAuditor.admits(actor),
}

/** Has to do with cases of others: opens them as officer, decides them as reviewer. */
export const whoHandlesCases: Rule<Somebody> = {
  name: 'officer or reviewer',
  admits: (actor): actor is Somebody => anyOfficer.admits(actor) || holding('reviewer').admits(actor),
}

/** Reminds people of what they are asked: who keeps their register, or oversees it. */
export const whoCampaigns: Rule<Somebody> = {
  name: 'officer or overseer',
  admits: (actor): actor is Somebody => anyOfficer.admits(actor) || holding('overseer').admits(actor),
}

/** Bears some duty in the organisation, and so may look at its tree. */
export const anyRole: Rule<Somebody> = {
  name: 'any role',
  admits: (actor): actor is Somebody => actor.kind === 'person' && actor.roles.length > 0,
}
