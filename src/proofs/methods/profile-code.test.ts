import type { IncomingMessage, RequestListener } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { plainServer, type WebServer } from '../../../test/peers/tls.ts'
import { parseSettings } from '../../settings.ts'
import { type Internet, internet } from '../tests/internet.ts'
import type { Declared } from './method.ts'
import { profileCode } from './profile-code.ts'

const code = 'CD-7K4M-9QXZ'
const other = 'CD-0000-ZZZZ'
const sought = { token: code, keep: false, expiresOn: null }

const channelId = 'UCabcdefghijklmnopqrstuv'
const github: Declared = { platform: 'github', canonical: 'https://github.com/lan', handle: 'lan' }
const gitlab: Declared = { platform: 'gitlab', canonical: 'https://gitlab.com/lan', handle: 'lan' }
const youtube: Declared = { platform: 'youtube', canonical: 'https://www.youtube.com/@lan', handle: 'lan' }
const channel: Declared = {
  platform: 'youtube',
  canonical: `https://www.youtube.com/channel/${channelId}`,
  uid: channelId,
}

let outside: Internet
let api: WebServer
let origin: string
const asked: IncomingMessage[] = []
const answers = new Map<string, RequestListener>()
beforeAll(async () => {
  const listener: RequestListener = (request, response) => {
    asked.push(request)
    const answer = answers.get(request.url ?? '')
    if (answer) answer(request, response)
    else response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}')
  }
  api = await plainServer({ hosts: new Map([['127.0.0.1', listener]]) })
  origin = `http://127.0.0.1:${api.port}`
  outside = await internet([origin])
})
afterAll(() => Promise.all([outside[Symbol.asyncDispose](), api[Symbol.asyncDispose]()]))
beforeEach(() => {
  asked.length = 0
  answers.clear()
})

const json =
  (value: unknown, status = 200, type = 'application/json; charset=utf-8'): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': type }).end(typeof value === 'string' ? value : JSON.stringify(value))
  }
const platformsAt = (of: string) => ({
  github: { api: of, token: 'github-secret' },
  gitlab: { api: of, token: 'gitlab-secret' },
  youtube: { api: of, key: 'youtube-secret' },
})
const termsAt = (platforms: object) => ({
  ...{ label: 'so', today: '2026-11-24', url: 'https://so.vn' },
  settings: parseSettings(JSON.stringify({ platforms })),
})
const look = (declared: Declared, uid?: string, of = origin) =>
  profileCode.look(outside.net, declared, { ...sought, uid }, termsAt(platformsAt(of)))
const watch = (declared: Declared, uid: string) =>
  profileCode.watch?.(outside.net, declared, uid, termsAt(platformsAt(origin)))

/** What each platform says of the account `lan`, as it answers in truth; only its number and its text differ here. */
const profiles = {
  GitHub: {
    ...{ declared: github, uid: '583231', otherUid: '99', place: '/users/lan' },
    says(text: string | null, id = 583231, login = 'Lan') {
      answers.set('/users/lan', json({ login, id, node_id: 'x', type: 'User', name: other, company: other, bio: text }))
    },
  },
  GitLab: {
    ...{ declared: gitlab, uid: '77', otherUid: '99', place: '/api/v4/users?username=lan' },
    says(text: string | null, id = 77, username = 'Lan') {
      const short = { id, username, name: other, state: 'active', web_url: `https://gitlab.com/${username}` }
      answers.set('/api/v4/users?username=lan', json([short]))
      answers.set(`/api/v4/users/${id}`, json({ ...short, bio: text, location: other, job_title: other }))
    },
  },
  YouTube: {
    ...{ declared: youtube, uid: channelId, otherUid: 'UC0000000000000000000000' },
    place: '/youtube/v3/channels?part=snippet&forHandle=%40lan',
    says(text: string | null, id: string | number = channelId, name = 'Lan') {
      const item = {
        kind: 'youtube#channel',
        id: typeof id === 'number' ? 'UC0000000000000000000000' : id,
        snippet: { title: other, description: text ?? '', customUrl: `@${name}`, publishedAt: '2020-01-01T00:00:00Z' },
      }
      const list = json({ kind: 'youtube#channelListResponse', pageInfo: { totalResults: 1 }, items: [item] })
      answers.set('/youtube/v3/channels?part=snippet&forHandle=%40lan', list)
    },
  },
}

