import { withoutAt, words } from '../names.ts'
import { byHandle, refuse, viaContentIf } from '../outcome.ts'
import type { Recognition } from '../types.ts'
import { isInstagramName } from './instagram.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['threads.com', 'threads.net']
const reserved = words('search login settings activity about')

function read({ sub, segments }: Place): Recognition {
  const [first = '', second, third] = segments
  const word = first.toLowerCase()
  if (sub !== '' || word === '' || reserved.has(word)) return refuse('not_an_account')
  if (word === 't') return refuse('content_not_account')
  return viaContentIf(second === 'post' && third !== undefined, account(withoutAt(word)))
}

function account(name: string): Recognition {
  if (name === '') return refuse('not_an_account')
  if (!isInstagramName(name)) return refuse('invalid_handle')
  return byHandle('threads', 'account', name, `https://www.threads.com/@${name}`)
}

export const threads: PlatformRules = {
  platform: 'threads',
  name: 'Threads',
  hosts,
  read,
  fromHandle: (token) => `https://www.threads.com/@${token}`,
}
