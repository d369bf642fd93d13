import { parameter } from '../location.ts'
import { byHandle, refuse } from '../outcome.ts'
import { encodedName } from '../percent.ts'
import { numberIn, vietnameseMobile } from '../phone.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['viber.com', 'viber.click']

const nameRule = /^[a-z0-9._-]{1,100}$/
const codeRule = /^[A-Za-z0-9+/=_-]+$/

function read({ domain, sub, segments, query }: Place): Recognition {
  const [first = ''] = segments
  if (domain === 'viber.click') return sub === '' && first !== '' ? phone(first) : refuse('not_an_account')
  if (sub === 'chats') return account(first)
  return sub === 'invite' ? community(parameter(query, 'g2') ?? '') : refuse('not_an_account')
}

function account(written: string): Recognition {
  const name = written.toLowerCase()
  if (name === '') return refuse('not_an_account')
  if (!nameRule.test(name)) return refuse('invalid_handle')
  return byHandle('viber', 'account', name, `https://chats.viber.com/${encodedName(name)}`)
}

function phone(written: string): Recognition {
  const number = vietnameseMobile(numberIn(written) ?? '')
  if (!number) return refuse('invalid_handle')
  return byHandle('viber', 'account', `+${number}`, `viber://chat?number=%2B${number}`)
}

function community(code: string): Recognition {
  if (code === '') return refuse('not_an_account')
  if (!codeRule.test(code)) return refuse('invalid_handle')
  return byHandle('viber', 'community', code, `https://invite.viber.com/?g2=${encodeURIComponent(code)}`)
}

function readApp(rest: string): Recognition {
  const [act = '', query = ''] = rest.split('?')
  const what = act.replace(/\/$/, '').toLowerCase()
  if (what === 'pa') return account(parameter(query, 'chatURI') ?? '')
  const number = what === 'chat' ? parameter(query, 'number') : undefined
  return number ? phone(number) : refuse('not_an_account')
}

function fromHandle(token: string): string {
  return numberIn(token) === undefined ? `https://chats.viber.com/${token}` : `viber://chat?number=${token}`
}

export const viber: PlatformRules = {
  platform: 'viber',
  name: 'Viber',
  hosts,
  read,
  fromHandle,
  apps: { viber: readApp },
}
