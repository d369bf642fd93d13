/** Everybody who knocks. All stand in one unit, `own`; whoever holds an office there also held it in the unit `former` until last year. */
export const offices = ['officer', 'reviewer', 'overseer', 'auditor', 'administrator'] as const
export type Office = (typeof offices)[number]

export const present = [
  'member',
  ...offices,
  'chief', // administrator of the whole organisation
  ...offices.map((office) => `former ${office}` as const),
  ...offices.map((office) => `proposed ${office}` as const),
  ...offices.map((office) => `coming ${office}` as const),
] as const
/** Whom nobody lets in: without a session, or with one from the time before they left. */
export const strangers = ['nobody', 'left member', 'left officer', 'left administrator'] as const

export type Present = (typeof present)[number]
export type ActorName = Present | (typeof strangers)[number]
export const actors: readonly ActorName[] = [...present, ...strangers]

/** What a role is worth today: that of a term that is over, proposed or still to come is worth nothing. */
export const worth = (actor: Present): 'member' | 'chief' | Office =>
  actor.includes(' ') ? 'member' : (actor as Office)
