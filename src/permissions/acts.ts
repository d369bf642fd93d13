import type { Somebody } from './actor.ts'
import {
  anyAdministrator,
  anyMember,
  anyOfficer,
  anyReviewer,
  anyRole,
  bySession,
  type Rule,
  whoAnswers,
  whoCampaigns,
  whoHandlesCases,
  whoPlaces,
} from './rules.ts'
import type { Kind, Relation } from './subject.ts'

export type Act = {
  /** What one must be oneself. */
  readonly who: Rule<Somebody>
  /** What the address names: the first thing in its path. */
  readonly of?: Kind
  /** What one must be to it: one of these. Without any, that it is there is no secret to `who`. */
  readonly being: readonly Relation[]
}

const own = (of: Kind): Act => ({ who: anyMember, of, being: ['own'] })

/** Every act on something that an address names: who does it, and what they are to what it is about. Adding a route whose path names
 *  something is one line here; what it is to be `own`, to keep or to place is asked in store.ts. */
export const acts = {
  'declarations.read': own('declaration'),
  'declarations.change': own('declaration'),
  'declarations.assist': { who: anyOfficer, of: 'person', being: ['keeps'] },
  'drafts.read': own('draft'),
  'drafts.change': own('draft'),
  'receipts.read': own('receipt'),
  'proofs.read': own('proof'),
  'proofs.check': own('proof'),
  'proofs.list': own('declaration'),
  'proofs.start': own('declaration'),
  'proofs.sign-in': own('proof'),
  'proofs.sign-in-return': { who: anyMember, being: [] }, // names a provider; whose proof it is, the state says that came back

  'attestations.read': own('attestation'),

  'witness.withdraw': own('proof'),
  'witness.read': { who: anyOfficer, of: 'request', being: ['witnesses', 'witnessed'] },
  'witness.open': { who: anyOfficer, of: 'request', being: ['witnesses', 'witnessed'] }, // what was decided leads to what was recorded
  'witness.code': { who: anyOfficer, of: 'request', being: ['witnesses', 'witnessed'] },
  'witness.confirm': { who: anyOfficer, of: 'request', being: ['witnesses', 'witnessed'] },
  'witness.decline': { who: anyOfficer, of: 'request', being: ['witnesses', 'witnessed'] },

  'incidents.read': own('incident'),
  'incidents.change': own('incident'),
  'incidents.handle': { who: anyOfficer, of: 'incident', being: ['handles'] },
  'incidents.phone': { who: anyOfficer, of: 'person', being: ['keeps'] },

  'cases.read': own('case'),
  'cases.answer': own('case'),
  'cases.handle': { who: whoHandlesCases, of: 'case', being: ['handles', 'handled'] }, // pressed twice is done once
  'cases.open': { who: whoHandlesCases, of: 'person', being: ['opens cases'] },
  'impersonations.read': own('impersonation'),
  'impersonations.answer': own('impersonation'),
  'impersonations.judge': { who: anyReviewer, of: 'impersonation', being: ['judges'] },

  'my-record.why': own('look'),
  'records.answer': { who: whoAnswers, of: 'question', being: ['answers'] },

  'records.ask': { who: anyOfficer, of: 'person', being: ['keeps'] },
  'records.open': { who: anyOfficer, of: 'person', being: ['keeps'] },
  'records.give-way-in': { who: anyOfficer, of: 'person', being: ['lets in'] },

  'members.read': { who: anyMember, of: 'person', being: ['own', 'places'] },
  'members.place': { who: whoPlaces, of: 'person', being: ['places'] },

  'units.read': { who: anyRole, of: 'unit', being: [] },
  'units.change': { who: anyAdministrator, of: 'unit', being: ['organises'] },

  'imports.read': { who: whoPlaces, of: 'import', being: ['own'] },
  'imports.change': { who: whoPlaces, of: 'import', being: ['own'] },

  'directories.end': { who: anyAdministrator, of: 'directory', being: ['organises'] },

  'roles.read': { who: anyAdministrator, of: 'role', being: ['organises'] },
  'roles.change': { who: anyAdministrator, of: 'role', being: ['organises'] },
  'roles.note': { who: anyRole, of: 'role', being: ['is told'] },

  'guidance.read': { who: anyMember, of: 'guidance', being: ['is told'] },
  'guidance.change': { who: anyAdministrator, of: 'guidance', being: ['organises'] },
  'guidance.missing': { who: anyOfficer, of: 'guidance', being: ['is told'] }, // of which unit, the list's row asks
  'guidance.figures': { who: anyRole, of: 'guidance', being: ['is told'] }, // of which unit, the figures ask

  'campaigns.read': { who: whoCampaigns, of: 'campaign', being: ['runs'] },
  'campaigns.change': { who: whoCampaigns, of: 'campaign', being: ['runs'] },
  'campaigns.people': { who: anyOfficer, of: 'campaign', being: ['runs'] }, // of which unit, the list's row asks

  'notices.see': own('notice'),
  'notices.end-push': own('browser'),
  'notices.confirm-mail': { who: anyMember, being: [] }, // names a secret; whose it is, the database says with the confirmation

  'recoveries.start': { who: anyOfficer, of: 'person', being: ['keeps'] },
  'recoveries.read': { who: anyOfficer, of: 'recovery', being: ['recovers', 'seconds', 'seconded'] },
  'recoveries.agree': { who: anyOfficer, of: 'recovery', being: ['seconds', 'seconded'] }, // pressed twice is agreed once
  'recoveries.stop': { who: anyOfficer, of: 'recovery', being: ['recovers', 'seconds'] },
  'recoveries.give': { who: anyOfficer, of: 'recovery', being: ['recovers'] },

  'me.session': { who: bySession, of: 'session', being: ['own'] },
  'me.passkey': { who: bySession, of: 'passkey', being: ['own'] },
  'me.token': { who: bySession, of: 'token', being: ['own'] },
} as const satisfies Record<string, Act>

export type ActName = keyof typeof acts
