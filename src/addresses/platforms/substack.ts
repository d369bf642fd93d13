import { nameAndRest } from '../names.ts'
import { byHandle, byUid, refuse, viaContentIf } from '../outcome.ts'
import { encodedName } from '../percent.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['substack.com']

const hostRule = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const nameRule = /^[a-z0-9_.-]{1,100}$/
const idRule = /^(\d+)(?:-.*)?$/

function read({ sub, segments }: Place): Recognition {
  const [first = '', second = '', third = '', fourth] = segments
  if (sub === 'open') {
    return first === 'pub'
      ? viaContentIf(third === 'p' && fourth !== undefined, publication(second))
      : refuse('not_an_account')
  }
  if (sub !== '') return viaContentIf(first === 'p' && second !== '', publication(sub))
  if (first.startsWith('@')) return viaContentIf(second === 'note' && third !== '', account(first.slice(1)))
  return first === 'profile' ? identified(second) : refuse('not_an_account')
}

function publication(written: string): Recognition {
  const name = written.toLowerCase()
  if (name === '' || name.includes('.') || name === 'open' || name === 'www') return refuse('not_an_account')
  return hostRule.test(name)
    ? byHandle('substack', 'publication', name, `https://${name}.substack.com/`)
    : refuse('invalid_handle')
}

function account(written: string): Recognition {
  const name = written.toLowerCase()
  if (name === '') return refuse('not_an_account')
  if (!nameRule.test(name)) return refuse('invalid_handle')
  return byHandle('substack', 'account', name, `https://substack.com/@${encodedName(name)}`)
}

function identified(written: string): Recognition {
  if (written === '') return refuse('not_an_account')
  const id = idRule.exec(written)?.[1]
  return id ? byUid('substack', 'account', id, `https://substack.com/profile/${id}`) : refuse('invalid_handle')
}

function fromHandle(token: string): string | undefined {
  if (/^profile\//i.test(token)) return `https://substack.com/${token}`
  const [name, rest] = nameAndRest(token)
  return hostRule.test(name.toLowerCase()) ? `https://${name}.substack.com${rest}` : undefined
}

export const substack: PlatformRules = { platform: 'substack', name: 'Substack', hosts, read, fromHandle }
