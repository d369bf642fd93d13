import { parameter } from '../location.ts'
import { isDigits, withoutAt, words } from '../names.ts'
import { byHandle, refuse, viaContentIf } from '../outcome.ts'
import { internationalNumber, numberIn } from '../phone.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['t.me', 'telegram.me', 'telegram.dog', 'telegram.org']

const nameRule = /^[a-z][a-z0-9_]{4,31}$/
const codeRule = /^[\w-]+$/
const reserved = words(
  `addstickers addemoji addlist addtheme share proxy socks login boost iv confirmphone setlanguage bg invoice giftcode
   contact auth nft joinchat`,
)

function read(place: Place): Recognition {
  if (place.domain === 'telegram.org')
    return place.sub === 'web' ? inWebClient(place.fragment) : refuse('not_an_account')
  if (place.sub !== '' && place.domain !== 't.me') return refuse('not_an_account')
  return onPath(place.sub === '' ? place.segments : [place.sub, ...place.segments])
}

function onPath(segments: readonly string[]): Recognition {
  const [first = '', second = '', third = ''] = segments
  const word = first.toLowerCase()
  if (first.startsWith('+')) return invited(first.slice(1))
  if (word === 'joinchat') return second === '' ? refuse('not_an_account') : group(second)
  if (word === 'c') return refuse('content_not_account')
  if (word === 's') return viaContentIf(isDigits(third), account(second))
  return viaContentIf(isDigits(second), account(first))
}

function account(written: string): Recognition {
  const name = withoutAt(written).toLowerCase()
  if (name === '' || reserved.has(name)) return refuse('not_an_account')
  return nameRule.test(name) ? byHandle('telegram', 'account', name, `https://t.me/${name}`) : refuse('invalid_handle')
}

/** After a plus stands a telephone number or the code of an invitation. */
function invited(code: string): Recognition {
  const number = numberIn(code)
  return number === undefined || code.includes('-') ? group(code) : phone(number)
}

function phone(written: string): Recognition {
  const number = internationalNumber(written)
  if (!number) return refuse('invalid_handle')
  return byHandle('telegram', 'account', `+${number}`, `https://t.me/+${number}`)
}

function group(code: string): Recognition {
  if (!codeRule.test(code) || isDigits(code)) return refuse('invalid_handle')
  return byHandle('telegram', 'group', `+${code}`, `https://t.me/+${code}`)
}

/** `web.telegram.org/k/#@NAME`; numbers there are known to the client alone. */
function inWebClient(fragment: string): Recognition {
  if (fragment.startsWith('@')) return account(fragment)
  return refuse(/^-?\d/.test(fragment) ? 'opaque_id' : 'not_an_account')
}

function readApp(rest: string): Recognition {
  const [act = '', query = ''] = rest.split('?')
  const what = act.replace(/\/$/, '').toLowerCase()
  if (what === 'join') return group(parameter(query, 'invite') ?? '')
  if (what !== 'resolve') return refuse('not_an_account')
  const number = parameter(query, 'phone')
  if (number) return phone(number)
  return viaContentIf(isDigits(parameter(query, 'post') ?? ''), account(parameter(query, 'domain') ?? ''))
}

export const telegram: PlatformRules = {
  platform: 'telegram',
  name: 'Telegram',
  hosts,
  read,
  fromHandle: (token) => `https://t.me/${token}`,
  apps: { tg: readApp },
}
