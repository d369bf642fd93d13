/** What an act is about, as an address names it. */
export const kinds = [
  'attestation',
  'browser',
  'case',
  'campaign',
  'declaration',
  'directory',
  'draft',
  'guidance',
  'impersonation',
  'import',
  'incident',
  'look',
  'notice',
  'passkey',
  'person',
  'proof',
  'receipt',
  'question',
  'recovery',
  'request',
  'role',
  'session',
  'token',
  'unit',
] as const
export type Kind = (typeof kinds)[number]

/** What an actor is to it. */
export const relations = [
  /** It is theirs, or it is they themselves. */
  'own',
  /** They keep the register of the unit that this other person is in. */
  'keeps',
  /** They keep it, and the person bears no role that would be lent with a way in. */
  'lets in',
  /** They keep the person whose recovery this is. */
  'recovers',
  /** They may be the second officer of this recovery. */
  'seconds',
  /** They were. */
  'seconded',
  /** They say where this person stands: as who keeps or administers the unit, also that of somebody who left. */
  'places',
  /** They administer this unit, or the unit of this role or of this directory's token. */
  'organises',
  /** It was granted by one person alone, and they are told: administrators over it, and auditors. */
  'is told',
  /** They may look at the account of this open request. */
  'witnesses',
  /** They decided this request. */
  'witnessed',
  /** They answer this open incident of somebody else, or decide or keep this open case. */
  'handles',
  /** They did their part in this case. */
  'handled',
  /** They may open a case about this person: who keeps them, or a reviewer of the unit above. */
  'opens cases',
  /** It is over a unit of which they are officer or overseer, or one below it. */
  'runs',
  /** It is theirs to decide whether this page is an imitation, or they found it so. */
  'judges',
  /** It is theirs to say why somebody looked, or they said it. */
  'answers',
] as const
export type Relation = (typeof relations)[number]

/** What is asked about: nothing but what the actor is to it. Of what is not there, one is nothing. */
export type Subject = { readonly relations: ReadonlySet<Relation> }
export const nothing: Subject = { relations: new Set() }
