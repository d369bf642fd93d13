import { type Present, worth } from './actors.ts'
import { grid, type Relation } from './relations.ts'

// What PRODUCT.md 3 and the decisions say of who reaches whom, written by hand. Nothing here is taken from the code that it judges.

/** Their own, and nothing of anybody else. */
const own = grid(`
        | member | officer | reviewer | overseer | auditor | administrator | chief
  self  | x      | x       | x        | x        | x       | x             | x
`)

/** Keeps the register: of the own unit and of those below without an officer; one's own record is no officer's business. */
const keeps = grid(`
          | officer
  own     | x
  bearer  | x
  child   | x
`)

/** The same, but to let in somebody who bears a role would be to lend it. */
const letsIn = grid(`
          | officer
  own     | x
  child   | x
`)

/** Says where people stand: who keeps their unit, and administrators over it; also of those who left. */
const places = grid(`
                      | officer | administrator | chief
  self                | x       | x             | x
  own                 | x       | x             | x
  bearer              | x       | x             | x
  child               | x       | x             | x
  child with officer  |         | x             | x
  parent              |         |               | x
  sibling             |         |               | x
  other               |         |               | x
  former              |         |               | x
  moved               |         |               | x
  gone                | x       | x             | x
`)

/** Changes the tree: administrators over what is theirs. */
const organises = grid(`
                      | administrator | chief
  own                 | x             | x
  child               | x             | x
  child with officer  | x             | x
  parent              |               | x
  sibling             |               | x
  other               |               | x
  former              |               | x
`)

/** The tree is no secret to anybody who bears a role today. */
const readsTree = grid(`
                      | officer | reviewer | overseer | auditor | administrator | chief
  own                 | x       | x        | x        | x       | x             | x
  child               | x       | x        | x        | x       | x             | x
  child with officer  | x       | x        | x        | x       | x             | x
  parent              | x       | x        | x        | x       | x             | x
  sibling             | x       | x        | x        | x       | x             | x
  other               | x       | x        | x        | x       | x             | x
  former              | x       | x        | x        | x       | x             | x
`)

/** A role is seen, agreed to, refused and ended by administrators over its unit; their own by themselves as by others, for there is no secret in it. */
const overRoles = grid(`
                      | administrator | chief
  own                 | x             | x
  child               | x             | x
  child with officer  | x             | x
  parent              |               | x
  sibling             |               | x
  other               |               | x
  former              |               | x
  whole               |               | x
  mine                | x             | x
`)

/** What one person alone granted is told to every auditor, and to administrators over it. */
const toldOfRoles = grid(`
                      | auditor | administrator | chief
  own                 | x       | x             | x
  child               | x       | x             | x
  child with officer  | x       | x             | x
  parent              | x       |               | x
  sibling             | x       |               | x
  other               | x       |               | x
  former              | x       |               | x
  whole               | x       |               | x
`)

/** Why somebody looked is said by the officer of the unit that is asked, or by an auditor where there is none: never of their own look or
 *  question. What was answered, who answered still reads. */
const answers = grid(`
                            | officer | auditor
  own                       | x       |
  auditors                  |         | x
  own, answered by me       | x       | x
  auditors, answered by me  | x       | x
`)

/** Opens a case: who keeps them, or a reviewer of the unit above theirs. */
const opensCases = grid(`
                      | officer | reviewer
  own                 | x       |
  bearer              | x       |
  child               | x       | x
  child with officer  |         | x
`)

export const reaches = { own, keeps, letsIn, places, organises, readsTree, overRoles, answers }
type Reach = ReturnType<typeof grid>

/** Things of which a route names one. Those of a person exist once for every person and every state. */
export const states = {
  person: ['here'],
  unit: ['here'],
  attestation: ['here'],
  declaration: ['private', 'confirmable', 'listed', 'frozen', 'closed', 'lost'],
  draft: ['here'],
  notice: ['here'],
  browser: ['here'],
  proof: ['waiting', 'found', 'missed', 'ended', 'asked'],
  request: ['open', 'witnessed', 'not_seen', 'withdrawn'],
  receipt: ['here'],
  passkey: ['here'],
  session: ['here'],
  token: ['here'],
  role: ['proposed', 'coming', 'serving', 'ended', 'refused', 'lapsed', 'granted alone'],
  directory: ['in use', 'revoked', 'over'],
  question: ['asked', 'late', 'answered'],
  look: ['opened', 'asked', 'answered'],
  import: ['read', 'unread', 'writing', 'written', 'cancelled', 'undoing', 'undone'],
  filing: ['asked', 'right', 'not_mine', 'none'],
  letter: ['open', 'used', 'over'],
} as const
export type Kind = keyof typeof states

