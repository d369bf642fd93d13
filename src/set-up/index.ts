import type { Database, PersonId, Tx } from '../db/index.ts'
import type { Invited } from '../sign-in/index.ts'
import { room } from '../web/index.ts'
import { setUpLink, setUpState } from './link.ts'
import { routes } from './routes.tsx'
import { answers } from './words.ts'

export { setUpLink } from './link.ts'

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

/** Set-up: from the link on the console to an organisation with a name and an administrator with a passkey. */
export function setUp(given: Given) {
  return {
    room: room('set-up', (at) => routes(at, given), { answers }),
    link: () => setUpLink(given.db, given.url),
    state: () => setUpState(given.db),
  }
}
