import { isDigits, words } from '../names.ts'
import { byHandle, byUid, refuse } from '../outcome.ts'
import { encodedName } from '../percent.ts'
import { numberIn, vietnameseMobile } from '../phone.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['zalo.me', 'zalo.vn']

const nameRule = /^[A-Za-z0-9._-]{2,100}$/
const codeRule = /^[A-Za-z0-9_-]+$/
const reserved = words('pc s download g')

/** An official account's number is longer than any telephone number; on its own host shorter ones are known. */
const shortestId = 15
const shortestIdOnOwnHost = 12

function read({ domain, sub, segments }: Place): Recognition {
  const [first = '', second = ''] = segments
  if (domain !== 'zalo.me' || first === '') return refuse('not_an_account')
  if (sub === 'oa') return officialAccount(first)
  if (sub !== '') return refuse('not_an_account')
  if (first === 'g' && second !== '') return group(second)
  return reserved.has(first.toLowerCase()) ? refuse('not_an_account') : account(first)
}

function account(written: string): Recognition {
  const number = numberIn(written)
  if (number === undefined) return named(written)
  const phone = vietnameseMobile(number)
  if (phone) return byHandle('zalo', 'account', `+${phone}`, `https://zalo.me/${phone}`)
  const isId = isDigits(written) && written.length >= shortestId
  return isId ? byUid('zalo', 'account', written, `https://zalo.me/${written}`) : refuse('invalid_handle')
}

function named(written: string): Recognition {
  const name = written.toLowerCase()
  if (!nameRule.test(name)) return refuse('invalid_handle')
  return byHandle('zalo', 'account', name, `https://zalo.me/${encodedName(name)}`)
}

function officialAccount(id: string): Recognition {
  if (!isDigits(id)) return refuse('not_an_account')
  if (id.length < shortestIdOnOwnHost) return refuse('invalid_handle')
  // A number too short for zalo.me, where it would be read as a telephone number, keeps the host that knows it.
  const host = id.length >= shortestId ? 'zalo.me' : 'oa.zalo.me'
  return byUid('zalo', 'account', id, `https://${host}/${id}`)
}

function group(code: string): Recognition {
  if (!codeRule.test(code)) return refuse('invalid_handle')
  return byHandle('zalo', 'group', code, `https://zalo.me/g/${code}`)
}

export const zalo: PlatformRules = {
  platform: 'zalo',
  name: 'Zalo',
  hosts,
  read,
  fromHandle: (token) => `https://zalo.me/${token}`,
}
