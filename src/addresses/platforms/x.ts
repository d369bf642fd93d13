import { parameter } from '../location.ts'
import { isDigits, withoutAt, words } from '../names.ts'
import { byHandle, byUid, refuse, viaContentIf } from '../outcome.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['x.com', 'twitter.com']
const subHosts = words('mobile m')

const nameRule = /^[A-Za-z0-9_]{1,15}$/
const reserved = words(
  `home explore search hashtag settings login share privacy tos messages notifications compose jobs download about
   account intent i`,
)
const contentOfAccount = words('status lists')
const contentAlone = words('status web broadcasts spaces videos events cards')

function read({ sub, segments, query, fragment }: Place): Recognition {
  if (sub !== '' && !subHosts.has(sub)) return refuse('not_an_account')
  if (segments.length === 0 && fragment.startsWith('!/'))
    return onPath(fragment.slice(2).split(/[/?]/).filter(Boolean), '')
  return onPath(segments, query)
}

function onPath(segments: readonly string[], query: string): Recognition {
  const [first = '', second = '', third] = segments
  const word = first.toLowerCase()
  if (word === 'intent') return intended(second, query)
  if (word === 'i') return inside(second, third)
  if (word === '' || reserved.has(word)) return refuse('not_an_account')
  return viaContentIf(third !== undefined && contentOfAccount.has(second.toLowerCase()), account(first))
}

function intended(act: string, query: string): Recognition {
  if (act !== 'user' && act !== 'follow') return refuse('not_an_account')
  const id = parameter(query, 'user_id')
  return id ? numbered(id) : account(parameter(query, 'screen_name') ?? '')
}

function inside(what: string, item: string | undefined): Recognition {
  if (what === 'user' && item) return numbered(item)
  return refuse(contentAlone.has(what) ? 'content_not_account' : 'not_an_account')
}

function account(written: string): Recognition {
  const name = withoutAt(written).toLowerCase()
  if (name === '' || reserved.has(name)) return refuse('not_an_account')
  return nameRule.test(name) ? byHandle('x', 'account', name, `https://x.com/${name}`) : refuse('invalid_handle')
}

function numbered(id: string): Recognition {
  return isDigits(id) ? byUid('x', 'account', id, `https://x.com/i/user/${id}`) : refuse('invalid_handle')
}

export const x: PlatformRules = {
  platform: 'x',
  name: 'X',
  hosts,
  read,
  fromHandle: (token) => `https://x.com/${token}`,
}
