import { room } from '../web/index.ts'
import type { Given } from './given.ts'
import { setUpLink, setUpState } from './link.ts'
import { routes } from './routes.tsx'
import { answers } from './words.ts'

export { setUpLink } from './link.ts'

/** Set-up: from the link on the console to an organisation with a name and an administrator with a passkey. */
export function setUp(given: Given) {
  return {
    room: room('set-up', (at) => routes(at, given), { answers }),
    link: () => setUpLink(given.db, given.url),
    state: () => setUpState(given.db),
  }
}
