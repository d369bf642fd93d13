import { parameter } from '../location.ts'
import { composed, folded, words } from '../names.ts'
import { byHandle, byUid, refuse } from '../outcome.ts'
import { encodedName } from '../percent.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['youtube.com', 'youtubekids.com', 'youtube-nocookie.com', 'youtu.be']
const subHosts = words('m music gaming studio tv')

const channelId = /^UC[\w-]{22}$/
const handleRule = /^[\p{L}\p{M}\p{N}_\-.·]{3,30}$/u
const nameRule = /^[\p{L}\p{M}\p{N}_\-.]{1,100}$/u

const reserved = words(
  `results feed gaming premium hashtag account trending news music kids upload t about ads creators course
   search signin redirect channel browse feeds user c`,
)
const content = words('watch shorts live playlist clip post embed v e attribution_link')

function read({ domain, sub, segments, query }: Place): Recognition {
  if (domain === 'youtu.be') return refuse('content_not_account')
  const [first = '', second = ''] = segments
  if (first === '' || (sub !== '' && !subHosts.has(sub))) return refuse('not_an_account')
  const word = first.toLowerCase()
  if (first.startsWith('@')) return handle(first.slice(1))
  if (word === 'channel' || word === 'browse') return channel(second)
  if (word === 'feeds') return ofFeed(query)
  if (word === 'user' || word === 'c') return named(word, second)
  if (content.has(word)) return refuse('content_not_account')
  return reserved.has(word) ? refuse('not_an_account') : named('c', first)
}

/** The id keeps its letter case: in lower case it no longer identifies anything. */
function channel(id: string): Recognition {
  if (id === '') return refuse('not_an_account')
  if (!channelId.test(id)) return refuse('invalid_handle')
  return byUid('youtube', 'channel', id, `https://www.youtube.com/channel/${id}`)
}

function ofFeed(query: string): Recognition {
  return channel(parameter(query, 'channel_id') ?? '')
}

function handle(written: string): Recognition {
  const name = folded(composed(written))
  if (name === '') return refuse('not_an_account')
  if (!handleRule.test(name)) return refuse('invalid_handle')
  return byHandle('youtube', 'channel', name, `https://www.youtube.com/@${encodedName(name)}`)
}

/** `/user/` and `/c/` are name spaces of their own, and `/NAME` is one of `/c/`. */
function named(space: string, written: string): Recognition {
  const name = folded(composed(written))
  if (name === '') return refuse('not_an_account')
  if (!nameRule.test(name)) return refuse('invalid_handle')
  return byHandle('youtube', 'channel', name, `https://www.youtube.com/${space}/${encodedName(name)}`)
}

const pathWord = /^(?:channel|browse|feeds|user|c|watch|shorts|live|playlist|clip|post|embed|v)[/?]/i

/** Also with its letter case lost, so that it is refused rather than taken for a handle. */
const writtenAsId = /^uc[\w-]{22}$/i

function fromHandle(token: string): string {
  if (writtenAsId.test(token)) return `https://www.youtube.com/channel/${token}`
  return `https://www.youtube.com/${pathWord.test(token) ? '' : '@'}${token}`
}

export const youtube: PlatformRules = { platform: 'youtube', name: 'YouTube', hosts, read, fromHandle }
