import type { State } from './types.ts'

/** What its owner may say of a page: it is closed, not closed after all, or no longer in their hands. */
export const endings = ['close', 'reopen', 'lose'] as const
export type Ending = (typeof endings)[number]

/** What the register itself finds: the closed page is gone for good; its time is over and nobody could look. */
export type Found = 'gone'

/** Every way in which a declaration comes to its end. What is frozen is settled by its incident; what has ended stays so. */
export const ends: Readonly<Record<State, Readonly<Partial<Record<Ending | Found, State>>>>> = {
  active: { close: 'closing', lose: 'lost' },
  closing: { reopen: 'active', lose: 'lost', gone: 'closed' },
  frozen: {},
  closed: {},
  lost: {},
}
