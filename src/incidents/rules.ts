/** Where an incident stands. `none`: there is none, or it is over. */
export const stages = ['none', 'asked', 'open', 'in_hand'] as const
export type Stage = (typeof stages)[number]

export const matters = ['taken_over', 'locked_out', 'misused'] as const
/** What is the matter with a page: facts from a closed list, nothing typed. */
export type Matter = (typeof matters)[number]

export type Act =
  | 'press'
  | 'phone'
  | 'ask'
  | 'confirm'
  | 'dismiss'
  | 'answer'
  | 'mark'
  | 'officer_mark'
  | 'late'
  | 'prove'
  | 'give_up'
  | 'false_alarm'

type Line = {
  readonly by: 'owner' | 'officer' | 'anybody' | 'register'
  /** Where it leads from each stage in which it can be done; from any other nothing moves. */
  readonly leads: Partial<Record<Stage, Stage>>
  /** What becomes of the public answer. */
  readonly page?: 'frozen' | 'thawed' | 'lost'
  /** Who is told, when the stage moves (or, of `late`, each time). */
  readonly tells?: readonly string[]
}

/** A page that was taken, from the press to the end: who does what, from where to where, what becomes of the page, and who is told. The
 *  database does it (0027); a test walks it through the database and compares. */
export const table: Readonly<Record<Act, Line>> = {
  press: { by: 'owner', leads: { none: 'open', asked: 'open' }, page: 'frozen', tells: ['incident_task'] },
  phone: { by: 'officer', leads: { none: 'in_hand', asked: 'in_hand' }, page: 'frozen', tells: ['hijack_by_officer'] },
  ask: { by: 'anybody', leads: { none: 'asked' }, tells: ['help_was_asked', 'incident_task'] },
  confirm: { by: 'officer', leads: { asked: 'in_hand' }, page: 'frozen', tells: ['hijack_by_officer'] },
  dismiss: { by: 'officer', leads: { asked: 'none' } },
  answer: { by: 'officer', leads: { open: 'in_hand', in_hand: 'in_hand' }, tells: ['incident_answered'] },
  mark: { by: 'owner', leads: { open: 'open', in_hand: 'in_hand' } },
  officer_mark: { by: 'officer', leads: { open: 'in_hand', in_hand: 'in_hand' }, tells: ['incident_answered'] },
  late: {
    by: 'register',
    leads: { asked: 'asked', open: 'open', in_hand: 'in_hand' },
    tells: ['incident_raised'],
  },
  prove: { by: 'register', leads: { open: 'none', in_hand: 'none' }, page: 'thawed', tells: ['page_recovered'] },
  give_up: { by: 'owner', leads: { asked: 'none', open: 'none', in_hand: 'none' }, page: 'lost' },
  false_alarm: { by: 'owner', leads: { asked: 'none', open: 'none', in_hand: 'none' }, page: 'thawed' },
}

export const mayBeDone = (act: Act, stage: Stage): boolean => table[act].leads[stage] !== undefined

export const whoms = ['unit', 'authority', 'platform'] as const
/** Whom a notice is for. */
export type Whom = (typeof whoms)[number]

export const marks = ['printed', 'done', 'queued'] as const
/** `queued`: it is to be mailed. Only the letter to the authority is. */
export type Mark = (typeof marks)[number]
