import { folded, isDigits, words } from '../names.ts'
import { byHandle, byUid, refuse, viaContent } from '../outcome.ts'
import { encodedName } from '../percent.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['linkedin.com']
const subHosts = /^(?:m|[a-z]{2})?$/

const nameRule = /^[\p{L}\p{M}\p{N}\-_.%]{3,100}$/u
const memberId = /^ACoAA[\w-]+$/
const organizations = words('company school showcase')

function read({ sub, segments }: Place): Recognition {
  if (!subHosts.test(sub)) return refuse('not_an_account')
  const [first = '', second = '', third] = segments[0] === 'mwlite' ? segments.slice(1) : segments
  const word = first.toLowerCase()
  if (word === 'in') return person(second)
  if (organizations.has(word)) return organization(word, second)
  if (word === 'groups') return group(second)
  if (word === 'posts') return authorOf(second)
  if (word === 'pulse' || (word === 'feed' && second === 'update' && third)) return refuse('content_not_account')
  if (word === 'pub') return refuse('outdated_address')
  return refuse(word === 'sales' ? 'opaque_id' : 'not_an_account')
}

function person(written: string): Recognition {
  if (written === '' || written.toLowerCase() === 'me') return refuse('not_an_account')
  if (memberId.test(written)) return byUid('linkedin', 'account', written, `https://www.linkedin.com/in/${written}`)
  const name = folded(written)
  if (!nameRule.test(name)) return refuse('invalid_handle')
  return byHandle('linkedin', 'account', name, `https://www.linkedin.com/in/${encodedName(name)}`)
}

/** Company, school and showcase are three doors to one number, and three name spaces. */
function organization(space: string, written: string): Recognition {
  const name = folded(written)
  const canonical = `https://www.linkedin.com/${space}/${encodedName(name)}`
  if (name === '') return refuse('not_an_account')
  if (isDigits(name)) return byUid('linkedin', 'organization', name, canonical)
  return nameRule.test(name) ? byHandle('linkedin', 'organization', name, canonical) : refuse('invalid_handle')
}

function group(id: string): Recognition {
  if (id === '') return refuse('not_an_account')
  return isDigits(id)
    ? byUid('linkedin', 'group', id, `https://www.linkedin.com/groups/${id}`)
    : refuse('invalid_handle')
}

/** `/posts/NAME_what-the-post-says` */
function authorOf(post: string): Recognition {
  const end = post.indexOf('_')
  return end > 0 ? viaContent(person(post.slice(0, end))) : refuse('content_not_account')
}

const pathWord = /^(?:in|company|school|showcase|groups|posts|pub|mwlite|feed|pulse|sales)\//i

export const linkedin: PlatformRules = {
  platform: 'linkedin',
  name: 'LinkedIn',
  hosts,
  read,
  fromHandle: (token) => `https://www.linkedin.com/${pathWord.test(token) ? '' : 'in/'}${token}`,
}
