import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { says } from './tests/internet.ts'
import { type Register, register } from './tests/register.ts'

// A link to the own public page, by the same check that a member's button calls.

let at: Register
let n = 0
let site: string
let host: string
beforeAll(async () => {
  at = await register()
})
afterAll(() => at[Symbol.asyncDispose]())
beforeEach(() => {
  host = `noi-${++n}.vn`
  site = `https://${host}/`
  at.outside.hosts.clear()
})

type Person = { readonly id: string }
const begins = async (who: Person, url = site, keep = false) =>
  at.begins(who, await at.declares(who, url), 'rel-me', keep)
const shows = (...tokens: string[]) =>
  at.outside.hosts.set(
    host,
    says(tokens.map((token) => `<a rel="me" href="${at.given.url}/people/${token}">x</a>`).join(), {
      'content-type': 'text/html',
    }),
  )

test('each proof of one person looks for the same page, however many are begun at once', async () => {
  const who = await at.person('Phạm Văn Dũng', at.north.id)
  const urls = Array.from({ length: 5 }, (_, m) => `https://cung-luc-${m}.vn/`)
  const proofs = await Promise.all(urls.map((url) => begins(who, url)))
  expect(new Set(proofs.map(({ token }) => token)).size).toBe(1)
  expect(proofs[0]?.token).toMatch(/^[a-z2-7]{20}$/)
})

test('of two who declare one page each is proven by the link to their own page alone', async () => {
  const [hers, his] = [await begins(at.lan), await begins(at.binh)]
  expect(hers.token).not.toBe(his.token)
  shows(hers.token)
  expect([await at.result(at.lan, hers), await at.result(at.binh, his)]).toEqual(['found 2', 'absent 0'])
  const checked = await at.checks(at.binh, his)
  expect(checked).toMatchObject({ finding: { reason: 'other_token', seen: [hers.token] } })
  shows(hers.token, his.token)
  expect(await at.result(at.binh, his)).toBe('found 2')
})

test('a link that was there once proves no other page of the same person', async () => {
  const first = await begins(at.lan)
  shows(first.token)
  expect(await at.result(at.lan, first)).toBe('found 2')
  const second = await begins(at.lan, `https://khac-${n}.vn/`)
  at.outside.hosts.set(`khac-${n}.vn`, says('<p>x</p>', { 'content-type': 'text/html' }))
  expect(await at.result(at.lan, second)).toBe('absent 0')
})

test('kept while the page is public it is looked for every week, and reaches level 3', async () => {
  const once = await begins(at.lan)
  shows(once.token)
  expect(await at.result(at.lan, once)).toBe('found 2')
  await at.show(at.lan, once.declaration, 'confirmable')
  const kept = await at.begins(at.lan, once.declaration, 'rel-me', true)
  expect(kept.token).toBe(once.token)
  expect(await at.result(at.lan, kept)).toBe('found 2')
  const { next_check_at: next } = await at.row(kept)
  const days = (next.getTime() - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(6)
  expect(days).toBeLessThan(8)
  await at.timePasses(kept, '8 days')
  await at.recheckDue()
  expect((await at.now(at.lan, once.declaration)).level).toBe(3)
})

test('it may not stay on a page that is private', async () => {
  const id = await at.declares(at.lan, site)
  expect((await at.starts(at.lan, id, 'rel-me', true)).kind).toBe('keep_needs_public')
})
