import { parameter } from '../location.ts'
import { isDigits, withoutAt, words } from '../names.ts'
import { byHandle, byUid, refuse, viaContent, viaContentIf } from '../outcome.ts'
import type { Recognition } from '../types.ts'
import type { Place, PlatformRules } from './rules.ts'

const hosts = ['facebook.com', 'fb.com', 'm.me', 'fb.watch']
const subHosts = /^(?:m|mbasic|web|touch|[a-z]{2,3}-[a-z]{2})?$/

const nameRule = /^[A-Za-z0-9.\-_]{2,75}$/
const namedNumber = /-(\d{9,})$/
const lastNumber = /(?:^|-)(\d{5,})$/

const reserved = words(
  `login login.php pages people events marketplace gaming help search hashtag sharer sharer.php dialog plugins policies
   privacy settings notifications messages friends bookmarks ads business developers home.php public directory me legal
   terms about careers saved memories fundraisers jobs places games checkpoint recover r.php share.php lite
   l.php flx profile.php groups pg p`,
)
const contentAlone = words('reel watch video.php photo photo.php media stories live watchparty')
const contentOfAccount = words('posts videos photos reels permalink')
const contentWithId = words('story.php permalink.php')

function read(place: Place): Recognition {
  if (place.domain === 'fb.watch') return refuse('content_not_account')
  if (!subHosts.test(place.sub)) return refuse('not_an_account')
  if (place.domain === 'm.me') return account(place.segments[0])
  const [segments, query] = behindHashBang(place)
  return onPath(segments, query)
}

/** `facebook.com/#!/NAME` and `facebook.com/home.php#!/NAME` */
function behindHashBang({ segments, query, fragment }: Place): [readonly string[], string] {
  const isAtRoot = segments.length === 0 || (segments.length === 1 && segments[0] === 'home.php')
  if (!isAtRoot || !fragment.startsWith('!')) return [segments, query]
  const [path = '', inner = ''] = fragment.slice(1).split('?')
  return [path.split('/').filter(Boolean), inner]
}

function onPath(segments: readonly string[], query: string): Recognition {
  const [first = '', second, third, fourth] = segments
  const word = first.toLowerCase()
  if (word === 'profile.php') return numbered(parameter(query, 'id'))
  if (word.startsWith('id=')) return numbered(first.slice(3))
  if (contentWithId.has(word)) return viaContent(numbered(parameter(query, 'id'), 'content_not_account'))
  if (contentAlone.has(word)) return refuse('content_not_account')
  if (word === 'share') return refuse('short_link')
  if (word === 'groups') return inGroups(second, third, fourth)
  if (word === 'people') return numbered(third)
  if (word === 'pages') return numberedAtEnd(second === 'category' ? fourth : third)
  if (word === 'p') return numberedAtEnd(second)
  const [name, tab, item] = word === 'pg' ? segments.slice(1) : segments
  const isContent = item !== undefined && contentOfAccount.has(tab?.toLowerCase() ?? '')
  return viaContentIf(isContent, account(name))
}

/** `ANY-N`, where the name before the number is dropped. */
function numberedAtEnd(name: string | undefined): Recognition {
  return numbered(lastNumber.exec(name ?? '')?.[1] ?? name?.slice(name.lastIndexOf('-') + 1))
}

function account(written: string | undefined): Recognition {
  const name = withoutAt(written ?? '')
  if (name === '' || isTaken(name.toLowerCase())) return refuse('not_an_account')
  if (/^pfbid/i.test(name)) return refuse('opaque_id')
  const id = namedNumber.exec(name)?.[1]
  if (id) return numbered(id)
  return nameRule.test(name) ? withoutDots(name.toLowerCase().replaceAll('.', '')) : refuse('invalid_handle')
}

/** Dots and letter case tell no two names apart, so the name is judged once more without them. */
function withoutDots(name: string): Recognition {
  if (name.startsWith('pfbid')) return refuse('opaque_id')
  const id = isDigits(name) && name.length >= 5 ? name : namedNumber.exec(name)?.[1]
  if (id) return numbered(id)
  if (isTaken(name) || name.length < 2) return refuse(isTaken(name) ? 'not_an_account' : 'invalid_handle')
  return byHandle('facebook', 'account', name, `https://www.facebook.com/${name}`)
}

const isTaken = (word: string) =>
  reserved.has(word) || contentAlone.has(word) || contentWithId.has(word) || word === 'share'

function numbered(id: string | undefined, otherwise: 'not_an_account' | 'content_not_account' = 'not_an_account') {
  if (!id) return refuse(otherwise)
  if (id.startsWith('pfbid')) return refuse('opaque_id')
  if (!isDigits(id)) return refuse('invalid_handle')
  return byUid('facebook', 'account', id, `https://www.facebook.com/profile.php?id=${id}`)
}

function inGroups(group: string | undefined, tab: string | undefined, item: string | undefined): Recognition {
  if (!group) return refuse('not_an_account')
  if (tab === 'user') return numbered(item)
  if (item !== undefined && (tab === 'posts' || tab === 'permalink')) return refuse('content_not_account')
  if (group.startsWith('pfbid')) return refuse('opaque_id')
  if (!nameRule.test(group)) return refuse('invalid_handle')
  const name = group.toLowerCase()
  const canonical = `https://www.facebook.com/groups/${name}`
  return isDigits(name) ? byUid('facebook', 'group', name, canonical) : byHandle('facebook', 'group', name, canonical)
}

export const facebook: PlatformRules = {
  platform: 'facebook',
  name: 'Facebook',
  hosts,
  read,
  fromHandle: (token) => `https://www.facebook.com/${token}`,
}
