import type { Database, PersonId, Tx } from '../db/index.ts'
import type { Invited } from '../sign-in/index.ts'

export type Given = {
  readonly db: Database
  readonly url: string
  /** Makes the administrator's invitation, in the transaction that set-up opened. */
  readonly invite: (tx: Tx, person: PersonId) => Promise<Invited>
  /** The organisation has a (new) name: whoever remembers it reads it again. */
  readonly renamed: () => Promise<void>
  readonly sampleMode: { offered(): Promise<boolean>; start(): Promise<void> }
  /** This house shows made-up data: set-up waits behind it. */
  readonly sample: boolean
}
