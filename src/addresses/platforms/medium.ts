import { words } from '../names.ts'
import { byHandle, byUid, refuse, viaContentIf } from '../outcome.ts'
import { encodedName } from '../percent.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['medium.com']
const notNames = words('help link policy')

const nameRule = /^[a-z0-9_.-]{1,100}$/
const idRule = /^[A-Za-z0-9]{6,40}$/
const reserved = words('tag m search me new-story topics membership plans about p u feed')
const tabs = words('about followers following archive')

function read({ sub, segments }: Place): Recognition {
  const [first = '', second = ''] = segments
  if (sub !== '') return onOwnHost(sub, first)
  const word = first.toLowerCase()
  if (word === 'p') return refuse('content_not_account')
  if (word === 'u') return identified(second)
  if (word === 'feed') return named(second)
  return viaContentIf(second !== '' && !tabs.has(second.toLowerCase()), named(first))
}

/** `NAME.medium.com/ARTICLE` */
function onOwnHost(name: string, further: string): Recognition {
  if (name.includes('.') || notNames.has(name)) return refuse('not_an_account')
  const isArticle = further !== '' && further !== 'feed' && !tabs.has(further.toLowerCase())
  return viaContentIf(isArticle, account(name))
}

const named = (written: string) => (written.startsWith('@') ? account(written.slice(1)) : publication(written))

function account(written: string): Recognition {
  const name = written.toLowerCase()
  if (name === '') return refuse('not_an_account')
  if (!nameRule.test(name)) return refuse('invalid_handle')
  return byHandle('medium', 'account', name, `https://medium.com/@${encodedName(name)}`)
}

function publication(written: string): Recognition {
  const name = written.toLowerCase()
  if (name === '' || reserved.has(name)) return refuse('not_an_account')
  if (!nameRule.test(name)) return refuse('invalid_handle')
  return byHandle('medium', 'publication', name, `https://medium.com/${encodedName(name)}`)
}

function identified(id: string): Recognition {
  if (id === '') return refuse('not_an_account')
  return idRule.test(id) ? byUid('medium', 'account', id, `https://medium.com/u/${id}`) : refuse('invalid_handle')
}

const pathWord = /^(?:u|feed|p)\//i

export const medium: PlatformRules = {
  platform: 'medium',
  name: 'Medium',
  hosts,
  read,
  fromHandle: (token) => `https://medium.com/${pathWord.test(token) ? '' : '@'}${token}`,
}
