import { withoutAt, words } from '../names.ts'
import { byHandle, refuse, viaContent, viaContentIf } from '../outcome.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['instagram.com', 'instagr.am', 'ig.me']

const nameRule = /^[A-Za-z0-9._]{1,30}$/
const reserved = words('explore accounts direct about legal developer web challenge')
const contentAlone = words('p reel reels tv')
const contentOfAccount = words('p reel')
const treated = words('stories share _u')

/** Threads has the same names. */
export const isInstagramName = (name: string) => nameRule.test(name) && !name.includes('..') && !name.endsWith('.')

function read({ domain, sub, segments }: Place): Recognition {
  const [first = '', second = '', third] = segments
  if (domain === 'ig.me') return sub === '' && first === 'm' && second !== '' ? account(second) : refuse('short_link')
  if (sub !== '' && sub !== 'm') return refuse('not_an_account')
  const word = first.toLowerCase()
  if (word === '_u') return account(second)
  if (word === 'share') return refuse('short_link')
  if (word === 'stories') return ofStories(second)
  if (contentAlone.has(word)) return refuse('content_not_account')
  return viaContentIf(third !== undefined && contentOfAccount.has(second.toLowerCase()), account(first))
}

function ofStories(name: string): Recognition {
  if (name === 'highlights') return refuse('content_not_account')
  return viaContent(account(name))
}

function account(written: string): Recognition {
  const name = withoutAt(written).toLowerCase()
  if (name === '' || reserved.has(name) || contentAlone.has(name) || treated.has(name)) return refuse('not_an_account')
  if (!isInstagramName(name)) return refuse('invalid_handle')
  return byHandle('instagram', 'account', name, `https://www.instagram.com/${name}`)
}

export const instagram: PlatformRules = {
  platform: 'instagram',
  name: 'Instagram',
  hosts,
  read,
  fromHandle: (token) => `https://www.instagram.com/${token}`,
}
