import { today } from '../db/index.ts'
import { anyMember } from '../permissions/index.ts'
import { type Room, room } from '../web/index.ts'
import { apiRoutes } from './api-routes.ts'
import type { Given } from './given.ts'
import { pageRoutes } from './page-routes.tsx'
import { answers } from './reasons.ts'
import type { KeptAddress } from './types.ts'
import { words } from './words.ts'

export { kindName, platformName, whatItIs } from './address-words.ts'
export { type Changed, changeVisibility } from './change-visibility.ts'
export { declare, type Filed } from './file.ts'
export { LevelNow } from './pages/home-page.tsx'
export { declarationOf, declarationsOf } from './store.ts'
export type { DeclarationNow, KeptAddress, Level, Manager, Shows, State, Visibility } from './types.ts'

type Wanted = Pick<Given, 'db' | 'url'> & Partial<Given>

/** Drafts, declarations, their versions and receipts. Other rooms read a declaration by `declarationOf`, in a transaction of its owner. */
export function declarations({ db, url, today: day = registerDay, provable = isWebsite }: Wanted): {
  readonly room: Room
} {
  const given: Given = { db, url, today: day, provable }
  const nav = [
    { href: '/declarations', text: { vi: words.vi.myPages, en: words.en.myPages }, rule: anyMember, order: 10 },
  ]
  return { room: room('declarations', (at) => [...pageRoutes(at, given), ...apiRoutes(at, given)], { answers, nav }) }
}

const registerDay = () => today('Asia/Ho_Chi_Minh')

/** The methods of proof so far read a website. */
const isWebsite = ({ platform }: KeptAddress) => platform === 'website'
