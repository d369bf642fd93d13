import { recognise } from '../../addresses/index.ts'
import type { Finding } from '../finding.ts'
import type { Declared } from '../methods/index.ts'
import type { Account } from './providers/index.ts'

/** `uid`: the permanent id that was proven before. */
type Known = { readonly declared: Declared; readonly uid: string | null; readonly place: string }

/** Whether one of the accounts that somebody signed in to is the declared one. Of another nothing is kept, not even its name. */
export function judged(accounts: readonly Account[], { declared, uid, place }: Known): Finding {
  const where = { place, where: place, expected: declared.canonical, resolvers: [] }
  const absent = (reason: 'other_account' | 'renamed' | 'not_this_account'): Finding => ({
    ...where,
    kind: 'absent',
    reason,
    seen: [],
    others: 0,
  })
  const named = accounts.find((account) => isNamed(account, declared))
  if (!named) return absent(accounts.some((one) => isSame(one.uid, uid)) ? 'renamed' : 'not_this_account')
  if (isOther(named.uid, uid)) return absent('other_account')
  return { ...where, kind: 'found', ...(named.uid === undefined ? {} : { uid: named.uid }) }
}

const isNamed = ({ addresses }: Account, { platform, canonical }: Declared) =>
  addresses.some((written) => {
    const { address } = recognise(written)
    return address?.canonical === canonical && address.platform === platform && address.via === undefined
  })

const isSame = (read: string | undefined, proven: string | null) => read !== undefined && read === proven

/** A number says something only beside another number of the same provider. */
const isOther = (read: string | undefined, proven: string | null) =>
  read !== undefined && proven !== null && read !== proven && giverOf(read) === giverOf(proven)
const giverOf = (uid: string) => (uid.includes(' ') ? uid.slice(0, uid.indexOf(' ')) : '')
