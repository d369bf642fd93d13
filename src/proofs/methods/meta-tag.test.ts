import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { defaultSettings } from '../../config.ts'
import { type Internet, internet, paths, says } from '../tests/internet.ts'
import { metaTag } from './meta-tag.ts'

const token = 'mfzwizltor2gk3tpnfxgk4tbmrzws2lo'
const other = 'ob2wk3tjor4hg5dfnzqxgylmnrwgc3ta'
const lan = { platform: 'website', canonical: 'https://truong.edu.vn/~lan' }
const tag = `<meta name="so-site-verification" content="${token}">`
const sought = { token, keep: false, expiresOn: '2026-12-24' }
const terms = { label: 'so', today: '2026-11-24', url: 'https://so.vn', settings: defaultSettings }

let outside: Internet
beforeAll(async () => {
  outside = await internet()
})
afterAll(() => outside[Symbol.asyncDispose]())
beforeEach(() => {
  outside.dns.clear()
  outside.hosts.clear()
})
const html =
  (body: string | Buffer, type = 'text/html; charset=utf-8'): RequestListener =>
  (_, response) => {
    response.writeHead(200, { 'content-type': type }).end(body)
  }
const serve = (known: Record<string, RequestListener>, host = 'truong.edu.vn') => outside.hosts.set(host, paths(known))
const look = () => metaTag.look(outside.net, lan, sought, terms)

test('says exactly what to put where', () => {
  expect(metaTag.publish(lan, sought, terms)).toEqual({
    url: lan.canonical,
    tag,
    name: 'so-site-verification',
    content: token,
  })
})

test('the tag in the head of the page is found', async () => {
  serve({ '/~lan': html(`<head>${tag}</head>`) })
  expect(await look()).toEqual({
    kind: 'found',
    place: lan.canonical,
    where: lan.canonical,
    expected: tag,
    resolvers: outside.net.resolvers.names,
  })
})

test('XHTML, a byte order mark and UTF-16 are read', async () => {
  const wide = Buffer.from(`\ufeff<head>${tag}</head>`, 'utf16le')
  for (const answer of [
    html(`<head>${tag}</head>`, 'application/xhtml+xml'),
    html(`\ufeff<!doctype html><head>${tag}</head>`),
    html(wide, 'text/html'),
    html(wide.subarray(2), 'text/html; charset=UTF-16LE'),
    html(Buffer.from(wide).swap16(), 'text/html'),
  ]) {
    serve({ '/~lan': answer })
    expect(await look()).toMatchObject({ kind: 'found' })
  }
})

test('a page that goes on without end is read only until its head is over', async () => {
  serve({
    '/~lan': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.write(`<head>${tag}</head>`)
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    },
  })
  expect(await look()).toMatchObject({ kind: 'found' })
})

test('a head of more than a megabyte leaves the question open', async () => {
  serve({ '/~lan': html(`<head><style>${'x'.repeat(1_100_000)}</style>${tag}</head>`) })
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'too_large' })
})

test.each([
  [html('<head></head>'), 'no_tag', [], 0],
  [html(`<body>${tag}`), 'no_tag', [], 0],
  [html(`<meta name="so-site-verification" content="${other}">`), 'other_token', [other], 0],
  [html(`<meta name="so-site-verification" content="secret">`), 'other_content', [], 1],
  [html(`<head>${tag}</head>`, 'text/plain'), 'wrong_type', [], 0],
  [says('', {}, 404), 'not_there', [], 0],
] as const)('what is there and is not the tag is absent, case %#', async (answer, reason, seen, others) => {
  serve({ '/~lan': answer })
  const finding = await look()
  expect(finding).toMatchObject({ kind: 'absent', reason, seen, others })
  expect(JSON.stringify(finding)).not.toContain('secret')
})

test('the tag on another page of the same host proves nothing', async () => {
  serve({ '/': html(tag), '/~lan/': html(tag), '/~LAN': html(tag) })
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'not_there' })
})

test('a redirect to the same page is followed, to another page it proves nothing', async () => {
  const leadsTo = (location: string) => says('', { location }, 301)
  serve({ '/~lan': leadsTo('/~lan/'), '/~lan/': html(tag) })
  expect(await look()).toMatchObject({ kind: 'found', where: 'https://truong.edu.vn/~lan/' })
  serve({ '/~lan': leadsTo('https://www.truong.edu.vn/~lan') })
  serve({ '/~lan': html(tag) }, 'www.truong.edu.vn')
  expect(await look()).toMatchObject({ kind: 'found', where: 'https://www.truong.edu.vn/~lan' })
  for (const elsewhere of ['/~minh', '/~lan?page=2', 'https://blog.truong.edu.vn/~lan']) {
    serve({ '/~lan': leadsTo(elsewhere), '/~minh': html(tag), '/~lan?page=2': html(tag) })
    serve({ '/~lan': html(tag) }, 'blog.truong.edu.vn')
    serve({}, 'www.truong.edu.vn')
    expect(await look()).toMatchObject({ kind: 'absent', reason: 'moved' })
  }
})

test('a page of any path can be proven by a tag, an account on a platform cannot', () => {
  expect(metaTag.applies(lan, terms)).toBe(true)
  expect(metaTag.applies({ platform: 'facebook', canonical: 'https://www.facebook.com/lan' }, terms)).toBe(false)
  expect(metaTag.applies({ platform: 'telegram', canonical: 'https://t.me/lan' }, terms)).toBe(false)
})
