import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { type Fetch, ticks, unverifiable } from '../../test/peers/mastodon-link.ts'
import { type TestHouse, testHouse } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { type Internet, internet, paths, says } from '../proofs/tests/internet.ts'

// What Mastodon demands before it ticks our page in somebody's profile, and the other way: a page that links back is a proof.

let outside: Internet
let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let who: { readonly id: string }
beforeAll(async () => {
  outside = await internet()
  house = await testHouse({ url: 'https://so.vn', net: outside.net })
  people = await smallOrganisation(house.db)
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await outside[Symbol.asyncDispose]()
})
beforeEach(async () => {
  who = await people.person('Nguyễn Thị Lan', people.north.id)
})

const lists = (url: string) => declared(house.db, who, url, { visibility: 'listed', level: 2, shows: 'name' })
async function field(): Promise<string> {
  const { rows } = await house.db.asSuperuser('select page from person_page where person = $1', [who.id])
  return `https://so.vn/people/${rows[0]?.page}`
}
/** As a stranger's server asks: no cookie, no language, our own house for its own addresses and nobody else. */
const fetch: Fetch = async (method, url, headers) => {
  const { origin, pathname, search } = new URL(url)
  if (origin !== 'https://so.vn') return { status: 404, headers: {}, text: '' }
  const { statusCode, headers: given, body } = await house.server.inject({ method, url: pathname + search, headers })
  return { status: statusCode, headers: given, text: body }
}
const ticked = async (account: string) => ticks(await field(), account, fetch)

test.each([
  'https://mastodon.social/@lan',
  'https://mas.to/@lan_nguyen',
  'https://xa-hoi.vn/@lan',
  'https://xn--x-hi-goa6317b.vn/@lan',
])('the account %s is ticked', async (account) => {
  await lists(account)
  expect(await ticked(account)).toBe(true)
})

test('so is one whose owner writes it in capitals, and one with a dot, as its server writes it', async () => {
  await lists('https://mastodon.social/@LanNguyen')
  expect(await ticked('https://mastodon.social/@LanNguyen')).toBe(true)
  await lists('@lan.nguyen@xa-hoi.vn')
  expect(await ticked('https://xa-hoi.vn/@lan.nguyen')).toBe(true)
})

test('and each of several, among many pages', async () => {
  for (let n = 0; n < 20; n++) await lists(`https://trang-${n}.vn/?a=1&b=${n}`)
  const accounts = ['https://mastodon.social/@mot', 'https://mas.to/@hai', 'https://hachyderm.io/@ba']
  for (const account of accounts) await lists(account)
  for (const account of accounts) expect(await ticked(account)).toBe(true)
})

test('no other account is ticked: not one that is not listed, nor one whose name only begins or ends alike', async () => {
  await lists('https://mastodon.social/@minh')
  await declared(house.db, who, 'https://mas.to/@minh', { visibility: 'confirmable', level: 2 })
  for (const account of ['https://mas.to/@minh', 'https://mastodon.social/@min', 'https://mastodon.social/@minh2'])
    expect(await ticked(account)).toBe('no link leads to the account')
})

test('who takes the account back, is ticked no more', async () => {
  const account = 'https://mastodon.social/@minh_doi'
  const { id } = await lists(account)
  await lists('https://trang.vn/')
  const me = await house.as(who)
  await me.post(`/declarations/${id}/visibility`, { visibility: 'confirmable', shows: 'name' })
  expect(await ticked(account)).toBe('no link leads to the account')
})

test('the address of the page may stand in a profile, with a port or without', () => {
  for (const url of ['https://so.vn', 'https://xn--s-bqa.vn', 'https://so.vn:8443'])
    expect(unverifiable(`${url}/people/mfzwizltor2gk3tpnfxg`)).toBeUndefined()
  for (const wrong of ['http://so.vn/people/a', 'https://sổ.vn/people/a', 'https://so.vn/people/../a'])
    expect(unverifiable(wrong)).toBeDefined()
})

test('the other way: a website that links to the page of its owner is proven by that, and then stands on that page', async () => {
  const me = await house.as(who)
  const made = (await me.api('POST', '/v1/declarations', { address: 'https://lan-nguyen.vn/ve-toi' })).json()
  const begun = (await me.api('POST', `/v1/declarations/${made.id}/proofs`, { method: 'rel-me' })).json()
  expect(begun).toMatchObject({
    token: (await field()).split('/').at(-1),
    publish: { url: 'https://lan-nguyen.vn/ve-toi', href: await field(), link: expect.stringContaining(await field()) },
  })
  const check = async () => (await me.api('POST', `/v1/proofs/${begun.id}/check`, {})).json()
  const shows = (body: string) =>
    outside.hosts.set('lan-nguyen.vn', paths({ '/ve-toi': says(body, { 'content-type': 'text/html' }) }))

  shows('<p>Về tôi</p>')
  expect(await check()).toMatchObject({ result: 'absent', reason: 'no_link', level: 0, expected: begun.publish.link })
  shows(`<p>Về tôi ${begun.publish.link}</p>`)
  expect(await check()).toMatchObject({ result: 'found', level: 2, where: 'https://lan-nguyen.vn/ve-toi' })
  expect((await fetch('GET', await field(), { accept: 'text/html' })).status).toBe(404)
  await me.api('PATCH', `/v1/declarations/${made.id}`, { visibility: 'listed' })
  const { text } = await fetch('GET', await field(), { accept: 'text/html' })
  expect(text).toContain('href="https://lan-nguyen.vn/ve-toi"')
  outside.hosts.delete('lan-nguyen.vn')
  outside.dns.set('A lan-nguyen.vn', 'SERVFAIL')
  outside.dns.set('AAAA lan-nguyen.vn', 'SERVFAIL')
  expect(await check()).toMatchObject({ result: 'unreachable', reason: 'dns_servfail', level: 2 })
})
