import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { defaultSettings } from '../../config.ts'
import { type Internet, internet, paths, says } from '../tests/internet.ts'
import { relMe } from './rel-me.ts'

const token = 'mfzwizltor2gk3tpnfxg'
const other = 'ob2wk3tjor4hg5dfnzqx'
const url = 'https://so.vn'
const own = `${url}/people/${token}`
const link = `<a rel="me" href="${own}">so.vn/people/${token}</a>`
const lan = { platform: 'website', canonical: 'https://truong.edu.vn/~lan' }
const sought = { token, keep: false, expiresOn: '2026-12-24' }
const terms = { label: 'so', today: '2026-11-24', url, settings: defaultSettings }

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
const shows = (body: string) => serve({ '/~lan': html(body) })
const look = (declared = lan) => relMe.look(outside.net, declared, sought, terms)

test('says exactly what to put where: a link on a website, the address alone in a profile', () => {
  expect(relMe.publish(lan, sought, terms)).toEqual({ url: lan.canonical, link, href: own })
  const profile = { platform: 'github', canonical: 'https://github.com/lan' }
  expect(relMe.publish(profile, sought, terms)).toEqual({ url: profile.canonical, link: own, href: own })
})

test('the link on the page is found', async () => {
  shows(`<body><p>${link}</p>`)
  expect(await look()).toEqual({
    kind: 'found',
    place: lan.canonical,
    where: lan.canonical,
    expected: link,
    resolvers: outside.net.resolvers.names,
  })
})

test.each([
  `<link rel="me" href="${own}">`,
  `<a rel="me" href="${own}/">`,
  `<a rel="nofollow noopener ME" href="  ${own}\n">`,
  `<a rel="me" href="${own.replace('https://so.vn', 'HTTPS://SO.VN:443')}">`,
  `<a rel="me" href="${own.replaceAll('/', '&#x2F;')}">`,
  `<a rel="me" href="${url}/people/x/../${token}">`,
  `<base href="${url}/people/"><a rel="me" href="${token}">`,
  `<a rel="me" href="people/${token}"><base href="${url}">`,
  `<base href="javascript:x"><a rel="me" href="${own}">`,
  `<a rel="me" href="https://elsewhere.vn/"><a rel="me" href="${url}/people/${other}">${link}`,
])('a link that leads exactly there is found: %s', async (body) => {
  shows(body)
  expect(await look()).toMatchObject({ kind: 'found' })
})

test.each([
  ['<p>nothing</p>', 'no_link', [], 0],
  [`<p>${own}</p>`, 'no_link', [], 0],
  [`<a href="${own}">`, 'no_link', [], 0],
  [`<a rel="mean" href="${own}">`, 'no_link', [], 0],
  ['<a rel="me" href="https://secret.vn/">', 'no_link', [], 1],
  [`<a rel="me" href="${url}/people/${other}">`, 'other_token', [other], 0],
  [`<a rel="me" href="${url}/people/${other}"><a rel=me href="https://secret.vn/">`, 'other_token', [other], 1],
  [`<a rel="me" href="${url}/people/secret"><a rel="me" href="${own}secret">`, 'no_link', [], 2],
  [`<!-- ${link} -->`, 'no_link', [], 0],
  [`<script>var secret = '${link}'</script>`, 'no_link', [], 0],
  [`<template>${link}</template>`, 'no_link', [], 0],
  [`<noscript>${link}</noscript>`, 'no_link', [], 0],
  [`<textarea>${link}</textarea>`, 'no_link', [], 0],
  [`<p title='${link}'>`, 'no_link', [], 0],
])('what is there and is no link to the own page is absent: %s', async (body, reason, seen, others) => {
  shows(body)
  const finding = await look()
  expect(finding).toMatchObject({ kind: 'absent', reason, seen, others, expected: link })
  expect(JSON.stringify(finding)).not.toContain('secret')
})

