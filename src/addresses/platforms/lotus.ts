import { words } from '../names.ts'
import { byHandle, byUid, refuse } from '../outcome.ts'
import { encodedName } from '../percent.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['lotus.vn']

const nameRule = /^[a-z0-9._-]{1,100}$/
const idRule = /^(\d+)(?:\.htm)?$/
const content = words('post blog embed')

function read({ sub, segments }: Place): Recognition {
  const [first = '', second = '', third = ''] = segments
  if (sub !== '' || first === '') return refuse('not_an_account')
  return first.toLowerCase() === 'w' ? inside(second, third) : account(first)
}

function inside(what: string, item: string): Recognition {
  if (content.has(what)) return refuse('content_not_account')
  if (what !== 'profile' || item === '') return refuse('not_an_account')
  const id = idRule.exec(item)?.[1]
  return id ? byUid('lotus', 'account', id, `https://lotus.vn/w/profile/${id}.htm`) : refuse('invalid_handle')
}

function account(written: string): Recognition {
  const name = written.toLowerCase()
  if (!nameRule.test(name)) return refuse('invalid_handle')
  return byHandle('lotus', 'account', name, `https://lotus.vn/${encodedName(name)}`)
}

export const lotus: PlatformRules = {
  platform: 'lotus',
  name: 'Lotus',
  hosts,
  read,
  fromHandle: (token) => `https://lotus.vn/${token}`,
}
