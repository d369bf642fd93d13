import type { Told } from '../../net/index.ts'
import type { Finding } from '../finding.ts'
import type { Declared, LookedFor, Sought, Terms } from './method.ts'
import { wholeHostOf } from './site.ts'
import { readTxtRecord, type TxtRecord, writeTxtRecord } from './txt-record.ts'

/** M1. A TXT record at `_LABEL-challenge.HOST`. It proves that host and no other. */
export const dnsTxt: LookedFor = {
  name: 'dns-txt',
  how: 'looked_for',
  secret: 'token',
  recheckDays: 1,
  applies: (declared) => wholeHostOf(declared) !== undefined,
  publish: (declared, sought, terms) => ({ type: 'TXT', name: nameOf(declared, terms), value: recordFor(sought) }),
  signed: ({ resolvers }, declared, sought, terms) => resolvers.signed(nameOf(declared, terms), holds(sought)),
  async look({ resolvers }, declared, sought, terms) {
    const place = nameOf(declared, terms)
    const told = await resolvers.txt(place, holds(sought))
    return judge(told, sought, terms.today, {
      place,
      where: place,
      expected: recordFor(sought),
      resolvers: told.resolvers,
    })
  },
}

const holds = (sought: Sought) => (value: string) => readTxtRecord(value)?.token === sought.token
const nameOf = (declared: Declared, { label }: Terms) => `_${label}-challenge.${wholeHostOf(declared) ?? ''}`
const recordFor = ({ token, expiresOn }: Sought) => `token=${token} expiry=${expiresOn ?? 'never'}`

type Place = Pick<Finding, 'place' | 'where' | 'expected' | 'resolvers'>

function judge(told: Told, sought: Sought, today: string, place: Place): Finding {
  if (told.kind === 'unreachable') return { ...place, kind: 'unreachable', reason: `dns_${told.why}` }
  if (told.kind === 'absent') return { ...place, kind: 'absent', reason: 'no_record', seen: [], others: 0 }
  const read = told.values.map(readTxtRecord)
  const ours = read.filter((record) => record !== undefined)
  const good = ours.find(({ token, expiry }) => token === sought.token && isGood(expiry, today))
  if (good) return { ...place, kind: 'found', ...(good.expiry.kind === 'day' ? { until: good.expiry.day } : {}) }
  const seen = [...new Set(ours.map(writeTxtRecord))]
  return { ...place, kind: 'absent', reason: whyNot(ours, sought), seen, others: read.length - ours.length }
}

function isGood(expiry: TxtRecord['expiry'], today: string): boolean {
  return expiry.kind === 'none' || (expiry.kind === 'day' && expiry.day >= today)
}

function whyNot(ours: readonly TxtRecord[], sought: Sought) {
  const same = ours.filter(({ token }) => token === sought.token)
  if (same.some(({ expiry }) => expiry.kind === 'day')) return 'token_expired'
  if (same.length > 0) return 'expiry_unreadable'
  return ours.length > 0 ? 'other_token' : 'other_records'
}