describe.each(Object.entries(profiles))('%s', (_, { declared, uid, otherUid, place, says }) => {
  test('a code in the description is found, with the permanent id', async () => {
    says(`Đại biểu. ${code} Hà Nội`)
    expect(await look(declared)).toEqual({
      ...{ kind: 'found', uid, place: origin + place, expected: code, resolvers: [] },
      where: expect.stringContaining(origin),
    })
  })

  test('a code in small letters is the same code', async () => {
    says(code.toLowerCase())
    expect(await look(declared)).toMatchObject({ kind: 'found' })
  })

  test('a code inside a longer word is none, and of the text only is told that there is one', async () => {
    for (const glued of [`x${code}`, `${code}x`, `${code}-1`, `_${code}`]) {
      says(`bí mật ${glued}`)
      const finding = await look(declared)
      expect(finding).toMatchObject({ kind: 'absent', reason: 'no_code', seen: [], others: 1 })
      expect(JSON.stringify(finding)).not.toContain('bí mật')
    }
  })

  test('an empty description has nothing in it', async () => {
    for (const empty of [null, '', ' \n']) {
      says(empty)
      expect(await look(declared)).toMatchObject({ kind: 'absent', reason: 'no_code', seen: [], others: 0 })
    }
  })

  test('another code is told as such, and nothing beside it', async () => {
    says(`bí mật ${other}`)
    const finding = await look(declared)
    expect(finding).toMatchObject({ kind: 'absent', reason: 'other_code', seen: [other] })
    expect(JSON.stringify(finding)).not.toContain('bí mật')
  })

  test('the code in a field other than the description proves nothing', async () => {
    says('')
    const finding = await profileCode.look(
      outside.net,
      declared,
      { ...sought, token: other },
      termsAt(platformsAt(origin)),
    )
    expect(finding).toMatchObject({ kind: 'absent', reason: 'no_code' })
  })

  test('an answer about another name is not about this account, whatever its description says', async () => {
    says(code, undefined, 'minh')
    expect(await look(declared)).toMatchObject({ kind: 'absent' })
  })

  test('a name that belongs to another permanent id than before is told, even with the code', async () => {
    says(code)
    expect(await look(declared, uid)).toMatchObject({ kind: 'found', uid })
    expect(await look(declared, otherUid)).toMatchObject({
      kind: 'absent',
      reason: 'other_account',
      seen: [],
      others: 0,
    })
  })

  test('watching asks only whose the name is', async () => {
    says('')
    expect(await watch(declared, uid)).toMatchObject({ kind: 'found', uid })
    expect(await watch(declared, otherUid)).toMatchObject({ kind: 'absent', reason: 'other_account', seen: [] })
  })

  test('what is no answer of the known form says nothing', async () => {
    const path = place
    for (const answer of [
      json('no json'),
      json('{"id":1'),
      json('[null]'),
      json('"text"'),
      json({ login: 'lan', username: 'lan', bio: code, items: [{ id: 7, snippet: {} }] }),
      json({ id: '583231', login: 'lan', bio: code, items: {} }),
      json({ id: 583231, login: 'lan', bio: [code], items: [{ id: channelId, snippet: { description: [code] } }] }),
      json(`{"id":1,"login":"lan","bio":"${code}"}`, 200, 'text/html'),
      json({ id: 583231, login: 'lan', bio: code + 'x'.repeat(300_000) }),
      json('', 400),
      json('', 302),
    ]) {
      answers.set(path, answer)
      expect(await look(declared)).toMatchObject({ kind: 'unreachable' })
    }
  })

  test.each([
    [500, 'server_error'],
    [503, 'server_error'],
    [429, 'server_busy'],
    [403, 'server_busy'],
    [401, 'closed_to_us'],
  ])('status %i says nothing about the person', async (status, reason) => {
    answers.set(place, json({ message: 'no' }, status))
    expect(await look(declared)).toMatchObject({ kind: 'unreachable', reason, place: origin + place })
  })

  test('an interface that cannot be reached says nothing about the person', async () => {
    const gone = await plainServer({ hosts: new Map() })
    await gone[Symbol.asyncDispose]()
    await using elsewhere = await internet([`http://127.0.0.1:${gone.port}`, 'http://nowhere.vn'])
    const at = (of: string) => profileCode.look(elsewhere.net, declared, sought, termsAt(platformsAt(of)))
    expect(await at(`http://127.0.0.1:${gone.port}`)).toMatchObject({
      kind: 'unreachable',
      reason: 'connection_refused',
    })
    expect(await at('http://nowhere.vn')).toMatchObject({ kind: 'unreachable', reason: 'connection_failed' })
  })

  test('neither token nor key stands in what is kept or shown', async () => {
    says(code)
    expect(JSON.stringify(await look(declared))).not.toContain('secret')
    expect(asked.map(({ url }) => url).join(' ')).not.toContain('secret')
  })

  test('says where to write which code', () => {
    expect(profileCode.publish(declared, sought, termsAt({}))).toEqual({ url: declared.canonical, code })
  })
})

