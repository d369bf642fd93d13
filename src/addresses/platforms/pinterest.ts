import { withoutAt, words } from '../names.ts'
import { byHandle, refuse, viaContentIf } from '../outcome.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const endings = 'com co.uk fr de es it ca com.au jp co.kr com.mx pt at ch se dk nz ie ph cl'
const hosts = endings.split(' ').map((ending) => `pinterest.${ending}`)

const nameRule = /^[a-z0-9_-]{3,30}$/
const reserved = words('search ideas login business today explore categories')

function read({ segments }: Place): Recognition {
  const [first = '', second = '_'] = segments
  if (first.toLowerCase() === 'pin') return refuse('content_not_account')
  return viaContentIf(!second.startsWith('_'), account(first))
}

function account(written: string): Recognition {
  const name = withoutAt(written).toLowerCase()
  if (name === '' || name === 'pin' || reserved.has(name)) return refuse('not_an_account')
  if (!nameRule.test(name)) return refuse('invalid_handle')
  return byHandle('pinterest', 'account', name, `https://www.pinterest.com/${name}`)
}

export const pinterest: PlatformRules = {
  platform: 'pinterest',
  name: 'Pinterest',
  hosts,
  read,
  fromHandle: (token) => `https://www.pinterest.com/${token}`,
}
