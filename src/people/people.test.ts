import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declared, raised, version } from '../../test/house/declared.ts'
import { type TestHouse, testHouse } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let n = 0
beforeAll(async () => {
  house = await testHouse({ url: 'https://so.vn' })
  people = await smallOrganisation(house.db)
})
afterAll(() => house[Symbol.asyncDispose]())

type Person = { readonly id: string; readonly name: string }
type Wish = Parameters<typeof declared>[3]
const someone = (name = 'Phạm Văn Dũng', office: string | null = null): Promise<Person> =>
  people.person(name, people.north.id, office)
const lists = (who: Person, url: string, wish: Wish = {}) =>
  declared(house.db, who, url, { visibility: 'listed', level: 2, ...wish })
const newSite = () => `https://trang-${++n}.vn/`
async function pageOf({ id }: Person): Promise<string> {
  const { rows } = await house.db.asSuperuser('select page from person_page where person = $1', [id])
  return rows[0]?.page
}
const shown = async (who: Person) => house.asPublic().get(`/people/${await pageOf(who)}`)
const said = async (who: Person) => house.asPublic().api('GET', `/v1/people/${await pageOf(who)}`)
const links = (text: string) => [...text.matchAll(/<a [^>]*rel="me"[^>]*href="([^"]*)"/g)].map(([, href]) => href)

describe('the public page of a person', () => {
  test('is made the first time that a page of theirs is listed, and is then always the same', async () => {
    const who = await someone()
    expect(await pageOf(who)).toBeUndefined()
    const { id } = await lists(who, newSite(), { visibility: 'confirmable' })
    expect(await pageOf(who)).toBeUndefined()
    await version(house.db, who, id, 2, { visibility: 'listed' })
    const page = await pageOf(who)
    expect(page).toMatch(/^[a-z2-7]{20}$/)
    await lists(who, newSite())
    expect(await pageOf(who)).toBe(page)
  })

  test('is one, whatever is listed at once', async () => {
    const who = await someone()
    await Promise.all(Array.from({ length: 6 }, () => lists(who, newSite())))
    const { rows } = await house.db.asSuperuser(
      'select distinct page from published p join declaration d on d.id = p.declaration where d.person = $1',
      [who.id],
    )
    expect(rows).toEqual([{ page: await pageOf(who) }])
  })

  test('names nobody in its address, and of 200 ids every sign is chance', async () => {
    const { rows } = await house.db.asSuperuser('select new_page() as page from generate_series(1, 200)')
    const pages = rows.map(({ page }) => page as string)
    expect(new Set(pages).size).toBe(200)
    for (let at = 0; at < 20; at++) expect(new Set(pages.map((page) => page[at])).size).toBeGreaterThan(24)
  })

  test('holds the listed pages with level and date, the strongest first, and nothing else of the person', async () => {
    const who = await someone()
    const [weak, strong, hidden, secret] = [newSite(), newSite(), newSite(), newSite()]
    await lists(who, weak, { level: 1 })
    await lists(who, strong, { level: 3 })
    await lists(who, hidden, { visibility: 'confirmable' })
    await declared(house.db, who, secret)
    const { status, text } = await shown(who)
    expect([status, links(text)]).toEqual([200, [strong, weak]])
    expect(text).toMatch(/Mức\s*3 · /)
    expect(text).toMatch(/Mức\s*1 · /)
    expect(text).toMatch(/\d+\/\d+\/20\d\d/)
    for (const other of [hidden, secret]) expect(text).not.toContain(new URL(other).hostname)
    expect(text).not.toContain(who.name)
  })

  test('names the person as far as one of its pages does, and no further', async () => {
    const who = await someone('Đỗ Thị Én', 'Chuyên viên')
    const { id } = await lists(who, newSite())
    await lists(who, newSite(), { visibility: 'confirmable', shows: 'name_and_office' })
    expect((await shown(who)).text).not.toContain('Đỗ Thị Én')
    await version(house.db, who, id, 2, { visibility: 'listed', shows: 'name' })
    expect((await shown(who)).text).toContain('Đỗ Thị Én')
    expect((await shown(who)).text).not.toContain('Chuyên viên')
    expect((await said(who)).json()).toMatchObject({ name: 'Đỗ Thị Én' })
    await version(house.db, who, id, 3, { visibility: 'listed', shows: 'name_and_office' })
    expect((await shown(who)).text).toContain('Chuyên viên, Phòng Mẫu 1')
    expect((await said(who)).json()).toMatchObject({ name: 'Đỗ Thị Én', office: 'Chuyên viên, Phòng Mẫu 1' })
  })

  test('holds nothing that is run for a unit', async () => {
    const who = await someone()
    await lists(who, newSite())
    const unit = newSite()
    await lists(who, unit, { manager: 'unit', shows: 'name' })
    expect(links((await shown(who)).text)).not.toContain(unit)
    expect((await shown(who)).text).not.toContain('Phòng Mẫu 1')
  })

  test('shows no telephone number, and links to none', async () => {
    const who = await someone()
    await lists(who, 'https://zalo.me/0912345678')
    const { text } = await shown(who)
    expect(text).not.toMatch(/912345678/)
    expect(links(text)).toEqual([])
    expect((await said(who)).text).not.toMatch(/912345678/)
  })

  test.each([
    ['made private', { visibility: 'private' }],
    ['only answering when asked', { visibility: 'confirmable' }],
    ['frozen', { visibility: 'listed', state: 'frozen' }],
    ['closed', { visibility: 'listed', state: 'closed' }],
    ['lost', { visibility: 'listed', state: 'lost' }],
  ] as const)('loses a page at once that is %s', async (_, change) => {
    const who = await someone()
    const [gone, stays] = [newSite(), newSite()]
    const { id } = await lists(who, gone)
    await lists(who, stays)
    await version(house.db, who, id, 2, change)
    expect(links((await shown(who)).text)).toEqual([stays])
  })

  test('does not hold what another claim answers for', async () => {
    const [first, second] = [await someone(), await someone()]
    const site = newSite()
    await lists(first, site)
    await lists(first, newSite())
    await lists(second, newSite())
    const { id } = await lists(second, site)
    expect(links((await shown(first)).text)).toContain(site)
    expect(links((await shown(second)).text)).not.toContain(site)
    await raised(house.db, id, 3)
    expect(links((await shown(first)).text)).not.toContain(site)
    expect(links((await shown(second)).text)).toContain(site)
  })

  test('may be kept for a minute, is in no index, and can be read by scripts of other sites', async () => {
    const who = await someone()
    await lists(who, newSite())
    const [{ headers, text }, api] = [await shown(who), await said(who)]
    for (const given of [headers, api.headers]) {
      expect(given['cache-control']).toBe('public, max-age=60')
      expect(given['x-robots-tag']).toBe('noindex')
    }
    expect(text).toContain('<meta name="robots" content="noindex"/>')
    expect(api.headers['access-control-allow-origin']).toBe('*')
    const own = await (await house.as(who)).get(`/people/${await pageOf(who)}`)
    expect(own.headers['cache-control'], 'with a name in its head it is nobody else’s').toBe('no-store')
  })
})

