import { words } from '../names.ts'
import { byHandle, byUid, refuse, viaContentIf } from '../outcome.ts'
import { encodedName } from '../percent.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['tiktok.com']

const nameRule = /^[A-Za-z0-9_.]{2,24}$/
const idRule = /^(?:\d{15,30}|MS4wLjAB[\w-]{1,200})$/
const contentOfAccount = words('video photo collection playlist')
const contentAlone = words('embed v share')

function read({ sub, segments }: Place): Recognition {
  const [first = '', second = '', third] = segments
  if (sub !== '' && sub !== 'm') return refuse('not_an_account')
  if (first === '@') return refuse(second === 'video' ? 'content_not_account' : 'not_an_account')
  if (first.startsWith('@')) {
    return viaContentIf(third !== undefined && contentOfAccount.has(second.toLowerCase()), account(first.slice(1)))
  }
  const word = first.toLowerCase()
  if (word === 't') return refuse('short_link')
  return refuse(contentAlone.has(word) ? 'content_not_account' : 'not_an_account')
}

function account(written: string): Recognition {
  if (idRule.test(written)) return byUid('tiktok', 'account', written, `https://www.tiktok.com/@${written}`)
  if (!nameRule.test(written)) return refuse('invalid_handle')
  const name = written.toLowerCase()
  return byHandle('tiktok', 'account', name, `https://www.tiktok.com/@${encodedName(name)}`)
}

export const tiktok: PlatformRules = {
  platform: 'tiktok',
  name: 'TikTok',
  hosts,
  read,
  fromHandle: (token) => `https://www.tiktok.com/@${token}`,
}