test('no such account', async () => {
  expect(await look(github)).toMatchObject({ kind: 'absent', reason: 'no_account' })
  answers.set(profiles.GitLab.place, json([]))
  expect(await look(gitlab)).toMatchObject({ kind: 'absent', reason: 'no_account' })
  answers.set(profiles.YouTube.place, json({ kind: 'youtube#channelListResponse', pageInfo: { totalResults: 0 } }))
  expect(await look(youtube)).toMatchObject({ kind: 'absent', reason: 'no_account' })
})

test('the credentials of the settings go in headers', async () => {
  for (const { declared, says } of Object.values(profiles)) {
    says(code)
    await look(declared)
  }
  const sent = (path: string) => asked.find(({ url }) => url?.startsWith(path))?.headers
  expect(sent('/users/lan')?.authorization).toBe('Bearer github-secret')
  expect(sent('/api/v4/users?')?.authorization).toBe('Bearer gitlab-secret')
  expect(sent('/api/v4/users/77')?.authorization).toBe('Bearer gitlab-secret')
  expect(sent('/youtube')?.['x-goog-api-key']).toBe('youtube-secret')
})

test('without credentials none are sent', async () => {
  profiles.GitHub.says(code)
  const terms = termsAt({ github: { api: origin } })
  expect(await profileCode.look(outside.net, github, sought, terms)).toMatchObject({ kind: 'found' })
  expect(asked[0]?.headers.authorization).toBeUndefined()
})

test('a code in the profile of another account of the same person proves that one only', async () => {
  answers.set('/users/lan', json({ id: 1, login: 'lan', bio: null }))
  answers.set('/users/minh', json({ id: 2, login: 'minh', bio: code }))
  expect(await look(github)).toMatchObject({ kind: 'absent', reason: 'no_code' })
})

test('GitLab names are compared whole, and the text must be that of the number', async () => {
  answers.set(profiles.GitLab.place, json([{ id: 5, username: 'lan2' }]))
  answers.set('/api/v4/users/5', json({ id: 5, username: 'lan2', bio: code }))
  expect(await look(gitlab)).toMatchObject({ kind: 'absent', reason: 'no_account' })
  answers.set(profiles.GitLab.place, json([{ id: 6, username: 'lan' }]))
  answers.set('/api/v4/users/6', json({ id: 5, username: 'lan', bio: code }))
  expect(await look(gitlab)).toMatchObject({ kind: 'unreachable', reason: 'unreadable' })
  answers.set('/api/v4/users/6', json({ id: 6, username: 'minh', bio: code }))
  expect(await look(gitlab)).toMatchObject({ kind: 'unreachable', reason: 'unreadable' })
})