export type Line = {
  readonly of?: Kind
  /** Who is let in, to whom. */
  readonly lets: (who: Present, relation: Relation) => boolean
  /** Of which states one is let in; of every, where none is named. */
  readonly only?: readonly string[]
  /** What is sent, where it takes something for the answer to show anything. */
  readonly form?: Readonly<Record<string, string>>
  readonly query?: string
  /** Nobody is asked who they are. */
  readonly open?: true
  /** What becomes of it depends on more than this table knows: of who is let in, only that they are not sent away to sign in. */
  readonly loose?: true
  /** Nothing of the kind is in the world of these tests: it is knocked at what is not there. Who is let in, the tests of its room say. */
  readonly unpeopled?: true
  /** Shows something when it is answered. */
  readonly reads?: true
}

const about =
  (of: Kind, reach: Reach) =>
  (more: Omit<Line, 'of' | 'lets'> = {}): Line => ({
    of,
    lets: (who, relation) => reach(worth(who), relation),
    ...more,
  })
const reads = { reads: true } as const
const by = (...who: readonly string[]): Line => ({ lets: (actor) => who.includes(worth(actor)) })

const everyone: Line = { lets: () => true, open: true }
const members: Line = { lets: () => true }
const anyRole = by('officer', 'reviewer', 'overseer', 'auditor', 'administrator', 'chief')
const placers = by('officer', 'administrator', 'chief')
const administrators = by('administrator', 'chief')
const officers = by('officer')
const campaigners = by('officer', 'overseer')
const reviewers = by('reviewer')

const ownDeclaration = about('declaration', own)
const ownDraft = about('draft', own)
const ownProof = about('proof', own)
const ownPasskey = about('passkey', own)
const kept = about('person', keeps)
const placed = about('person', places)
const caseAbout = about('person', opensCases)
const changedUnit = about('unit', organises)
const readUnit = about('unit', readsTree)
/** Where somebody stands, one reads of oneself, and of whom one places. */
const place: Line = { ...placed(reads), lets: (who, at) => own(worth(who), at) || places(worth(who), at) }
/** An account is shown to the officer who keeps the unit, while it waits to be seen. */
const shown = about('request', keeps)
const auditors = by('auditor')
const answerers = by('officer', 'auditor')
const aRole = about('role', overRoles)
/** Directories are let in, and shut out, by administrators over the unit that they provision. */
const aDirectory = about('directory', organises)
const ownLook = about('look', own)
/** Once it is answered, it is shown to who answered, and to nobody else. */
const aQuestion = (more: Omit<Line, 'of' | 'lets'> = {}): Line => ({
  ...about('question', answers)(more),
  only: ['asked', 'late', 'answered by me'],
})
/** A file is its uploader's alone; only who places people, or keeps a unit, has any. */
const ownImport = (more: Omit<Line, 'of' | 'lets'> = {}): Line => ({
  of: 'import',
  lets: (who, relation) => relation === 'self' && ['officer', 'administrator', 'chief'].includes(worth(who)),
  ...more,
})
const aLetter = about('letter', own)
const ownFiling = about('filing', own)
const notThere: Line = { lets: () => false, unpeopled: true }
const filed = ['asked', 'right', 'not_mine']
const openRequest = { only: ['open'], reads: true } as const
const why = { form: { purpose: 'help' }, reads: true } as const