test.each([
  ['what a visitor wrote', `<a rel="ugc me" href="${own}">`],
  ['a visitor’s link in capitals', `<a rel="me nofollow UGC" href="${own}">`],
  ['http for https', `<a rel="me" href="${own.replace('https', 'http')}">`],
  ['a query', `<a rel="me" href="${own}?x">`],
  ['an empty query', `<a rel="me" href="${own}?">`],
  ['a fragment', `<a rel="me" href="${own}#x">`],
  ['an address behind a fragment', `<a rel="me" href="${url}/people/${other}#/people/${token}">`],
  ['an address behind a query', `<a rel="me" href="https://elsewhere.vn/?to=${own}">`],
  ['another page by way of the own', `<a rel="me" href="${own}/../${other}">`],
  ['a path below', `<a rel="me" href="${own}/x">`],
  ['two slashes at the end', `<a rel="me" href="${own}//">`],
  ['capitals in the id', `<a rel="me" href="${url}/people/${token.toUpperCase()}">`],
  ['another port', `<a rel="me" href="https://so.vn:8443/people/${token}">`],
  ['a name before the host', `<a rel="me" href="https://lan@so.vn/people/${token}">`],
  ['the host as a name', `<a rel="me" href="https://so.vn@elsewhere.vn/people/${token}">`],
  ['a host that begins alike', `<a rel="me" href="https://so.vn.elsewhere.vn/people/${token}">`],
  ['a host that ends alike', `<a rel="me" href="https://xso.vn/people/${token}">`],
  ['a host of look-alike letters', `<a rel="me" href="https://sо.vn/people/${token}">`],
  ['an escaped address', `<a rel="me" href="${encodeURIComponent(own)}">`],
  ['a page of the declared host itself', `<a rel="me" href="/people/${token}">`],
  ['a longer id', `<a rel="me" href="${own}a">`],
  ['a script', `<a rel="me" href="javascript:location='${own}'">`],
])('no link to the own page is %s', async (_, body) => {
  shows(body)
  expect(await look()).toMatchObject({ kind: 'absent' })
})

test('a link elsewhere proves nothing: on another page of the host, on its root, on a host that looks like it', async () => {
  serve({ '/': html(link), '/~lan/': html(link), '/~LAN': html(link), '/~minh': html(link), '/~lan': html('') })
  serve({ '/~lan': html(link) }, 'truong.com.vn')
  serve({ '/~lan': html(link) }, 'xn--trng-0ra2q.edu.vn')
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_link' })
})

test('a redirect is followed to the same page only; what it leads to otherwise proves nothing', async () => {
  const leadsTo = (location: string) => says('', { location }, 302)
  serve({ '/~lan': leadsTo('/~lan/'), '/~lan/': html(link) })
  expect(await look()).toMatchObject({ kind: 'found', where: 'https://truong.edu.vn/~lan/' })
  for (const elsewhere of ['/~minh', '/~lan?page=2', '/go?to=x', 'https://blog.truong.edu.vn/~lan']) {
    serve({ '/~lan': leadsTo(elsewhere), '/~minh': html(link), '/~lan?page=2': html(link), '/go?to=x': html(link) })
    serve({ '/~lan': html(link) }, 'blog.truong.edu.vn')
    expect(await look()).toMatchObject({ kind: 'absent', reason: 'moved' })
  }
  serve({ '/~lan': html(link) }, 'attacker.vn')
  serve({ '/~lan': leadsTo('https://attacker.vn/~lan') })
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'redirect_outside' })
  serve({ '/~lan': leadsTo('http://truong.edu.vn/~lan') })
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'redirect_downgrade' })
})

test('where the host has no address, www. of it is asked, and named', async () => {
  serve({ '/~lan': html(link) }, 'www.truong.edu.vn')
  expect(await look()).toMatchObject({ kind: 'found', where: 'https://www.truong.edu.vn/~lan' })
})

test.each([
  [says('', {}, 404), 'absent', 'not_there'],
  [says(link, { 'content-type': 'text/plain' }), 'absent', 'wrong_type'],
  [says('', {}, 500), 'unreachable', 'server_error'],
  [says('', {}, 429), 'unreachable', 'server_busy'],
  [says('', {}, 403), 'unreachable', 'closed_to_us'],
] as const)('what is no page is told apart, case %#', async (answer, kind, reason) => {
  serve({ '/~lan': answer })
  expect(await look()).toMatchObject({ kind, reason })
})

