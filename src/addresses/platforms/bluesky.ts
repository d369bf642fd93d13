import { withoutAt, words } from '../names.ts'
import { byHandle, byUid, refuse, viaContentIf } from '../outcome.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['bsky.app', 'bsky.social']

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const letterFirst = /^[a-z]/
const plc = /^did:plc:[a-z2-7]{24}$/
const longestHandle = 253
const reservedEndings = words('test local arpa invalid localhost internal example alt onion')
const contentOfAccount = words('post feed lists')

function read({ domain, sub, segments }: Place): Recognition {
  if (domain === 'bsky.social')
    return sub === '' || sub.includes('.') ? refuse('not_an_account') : account(`${sub}.bsky.social`)
  const [first = '', second = '', third = '', fourth] = segments
  if (sub !== '' || first.toLowerCase() !== 'profile' || second === '') return refuse('not_an_account')
  return viaContentIf(fourth !== undefined && contentOfAccount.has(third), account(second))
}

function account(written: string): Recognition {
  const name = withoutAt(written)
  if (name.toLowerCase().startsWith('did:')) return identified(name)
  const handle = name.toLowerCase()
  if (!isHandle(handle)) return refuse('invalid_handle')
  return byHandle('bluesky', 'account', handle, `https://bsky.app/profile/${handle}`)
}

/** The permanent id. A `did:plc:` keeps its letter case; a `did:web:` is a host. */
function identified(did: string): Recognition {
  const host = /^did:web:(.+)$/i.exec(did)?.[1]?.toLowerCase()
  const id = host === undefined ? did : `did:web:${host}`
  if (host === undefined ? !plc.test(id) : !isHandle(host)) return refuse('invalid_handle')
  return byUid('bluesky', 'account', id, `https://bsky.app/profile/${id}`)
}

/** The handle specification of atproto. */
function isHandle(handle: string): boolean {
  const labels = handle.split('.')
  const last = labels.at(-1) ?? ''
  return (
    labels.length >= 2 &&
    handle.length <= longestHandle &&
    labels.every((one) => label.test(one)) &&
    letterFirst.test(last) &&
    !reservedEndings.has(last)
  )
}

/** `at://HANDLE/app.bsky.feed.post/…`: with a path it is a record of the account. */
function readAt(rest: string): Recognition {
  const [name = '', ...path] = rest.split(/[/?#]/).filter(Boolean)
  return viaContentIf(path.length > 0, account(name))
}

const readDid = (rest: string) => readAt(`did:${rest}`)

function fromHandle(token: string): string {
  if (/^did:/i.test(token)) return token
  return `https://bsky.app/${/^profile\//i.test(token) ? '' : 'profile/'}${token}`
}

export const bluesky: PlatformRules = {
  platform: 'bluesky',
  name: 'Bluesky',
  hosts,
  read,
  fromHandle,
  apps: { at: readAt, did: readDid },
}