/** Every address of the house: one line each. */
export const expected: Readonly<Record<string, Line>> = {
  'GET /': everyone,
  'GET /v1/verify': everyone,
  'GET /.well-known/jwks.json': everyone,
  'GET /people/:page': everyone,
  'GET /v1/people/:page': everyone,
  'GET /healthz': everyone,
  'GET /readyz': everyone,
  'GET /v1/openapi.json': everyone,
  'GET /about': everyone,
  'GET /help': everyone,
  'GET /sample': everyone,
  'POST /sample/end': everyone,
  'GET /set-up/:secret': everyone,
  'POST /set-up/:secret': everyone,
  'POST /set-up/:secret/sample': everyone,
  'GET /sign-in': everyone,
  'POST /sign-in/options': everyone,
  'POST /sign-in/passkey': everyone,
  'GET /sign-in/code': everyone,
  'POST /sign-in/code': everyone,
  'GET /sign-in/mail': everyone,
  'POST /sign-in/mail': everyone,
  'GET /sign-in/mail/sent': everyone,
  'GET /sign-in/link/:secret': everyone,
  'POST /sign-in/link/:secret': everyone,
  'GET /recovery': everyone,
  'POST /recovery': everyone,
  'GET /recovery/sent': everyone,
  'GET /recovery/not-me/:key': everyone,
  'POST /recovery/not-me/:key': everyone,
  'POST /sign-out': everyone,
  'GET /invitations/:secret': everyone,
  'POST /invitations/:secret/options': everyone,
  'POST /invitations/:secret/passkey': everyone,

  'GET /sign-in/again': members,
  'GET /sign-in/again/done': members,
  'POST /sign-in/again/options': members,
  'POST /sign-in/again/passkey': members,
  'POST /sign-in/again/code': members,

  'GET /notices': members,
  'GET /v1/notices': members,
  'POST /notices/seen': members,
  'POST /notices/:id/seen': about('notice', own)(),
  'POST /v1/notices/:id/seen': about('notice', own)(),

  'POST /sign-out/everywhere': members,
  'GET /me': members,
  'POST /me/passkeys/options': members,
  'POST /me/passkeys': members,
  'GET /me/passkeys/:id': ownPasskey(reads),
  'POST /me/passkeys/:id': ownPasskey(),
  'POST /me/passkeys/:id/remove': ownPasskey(),
  'POST /me/sessions/others/end': members,
  'POST /me/sessions/:id/end': about('session', own)(),
  'GET /me/tokens/new': members,
  'POST /me/tokens/new': members,
  'POST /me/tokens/:id/revoke': about('token', own)(),

  'GET /declarations': members,
  'GET /declarations/new': members,
  'POST /declarations/new': members,
  'GET /declarations/several': members,
  'POST /declarations/several': members,
  'GET /declarations/offered': members,
  'POST /declarations/offered': members,
  'POST /declarations/offered/again': members,
  'GET /v1/declarations/offered': members,
  'POST /v1/declarations/offered': members,
  'GET /declarations/:id': ownDeclaration(reads),
  'POST /declarations/:id/visibility': ownDeclaration(),
  'GET /v1/declarations': members,
  'POST /v1/declarations': members,
  'GET /v1/declarations/:id': ownDeclaration(reads),
  'PATCH /v1/declarations/:id': ownDeclaration(),
  'GET /declarations/:id/close': ownDeclaration(reads),
  'POST /declarations/:id/close': ownDeclaration({ loose: true }),
  'POST /declarations/:id/reopen': ownDeclaration({ loose: true }),
  'POST /declarations/:id/lose': ownDeclaration({ loose: true }),
  'POST /declarations/:id/watch/end': ownDeclaration({ loose: true }),
  'GET /v1/declarations/:id/close': ownDeclaration(reads),
  'POST /v1/declarations/:id/close': ownDeclaration({ loose: true }),
  'POST /v1/declarations/:id/reopen': ownDeclaration({ loose: true }),
  'POST /v1/declarations/:id/lose': ownDeclaration({ loose: true }),
  'POST /v1/declarations/:id/watch/end': ownDeclaration({ loose: true }),
  'GET /drafts/:id': ownDraft(reads),
  'POST /drafts/:id': ownDraft(),
  'GET /drafts/:id/check': ownDraft(reads),
  'POST /drafts/:id/file': ownDraft(),
  'POST /drafts/:id/delete': ownDraft(),
  'GET /receipts': members,
  'GET /receipts/:code': about('receipt', own)(reads),

  'GET /declarations/:id/prove': ownDeclaration(reads),
  'POST /declarations/:id/prove': ownDeclaration(),
  'GET /declarations/:id/proofs': ownDeclaration(reads),
  'GET /v1/declarations/:id/proofs': ownDeclaration(reads),
  'POST /v1/declarations/:id/proofs': ownDeclaration(),
  'GET /proofs/:id': ownProof(reads),
  'GET /proofs/:id/file': ownProof({ only: ['found'], reads: true }), // only the well-known proof has one
  'GET /proofs/:id/check': ownProof(),
  'POST /proofs/:id/check': ownProof(),
  'POST /v1/proofs/:id/check': ownProof(),
  'GET /proofs/:id/sign-in/:provider': ownProof(),
  'GET /proofs/sign-in/return/:provider': members,
  'POST /proofs/:id/withdraw': ownProof({ only: ['asked'] }),
  'POST /v1/proofs/:id/withdraw': ownProof({ only: ['asked'] }),

  'GET /attestations': members,
  'POST /attestations': { ...members, loose: true },
  'GET /attestations/cycles': by('chief'),
  'POST /attestations/cycles': { ...administrators, loose: true },
  'GET /attestations/:id': about('attestation', own)(reads),
  'GET /v1/attestations': members,
  'POST /v1/attestations': { ...members, loose: true },
  'GET /v1/attestations/cycles': by('chief'),
  'POST /v1/attestations/cycles': { ...administrators, loose: true },
  'GET /v1/attestations/:id': about('attestation', own)(reads),

  'GET /witness': officers,
  'GET /v1/witness': officers,
  'GET /witness/:id': shown(openRequest),
  'POST /witness/:id': shown(openRequest),
  'POST /v1/witness/:id': shown(openRequest),
  'POST /witness/:id/code': shown(openRequest),
  'POST /v1/witness/:id/code': shown(openRequest),
  'POST /witness/:id/confirm': shown({ only: ['open'] }),
  'POST /v1/witness/:id/confirm': shown({ only: ['open'] }),
  'POST /witness/:id/decline': shown({ only: [] }), // not before it was opened
  'POST /v1/witness/:id/decline': shown({ only: [] }),

  'GET /records/:id': kept(reads),
  'POST /records/:id': kept(why),
  'POST /v1/records/:id': kept(why),
  'POST /records/:id/invitation': about('person', letsIn)({ loose: true }), // everybody here has a passkey: by two officers
  'POST /records/:id/code': about('person', letsIn)(reads),

  'GET /recoveries': officers,
  'GET /v1/recoveries': officers,
  'GET /recoveries/:id': notThere,
  'POST /recoveries/:id/agree': notThere,
  'POST /recoveries/:id/stop': notThere,
  'POST /recoveries/:id/link': notThere,
  'GET /recoveries/for/:id': kept(),
  'POST /recoveries/for/:id': kept({ loose: true }),

  'GET /my-record': members,
  'GET /v1/my-record': members,

  'GET /cases': members,
  'GET /cases/:id': notThere,
  'POST /cases/:id/reply': notThere,
  'POST /cases/:id/appeal': notThere,
  'GET /cases/desk': by('officer', 'reviewer'),
  'GET /cases/desk/:id': notThere,
  'POST /cases/desk/:id': notThere,
  'POST /cases/desk/:id/decide': notThere,
  'POST /cases/desk/:id/hand-up': notThere,
  'POST /cases/desk/:id/withdraw': notThere,
  'POST /cases/desk/:id/settle': notThere,
  'POST /cases/about/:id': caseAbout(reads),
  'POST /cases/about/:id/open': caseAbout({ loose: true }),
  'GET /v1/cases': members,
  'GET /v1/cases/:id': notThere,
  'POST /v1/cases/:id/reply': notThere,
  'POST /v1/cases/:id/appeal': notThere,
  'GET /v1/cases/desk': by('officer', 'reviewer'),
  'POST /v1/cases/desk/:id': notThere,
  'POST /v1/cases/desk/:id/decision': notThere,
  'POST /v1/cases/desk/:id/hand-up': notThere,
  'POST /v1/cases/desk/:id/withdrawal': notThere,
  'POST /v1/cases/desk/:id/settlement': notThere,
  'POST /v1/cases/about/:id': caseAbout(),
  'POST /v1/cases/about/:id/open': caseAbout({ loose: true }),

  'GET /incidents': members,
  'GET /incidents/new': members,
  'POST /incidents': members,
  'GET /incidents/:id': notThere,
  'GET /incidents/:id/letters/:whom': notThere,
  'POST /incidents/:id/mark': notThere,
  'POST /incidents/:id/decide': notThere,
  'POST /incidents/:id/end': notThere,
  'GET /incidents/help': everyone,
  'POST /incidents/help': everyone,
  'POST /v1/incidents/help': everyone,
  'GET /incidents/desk': officers,
  'GET /incidents/desk/:id': notThere,
  'POST /incidents/desk/:id': notThere,
  'POST /incidents/desk/:id/answer': notThere,
  'POST /incidents/desk/:id/confirm': notThere,
  'POST /incidents/desk/:id/dismiss': notThere,
  'POST /incidents/desk/:id/mark': notThere,
  'POST /incidents/desk/:id/letters/:whom': notThere,
  'POST /incidents/phone/:id': kept(reads),
  'POST /incidents/phone/:id/freeze': kept({ loose: true }),
  'GET /v1/incidents': members,
  'POST /v1/incidents': members,
  'GET /v1/incidents/:id': notThere,
  'POST /v1/incidents/:id/marks': notThere,
  'POST /v1/incidents/:id/decision': notThere,
  'POST /v1/incidents/:id/end': notThere,
  'GET /v1/incidents/desk': officers,
  'POST /v1/incidents/desk/:id': notThere,
  'POST /v1/incidents/desk/:id/answer': notThere,
  'POST /v1/incidents/desk/:id/confirm': notThere,
  'POST /v1/incidents/desk/:id/dismiss': notThere,
  'POST /v1/incidents/desk/:id/marks': notThere,
  'POST /v1/incidents/phone/:id': kept({ loose: true }),

  'GET /impersonations': everyone,
  'GET /impersonations/new': everyone,
  'POST /impersonations': everyone,
  'GET /impersonations/reports': everyone,
  'GET /impersonations/reports/:code': everyone,
  'GET /impersonations/object': everyone,
  'POST /impersonations/object': everyone,
  'GET /impersonations/mine': members,
  'GET /impersonations/:id': notThere,
  'GET /impersonations/:id/evidence/:format': notThere,
  'POST /impersonations/:id/answer': notThere,
  'POST /impersonations/:id/mark': notThere,
  'GET /impersonations/lookalikes': members,
  'POST /impersonations/lookalikes': members,
  'POST /impersonations/lookalikes/known': members,
  'GET /v1/impersonations/lookalikes': members,
  'POST /v1/impersonations/lookalikes': members,
  'POST /v1/impersonations/lookalikes/known': members,
  'GET /impersonations/desk': reviewers,
  'GET /impersonations/desk/:id': notThere,
  'POST /impersonations/desk/:id': notThere,
  'POST /impersonations/desk/:id/finding': notThere,
  'POST /impersonations/desk/:id/objection': notThere,
  'POST /impersonations/desk/:id/evidence/:format': notThere,
  'POST /v1/impersonations': everyone,
  'GET /v1/impersonations/reports/:code': everyone,
  'POST /v1/impersonations/objections': everyone,
  'GET /v1/impersonations': members,
  'GET /v1/impersonations/:id': notThere,
  'GET /v1/impersonations/:id/evidence/:format': notThere,
  'POST /v1/impersonations/:id/answer': notThere,
  'POST /v1/impersonations/:id/marks': notThere,
  'GET /v1/impersonations/desk': reviewers,
  'POST /v1/impersonations/desk/:id': notThere,
  'POST /v1/impersonations/desk/:id/finding': notThere,
  'POST /v1/impersonations/desk/:id/objection': notThere,
  'POST /v1/impersonations/desk/:id/evidence/:format': notThere,

  'GET /declarations/assisted/:id': kept(),
  'POST /declarations/assisted/:id': kept(),
  'POST /v1/declarations/assisted/:id': kept(),
  'POST /declarations/:id/assisted/right': ownFiling({ only: filed }),
  'POST /declarations/:id/assisted/not-mine': ownFiling({ only: filed }),
  'POST /v1/declarations/:id/assisted': ownFiling({ only: filed, form: { answer: 'right' } }),

  'GET /roles': anyRole,
  'GET /roles/mine': members,
  'GET /roles/new': administrators,
  'POST /roles/confirm': administrators,
  'POST /roles': administrators,
  'GET /roles/:id': aRole(reads),
  'POST /roles/:id/agree': aRole(),
  'POST /roles/:id/refuse': aRole(),
  'POST /roles/:id/end': aRole(),
  'POST /roles/:id/note': about('role', toldOfRoles)({ only: ['granted alone'] }),
  'GET /v1/roles': administrators,
  'GET /v1/roles/mine': members,
  'GET /v1/roles/handovers': anyRole,
  'POST /v1/roles': administrators,
  'GET /v1/roles/:id': aRole(reads),
  'POST /v1/roles/:id/agree': aRole(),
  'POST /v1/roles/:id/refuse': aRole(),
  'POST /v1/roles/:id/end': aRole(),
  'POST /v1/roles/:id/note': about('role', toldOfRoles)({ only: ['granted alone'] }),

  'GET /records/questions': answerers,
  'GET /v1/records/questions': answerers,
  'GET /records/questions/:id': aQuestion(reads),
  'POST /records/questions/:id': aQuestion({ form: { answer: 'mistake' } }),
  'POST /v1/records/questions/:id': aQuestion({ form: { answer: 'mistake' } }),
  'GET /records/access': auditors,
  'GET /v1/records/access': auditors,
  'GET /my-record/:id/why': ownLook(reads),
  'POST /my-record/:id/why': ownLook(),
  'GET /v1/my-record/:id/why': ownLook(reads),
  'POST /v1/my-record/:id/why': ownLook(),

  'GET /imports': placers,
  'POST /imports': placers,
  'GET /v1/imports': placers,
  'POST /v1/imports': placers,
  'GET /imports/:id': ownImport(reads),
  'GET /imports/:id/columns': ownImport({ only: ['read', 'unread'], reads: true }),
  'POST /imports/:id/columns': ownImport(),
  'GET /imports/:id/rejected': ownImport(reads),
  'POST /imports/:id/confirm': ownImport(),
  'POST /imports/:id/cancel': ownImport(),
  'POST /imports/:id/undo': ownImport(),
  'POST /imports/:id/discard': ownImport(),
  'GET /v1/imports/:id': ownImport(reads),
  'GET /v1/imports/:id/rows': ownImport({ query: '?part=rejected', reads: true }),
  'POST /v1/imports/:id/columns': ownImport(),
  'POST /v1/imports/:id/confirm': ownImport(),
  'POST /v1/imports/:id/cancel': ownImport(),
  'POST /v1/imports/:id/undo': ownImport(),
  'POST /v1/imports/:id/discard': ownImport(),
  'GET /imports/:id/answers': ownImport({ loose: true }),
  'GET /v1/imports/:id/answers': ownImport({ loose: true }),

  'GET /guidance': members,
  'GET /v1/guidance': members,
  'GET /guidance/new': administrators,
  'POST /guidance/preview': administrators,
  'POST /guidance/draft': administrators,
  'POST /guidance': administrators,
  'POST /v1/guidance': administrators,
  'GET /guidance/:id': notThere,
  'GET /v1/guidance/:id': notThere,
  'GET /guidance/:id/edit': notThere,
  'GET /guidance/:id/versions/:n': notThere,
  'POST /guidance/:id/read': notThere,
  'POST /v1/guidance/:id/read': notThere,
  'GET /guidance/:id/missing': notThere,
  'GET /v1/guidance/:id/missing': notThere,
  'GET /guidance/:id/figures': notThere,
  'GET /v1/guidance/:id/figures': notThere,
  'GET /campaigns': campaigners,
  'GET /v1/campaigns': campaigners,
  'GET /campaigns/new': campaigners,
  'POST /campaigns': campaigners,
  'POST /v1/campaigns': campaigners,
  'GET /campaigns/:id': notThere,
  'GET /v1/campaigns/:id': notThere,
  'GET /campaigns/:id/progress': notThere,
  'GET /campaigns/:id/figures': notThere,
  'GET /v1/campaigns/:id/figures': notThere,
  'GET /campaigns/:id/people': notThere,
  'GET /v1/campaigns/:id/people': notThere,
  'GET /campaigns/:id/letters': notThere,
  'GET /v1/campaigns/:id/letters': notThere,
  'POST /campaigns/:id/start': notThere,
  'POST /campaigns/:id/stop': notThere,
  'POST /campaigns/:id/resume': notThere,
  'POST /campaigns/:id/close': notThere,
  'POST /campaigns/:id/drop': notThere,
  'POST /v1/campaigns/:id/start': notThere,
  'POST /v1/campaigns/:id/stop': notThere,
  'POST /v1/campaigns/:id/resume': notThere,
  'POST /v1/campaigns/:id/close': notThere,
  'POST /v1/campaigns/:id/drop': notThere,
  'GET /notices/mail': members,
  'POST /notices/mail': members,
  'POST /notices/mail/language': members,
  'POST /notices/mail/remove': members,
  'POST /notices/mail/optional': members,
  'GET /notices/unsubscribe/:key': everyone,
  'POST /notices/unsubscribe/:key': everyone,
  'GET /v1/notices/unsubscribe/:key': everyone,
  'POST /v1/notices/unsubscribe/:key': everyone,
  'GET /notices/mail/:secret': aLetter({ only: ['open', 'used'], reads: true }),
  'POST /notices/mail/:secret': aLetter({ only: ['open', 'used'] }),
  'GET /notices/push': members,
  'POST /notices/push/:id/remove': about('browser', own)(),
  'GET /v1/notices/push': members,
  'POST /v1/notices/push': members,
  'POST /v1/notices/push/:id/remove': about('browser', own)(),
  'GET /v1/notices/mail': members,
  'PATCH /v1/notices/mail': members,
  'GET /settings/outbox': administrators,
  'GET /v1/settings/outbox': administrators,

  'GET /settings/directories': administrators,
  'GET /settings/directories/new': administrators,
  'POST /settings/directories/new': administrators,
  'POST /settings/directories/:id/revoke': aDirectory(),
  'GET /v1/settings/directories': administrators,
  'POST /v1/settings/directories': { lets: () => false }, // at the browser only: a token makes no other
  'POST /v1/settings/directories/:id/revoke': aDirectory(),

  'GET /members': placers,
  'POST /members': placers,
  'GET /v1/members': officers,
  'POST /v1/members': placers,
  'GET /members/:id': place,
  'GET /v1/members/:id': place,
  'POST /members/:id/transfer': placed(),
  'POST /v1/members/:id/transfer': placed(),
  'POST /members/:id/leave': placed(),
  'POST /v1/members/:id/leave': placed(),
  'POST /members/:id/return': placed(),
  'POST /v1/members/:id/return': placed(),
  'POST /members/:id/office': placed(),
  'POST /v1/members/:id/office': placed(),
  'POST /members/:id/absence': placed(),
  'POST /v1/members/:id/absence': placed(),
  'POST /members/:id/absence/:absence/end': placed(),
  'POST /v1/members/:id/absence/:absence/end': placed(),

  'GET /units': anyRole,
  'POST /units': administrators,
  'GET /v1/units': anyRole,
  'POST /v1/units': administrators,
  'GET /units/:id': readUnit(reads),
  'GET /v1/units/:id': readUnit(reads),
  'PATCH /v1/units/:id': changedUnit(),
  'POST /units/:id/rename': changedUnit(),
  'POST /units/:id/move': changedUnit(),
  'POST /v1/units/:id/move': changedUnit(),
  'POST /units/:id/merge': changedUnit(),
  'POST /v1/units/:id/merge': changedUnit(),
  'POST /units/:id/close': changedUnit(),
  'POST /v1/units/:id/close': changedUnit(),
}
