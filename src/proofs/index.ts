import type { PersonId } from '../db/index.ts'
import type { Job } from '../jobs/index.ts'
import { type Room, room } from '../web/index.ts'
import { answers } from './answers.ts'
import { apiRoutes } from './api-routes.ts'
import { type Checked, checkProof, type Given } from './check-proof.ts'
import { jobsOf } from './jobs.ts'
import { notices } from './notices.ts'
import { pageRoutes } from './page-routes.tsx'
import { recheckDue } from './recheck-due.ts'
import { signInRoutes } from './sign-in/routes.tsx'
import { witnessAnswers } from './witness/answers.ts'
import { witnessApi } from './witness/api.ts'
import { witnessNav, witnessRoutes } from './witness/routes.tsx'

export type { Checked } from './check-proof.ts'
export { lookAtClosings } from './closing/look-at-closings.ts'
export { DossierParts } from './dossier/dossier.tsx'
export { dossiersOf } from './dossier/reading.ts'
export type { Dossier } from './dossier/types.ts'
export { few } from './engine/few.ts'
export { methodNamed, methodsFor, proofMethods } from './methods/index.ts'
export { lapseOnce } from './record-check.ts'
export type { Proof } from './types.ts'

type Needed = Omit<Given, 'sample'> & { readonly sample?: boolean }

type Proving = {
  readonly room: Room
  readonly jobs: readonly Job[]
  /** Looks for one proof now. */
  checkProof(who: PersonId, wish: { readonly proof: string; readonly keep?: boolean }): Promise<Checked>
  /** Looks for every proof that stays in place and is due; gives how many. */
  recheckDue(): Promise<number>
}

/** Proofs of control, their checks and the levels that follow from them. */
export function proofs(needed: Needed): Proving {
  const given: Given = { sample: false, ...needed }
  return {
    room: room(
      'proofs',
      (at) => [
        ...pageRoutes(at, given),
        ...signInRoutes(at, given),
        ...witnessRoutes(at, given),
        ...apiRoutes(at, given),
        ...witnessApi(at, given),
      ],
      { answers: { ...answers, ...witnessAnswers }, nav: [witnessNav], notices },
    ),
    jobs: jobsOf(given),
    checkProof: (who, wish) => checkProof(given, who, wish),
    recheckDue: () => recheckDue(given),
  }
}