test('nobody could tell where the certificate is wrong, the address inward, or the resolver silent', async () => {
  outside.hosts.set('sai-ten.vn', { answer: html(link), wrongName: true })
  const wrong = await look({ ...lan, canonical: 'https://sai-ten.vn/' })
  expect(wrong).toMatchObject({ kind: 'unreachable', reason: 'certificate' })
  outside.dns.set('A truong.edu.vn', ['10.0.0.5'])
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'address_not_public' })
  for (const type of ['A', 'AAAA']) outside.dns.set(`${type} truong.edu.vn`, 'SERVFAIL')
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'dns_servfail' })
})

test('what comes behind the first megabyte leaves the question open', async () => {
  shows(`<p>${'x'.repeat(1_100_000)}</p>${link}`)
  expect(await look()).toMatchObject({ kind: 'unreachable', reason: 'too_large' })
  shows(`${link}<p>${'x'.repeat(1_100_000)}</p>`)
  expect(await look()).toMatchObject({ kind: 'found' })
})

test('UTF-16 is read; letters of ISO-2022-JP that spell a link are none', async () => {
  serve({ '/~lan': html(Buffer.from(`\ufeff<p>${link}`, 'utf16le'), 'text/html') })
  expect(await look()).toMatchObject({ kind: 'found' })
  const spelt = `<p>\x1b$B<a/rel="me"/href="${own}">\x1b(B</p>`
  serve({ '/~lan': html(Buffer.from(spelt, 'latin1'), 'text/html; charset=iso-2022-jp') })
  expect(await look()).toMatchObject({ kind: 'absent', reason: 'no_link' })
})

test('the profile of GitHub, with the website that its owner wrote, is found, and not asked for at www.', async () => {
  const github = { platform: 'github', canonical: 'https://github.com/lan' }
  const website = `<li itemprop="url"><svg><path d="M1 1"></path></svg><a rel="nofollow me" class="Link--primary" href="${own}">x</a>`
  serve({ '/lan': html(website) }, 'github.com')
  expect(await look(github)).toMatchObject({ kind: 'found', where: 'https://github.com/lan', expected: own })
  serve({ '/lan': html('<svg></svg>') }, 'github.com')
  serve({ '/lan': html(website) }, 'www.github.com')
  expect(await look(github)).toMatchObject({ kind: 'absent', reason: 'no_link' })
})

test('the profile of GitLab is found under the name as its owner writes it, and under no other', async () => {
  const gitlab = { platform: 'gitlab', canonical: 'https://gitlab.com/lan' }
  const website = html(`<a target="_blank" rel="me noopener noreferrer nofollow" href="${own}">so.vn</a>`)
  serve({ '/lan': says('', { location: 'https://gitlab.com/Lan' }, 302), '/Lan': website }, 'gitlab.com')
  expect(await look(gitlab)).toMatchObject({ kind: 'found', where: 'https://gitlab.com/Lan' })
  serve({ '/lan': says('', { location: 'https://gitlab.com/lan2' }, 302), '/lan2': website }, 'gitlab.com')
  expect(await look(gitlab)).toMatchObject({ kind: 'absent', reason: 'moved' })
})

test('a page of any path and two kinds of profiles can be proven by a link, no other account can', () => {
  for (const canonical of ['https://lan.vn/', 'https://truong.edu.vn/~lan?x=1'])
    expect(relMe.applies({ platform: 'website', canonical }, terms)).toBe(true)
  expect(relMe.applies({ platform: 'github', canonical: 'https://github.com/lan' }, terms)).toBe(true)
  expect(relMe.applies({ platform: 'facebook', canonical: 'https://www.facebook.com/lan' }, terms)).toBe(false)
  expect(relMe.applies({ platform: 'website', canonical: 'https://lan.vn:8443/' }, terms)).toBe(false)
})
