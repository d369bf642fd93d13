import { words } from '../names.ts'
import { byHandle, refuse, viaContentIf } from '../outcome.ts'
import { encodedName } from '../percent.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['gitlab.com']

const nameRule = /^[a-z0-9_][a-z0-9_.-]{0,254}$/
const reserved = words('users explore search help dashboard admin - groups')

function read({ segments }: Place): Recognition {
  const [name = '', further] = segments[0] === 'groups' ? segments.slice(1) : segments
  return viaContentIf(further !== undefined && further !== '-', account(name))
}

function account(written: string): Recognition {
  const name = written.toLowerCase()
  if (name === '' || reserved.has(name)) return refuse('not_an_account')
  if (!nameRule.test(name)) return refuse('invalid_handle')
  return byHandle('gitlab', 'account', name, `https://gitlab.com/${encodedName(name)}`)
}

export const gitlab: PlatformRules = {
  platform: 'gitlab',
  name: 'GitLab',
  hosts,
  // forum.gitlab.com and its like are websites.
  onlyTheseHosts: true,
  read,
  fromHandle: (token) => `https://gitlab.com/${token}`,
}
