import { parameter } from '../location.ts'
import { words } from '../names.ts'
import { byHandle, byUid, refuse } from '../outcome.ts'
import { internationalNumber, numberIn, vietnameseMobile } from '../phone.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['wa.me', 'whatsapp.com']
const subHosts = words('api web')

const codeRule = /^[\w-]+$/
const shortLinks = words('message qr')

function read({ domain, sub, segments, query }: Place): Recognition {
  const [first = '', second = ''] = segments
  if (domain === 'wa.me') return sub === '' ? onShortHost(first) : refuse('not_an_account')
  if (sub === 'chat') return group(first === 'invite' ? second : first)
  if (sub !== '' && !subHosts.has(sub)) return refuse('not_an_account')
  if (first === 'send') return phone(parameter(query, 'phone') ?? '')
  return first === 'channel' ? channel(second) : refuse('not_an_account')
}

function onShortHost(first: string): Recognition {
  return shortLinks.has(first.toLowerCase()) ? refuse('short_link') : phone(first)
}

/** With the country code, as the platform itself wants it. */
function phone(written: string): Recognition {
  if (written === '') return refuse('not_an_account')
  const number = internationalNumber(numberIn(written) ?? '')
  if (!number) return refuse('invalid_handle')
  return byHandle('whatsapp', 'account', `+${number}`, `https://wa.me/${number}`)
}

function channel(code: string): Recognition {
  if (code === '') return refuse('not_an_account')
  return codeRule.test(code)
    ? byUid('whatsapp', 'channel', code, `https://whatsapp.com/channel/${code}`)
    : refuse('invalid_handle')
}

function group(code: string): Recognition {
  if (code === '') return refuse('not_an_account')
  return codeRule.test(code)
    ? byHandle('whatsapp', 'group', code, `https://chat.whatsapp.com/${code}`)
    : refuse('invalid_handle')
}

function readApp(rest: string): Recognition {
  const [act = '', query = ''] = rest.split('?')
  return act.replace(/\/$/, '').toLowerCase() === 'send'
    ? phone(parameter(query, 'phone') ?? '')
    : refuse('not_an_account')
}

/** Who has chosen the platform may write the number as at home. */
function fromHandle(token: string): string {
  if (/^channel\//i.test(token)) return `https://whatsapp.com/${token}`
  return `https://wa.me/${vietnameseMobile(numberIn(token) ?? '') ?? token}`
}

export const whatsapp: PlatformRules = {
  platform: 'whatsapp',
  name: 'WhatsApp',
  hosts,
  read,
  fromHandle,
  apps: { whatsapp: readApp },
}
