import { today } from '../db/index.ts'
import { noticesOf } from '../mail/index.ts'
import type { Room } from '../web/index.ts'
import type { Given } from './given.ts'
import { routesOf } from './routes.ts'

export { kindName, platformName, whatItIs } from './address-words.ts'
export { type Changed, changeVisibility, inOneGo } from './change-visibility.ts'
export { type Ended, end } from './end.ts'
export { type Ending, ends } from './ends.ts'
export { declare, type Filed } from './file.ts'
export { LevelNow } from './pages/home-page.tsx'
export { newReceiptCode } from './rules.ts'
export { addressShape } from './shapes.ts'
export { alone } from './store/alone.ts'
export { addressFrom, declarationOf, declarationsOf, filerOf } from './store/declarations.ts'
export type { DeclarationNow, Filer, KeptAddress, Level, Manager, Shows, State, Visibility } from './types.ts'

type Wanted = Pick<Given, 'db' | 'url'> & Partial<Given>

/** Drafts, declarations, their versions and receipts. Other rooms read a declaration by `declarationOf`, in a transaction of its owner. */
export function declarations({ db, url, today: day = registerDay, notices = noticesOf(() => []) }: Wanted): {
  readonly room: Room
} {
  return { room: routesOf({ db, url, today: day, notices }) }
}

const registerDay = () => today('Asia/Ho_Chi_Minh')
