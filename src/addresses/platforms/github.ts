import { words } from '../names.ts'
import { byHandle, refuse, viaContentIf } from '../outcome.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['github.com']

const nameRule = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const longestName = 39
const prefixes = words('orgs sponsors')
const reserved = words(
  `login features topics explore marketplace settings search pricing notifications collections trending about join apps
   contact site orgs sponsors`,
)

function read({ sub, segments }: Place): Recognition {
  const [first = '', second] = segments
  if (sub !== '' && sub !== 'gist') return refuse('not_an_account')
  if (sub === '' && prefixes.has(first.toLowerCase())) return account(second ?? '')
  return viaContentIf(second !== undefined, account(first))
}

function account(written: string): Recognition {
  const name = written.toLowerCase()
  if (name === '' || reserved.has(name)) return refuse('not_an_account')
  if (name.length > longestName || !nameRule.test(name)) return refuse('invalid_handle')
  return byHandle('github', 'account', name, `https://github.com/${name}`)
}

export const github: PlatformRules = {
  platform: 'github',
  name: 'GitHub',
  hosts,
  read,
  fromHandle: (token) => `https://github.com/${token}`,
}
