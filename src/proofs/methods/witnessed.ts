import type { Shown } from './method.ts'

/** M8: the account is shown live to an officer, who gives their word for it. Any account can be shown, so it proves every address. */
export const witnessed: Shown = {
  name: 'witnessed',
  how: 'shown',
  applies: () => true,
  publish: () => ({ ask: 'officer' }),
}