test('who has no page, a page that nobody has, and what is no id are told nothing apart', async () => {
  const [never, unlisted] = [await someone(), await someone()]
  const { id } = await lists(unlisted, newSite())
  await version(house.db, unlisted, id, 2, { visibility: 'confirmable' })
  const begun = await house.db.as(never.id, async (tx) => {
    const { rows } = await sql<{ page: string }>`select my_page() as page`.execute(tx)
    return rows[0]?.page
  })
  const ids = ['aaaaaaaaaaaaaaaaaaaa', await pageOf(unlisted), begun, 'x', 'A'.repeat(20), '%27', `${begun}a`]
  const answers = await Promise.all(
    ids.map(async (page) => {
      const { status, headers, text } = await house.asPublic().get(`/people/${page}`)
      return JSON.stringify([status, headers['cache-control'], text.replaceAll(`/people/${page}`, '/people/…')])
    }),
  )
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toMatch(/^\[404,/)
  const apis = await Promise.all(ids.map((page) => house.asPublic().api('GET', `/v1/people/${page}`)))
  for (const { status, headers, text } of apis) {
    expect([status, headers['access-control-allow-origin']]).toEqual([404, '*'])
    expect(text).toBe(apis[0]?.text)
  }
})

test('schema.org is told the same, and no name can break out of it', async () => {
  const who = await someone('</script><!--<script>&"\u2028 Én')
  await lists(who, newSite(), { shows: 'name' })
  await lists(who, 'https://mastodon.social/@lan')
  await lists(who, 'https://zalo.me/0912345679')
  const { text } = await shown(who)
  const blocks = [...text.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)]
  expect(blocks.length).toBe(1)
  expect(blocks[0]?.[1]).not.toMatch(/[<>&\u2028]/)
  const person = JSON.parse(blocks[0]?.[1] ?? '')
  expect(person).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Person',
    url: `https://so.vn/people/${await pageOf(who)}`,
    name: who.name,
    sameAs: links(text),
  })
  expect(person.sameAs).toContain('https://mastodon.social/@lan')
})

test('the JSON holds each page with its level and date', async () => {
  const who = await someone()
  const site = newSite()
  await lists(who, site)
  const { status, json } = await said(who)
  expect(status).toBe(200)
  expect(json()).toEqual({
    page: `https://so.vn/people/${await pageOf(who)}`,
    pages: [
      {
        address: site,
        platform: 'website',
        level: 2,
        date: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
        current: true,
      },
    ],
  })
})

test('the public answer that names an owner leads to their page where it is listed, and nowhere else', async () => {
  const who = await someone()
  const [one, quiet, nameless] = [newSite(), newSite(), newSite()]
  await lists(who, one, { shows: 'name' })
  await lists(who, quiet, { visibility: 'confirmable', shows: 'name' })
  await lists(who, nameless)
  const answer = async (url: string) => (await house.asPublic().get(`/?url=${encodeURIComponent(url)}`)).text
  expect(await answer(one)).toContain(`href="/people/${await pageOf(who)}"`)
  for (const other of [quiet, nameless]) expect(await answer(other)).not.toContain('/people/')
})

test('its owner finds it at home and beside each listed page, once something stands on it, and nobody else’s', async () => {
  const who = await someone()
  const me = await house.as(who)
  const { id } = await lists(who, newSite(), { visibility: 'confirmable' })
  for (const path of ['/declarations', `/declarations/${id}`])
    expect((await me.get(path)).text).not.toContain('https://so.vn/people/')
  expect((await me.get(`/declarations/${id}`)).text).toContain('value="listed"')
  expect((await me.post(`/declarations/${id}/visibility`, { visibility: 'listed', shows: 'nothing' })).status).toBe(303)
  const address = `https://so.vn/people/${await pageOf(who)}`
  for (const path of ['/declarations', `/declarations/${id}`]) expect((await me.get(path)).text).toContain(address)
  const other = await house.as(await someone())
  expect((await other.get('/declarations')).text).not.toContain('/people/')
})