test('of two GitLab users for one name neither counts', async () => {
  const both = [6, 7].map((id) => ({ id, username: 'lan' }))
  answers.set(profiles.GitLab.place, json(both))
  answers.set('/api/v4/users/6', json({ ...both[0], bio: code }))
  expect(await look(gitlab)).toMatchObject({ kind: 'unreachable', reason: 'unreadable' })
})

test('of very many codes only some are told', async () => {
  const many = Array.from({ length: 1_000 }, (_, n) => `CD-AAAA-${String(n).padStart(4, '0')}`)
  profiles.GitHub.says(many.join(' '))
  expect(await look(github)).toMatchObject({ reason: 'other_code', seen: many.slice(0, 10) })
  profiles.GitHub.says([...many, code].join(' '))
  expect(await look(github)).toMatchObject({ kind: 'found' })
})

test('a channel is asked for by its id where the address holds one, and no other is taken for it', async () => {
  const path = `/youtube/v3/channels?part=snippet&id=${channelId}`
  answers.set(path, json({ items: [{ id: channelId, snippet: { description: code } }] }))
  expect(await look(channel)).toMatchObject({ kind: 'found', uid: channelId, place: origin + path })
  answers.set(path, json({ items: [{ id: 'UC0000000000000000000000', snippet: { description: code } }] }))
  expect(await look(channel)).toMatchObject({ kind: 'absent', reason: 'not_claimed_back' })
})

test('of two channels for one handle neither counts', async () => {
  const item = { id: channelId, snippet: { description: code } }
  answers.set(profiles.YouTube.place, json({ items: [item, { ...item, id: 'UC0000000000000000000000' }] }))
  expect(await look(youtube)).toMatchObject({ kind: 'unreachable', reason: 'unreadable' })
})

test('an old name of the channel, which is no handle, says nothing against it', async () => {
  const item = { id: channelId, snippet: { description: code, customUrl: 'daibieulan' } }
  answers.set(profiles.YouTube.place, json({ items: [item] }))
  expect(await look(youtube)).toMatchObject({ kind: 'found' })
})

test('a handle with letters of any script is asked for whole', async () => {
  const path = `/youtube/v3/channels?${new URLSearchParams({ part: 'snippet', forHandle: '@báo-nhân-dân' })}`
  const customUrl = '@b%C3%A1o-nh%C3%A2n-d%C3%A2n'
  answers.set(path, json({ items: [{ id: channelId, snippet: { description: code, customUrl } }] }))
  const declared = { platform: 'youtube', canonical: 'https://www.youtube.com/@x', handle: 'báo-nhân-dân' }
  expect(await look(declared)).toMatchObject({ kind: 'found' })
})

test.each([
  [github, true],
  [gitlab, true],
  [youtube, true],
  [channel, true],
  [{ platform: 'youtube', canonical: 'https://www.youtube.com/c/lan', handle: 'lan' }, false],
  [{ platform: 'youtube', canonical: 'https://www.youtube.com/user/lan', handle: 'lan' }, false],
  [{ platform: 'mastodon', canonical: 'https://mangxahoi.vn/@lan', handle: 'lan@mangxahoi.vn' }, true],
  [{ platform: 'facebook', canonical: 'https://www.facebook.com/lan', handle: 'lan' }, false],
  [{ platform: 'website', canonical: 'https://lan.vn/' }, false],
  [{ platform: 'constructor', canonical: 'https://lan.vn/', handle: 'lan' }, false],
])('%j can be proven by a code in its profile: %s', (declared, can) => {
  expect(profileCode.applies(declared, termsAt(platformsAt(origin)))).toBe(can)
})

test('without a key YouTube is not offered, and what was begun with one is not judged', async () => {
  const terms = termsAt({})
  expect(profileCode.applies(youtube, terms)).toBe(false)
  const finding = { kind: 'unreachable', reason: 'closed_to_us', place: youtube.canonical }
  expect(await profileCode.look(outside.net, youtube, sought, terms)).toMatchObject(finding)
  expect(await profileCode.watch?.(outside.net, youtube, channelId, terms)).toMatchObject(finding)
  expect(asked).toEqual([])
})
