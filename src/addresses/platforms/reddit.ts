import { byHandle, refuse, viaContentIf } from '../outcome.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['reddit.com', 'redd.it']
const subHosts = /^(?:old|new|i|m|[a-z]{2})?$/

const nameRule = /^[a-z0-9_-]{3,20}$/

function read({ domain, sub, segments }: Place): Recognition {
  if (domain === 'redd.it') return refuse('content_not_account')
  const [first = '', second = '', third = '', fourth] = segments
  const word = first.toLowerCase()
  if (word === 'comments' && second !== '') return refuse('content_not_account')
  const isUser = word === 'user' || word === 'u'
  if (!subHosts.test(sub) || second === '' || (!isUser && word !== 'r')) return refuse('not_an_account')
  if (third === 's' && fourth !== undefined) return refuse('short_link')
  const isPost = third === 'comments' && fourth !== undefined
  if (isUser) return viaContentIf(isPost, account(second))
  return isPost ? refuse('content_not_account') : community(second)
}

function account(written: string): Recognition {
  const name = written.toLowerCase()
  if (!nameRule.test(name)) return refuse('invalid_handle')
  return byHandle('reddit', 'account', name, `https://www.reddit.com/user/${name}`)
}

function community(written: string): Recognition {
  const name = written.toLowerCase()
  if (!nameRule.test(name)) return refuse('invalid_handle')
  return byHandle('reddit', 'community', name, `https://www.reddit.com/r/${name}`)
}

const pathWord = /^(?:user|u|r|comments)\//i

export const reddit: PlatformRules = {
  platform: 'reddit',
  name: 'Reddit',
  hosts,
  read,
  fromHandle: (token) => `https://www.reddit.com/${pathWord.test(token) ? '' : 'user/'}${token}`,
}
