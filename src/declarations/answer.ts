import type { Tx } from '../db/index.ts'
import { type SinceProblem, sinceOf } from './rules.ts'
import { filerOf } from './store/declarations.ts'
import { answerInDraft, draftOf } from './store/drafts.ts'
import { type Draft, type Manager, managers } from './types.ts'

/** What was typed in the form of a draft, kept as typed. */
export type DraftForm = { readonly manager: string; readonly since_month: string; readonly since_year: string }
export type DraftProblem = SinceProblem | { readonly field: 'manager'; readonly code: 'manager_missing' | 'no_unit' }

export type Answered =
  | { readonly kind: 'answered' }
  | { readonly kind: 'unclear'; readonly draft: Draft; readonly problems: readonly DraftProblem[] }
  | { readonly kind: 'no_such_draft' }

/** Writes who manages the page, and since when, into the draft. */
export async function answer(tx: Tx, id: string, form: DraftForm, today: string): Promise<Answered> {
  const draft = await draftOf(tx, id)
  if (!draft) return { kind: 'no_such_draft' }
  const manager = managers.find((known) => known === form.manager)
  const read = sinceOf(form.since_month, form.since_year, today)
  const unfit = await unfitManager(tx, manager)
  if (!manager || unfit || 'problem' in read) {
    return { kind: 'unclear', draft, problems: [unfit, 'problem' in read && read.problem].filter((one) => !!one) }
  }
  await answerInDraft(tx, id, manager, read.since)
  return { kind: 'answered' }
}

/** Nobody runs a page for a unit without being in one. */
async function unfitManager(tx: Tx, manager: Manager | undefined): Promise<DraftProblem | undefined> {
  if (!manager) return { field: 'manager', code: 'manager_missing' }
  if (manager === 'unit' && !(await filerOf(tx)).unit) return { field: 'manager', code: 'no_unit' }
}
