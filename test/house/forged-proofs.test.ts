import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { paths, says } from '../../src/proofs/tests/internet.ts'
import { type Register, register } from '../../src/proofs/tests/register.ts'
import type { Proof } from '../../src/proofs/types.ts'

// Every way we know to make a proof look true that is not, each through the same check that a member's button calls, against real DNS and
// TLS servers. Forgeries of links, profile codes, Bluesky handles, sign-ins and witnesses stand beside those methods.

let at: Register
let n = 0
let host: string
beforeAll(async () => {
  at = await register()
})
afterAll(() => at[Symbol.asyncDispose]())
beforeEach(() => {
  n += 1
  host = `that-${n}.vn`
  at.outside.dns.clear()
  at.outside.south.clear()
  at.outside.hosts.clear()
})

const page = (path = '/') => `https://${host}${path}`
const begin = async (method: string, canonical = page()): Promise<Proof> =>
  at.begins(at.lan, await at.declares(at.lan, canonical), method)
const result = (proof: Proof) => at.result(at.lan, proof)
const filePath = ({ token }: Proof) => `/.well-known/so-challenge/${token}`
const tag = ({ token }: Proof) => `<meta name="so-site-verification" content="${token}">`
const html = (text: string) => says(text, { 'content-type': 'text/html' })
const leadsTo = (location: string) => says('', { location }, 302)
const record = (name: string, ...values: string[]) => at.outside.dns.set(`TXT ${name}`, values)

test('each of these proofs is found where nothing is forged, so that none of the refusals below is an accident', async () => {
  const id = await at.declares(at.lan, page())
  const [txt, file, meta] = [
    await at.begins(at.lan, id, 'dns-txt'),
    await at.begins(at.lan, id, 'well-known'),
    await at.begins(at.lan, id, 'meta-tag'),
  ]
  record(`_so-challenge.${host}`, `token=${txt.token} expiry=never`)
  at.outside.hosts.set(host, paths({ [filePath(file)]: says(file.token), '/': html(tag(meta)) }))
  expect(await Promise.all([result(txt), result(file), result(meta)])).toEqual(['found 2', 'found 2', 'found 2'])
})

describe('a token in the wrong place proves nothing:', () => {
  test.each([
    ['in a comment of the page', (token: string) => `<head><!-- ${token} -->`],
    [
      'in the text of the page, as somebody may write below an article',
      (token: string) => `<head></head><body>${token}`,
    ],
    ['in the body of the page', (token: string) => `<head></head><body><p>${token}</p>`],
    ['inside a script', (token: string) => `<head><script>var a = '${token}'</script>`],
    ['inside the title', (token: string) => `<head><title>${token}</title>`],
  ])('%s', async (_, around) => {
    const proof = await begin('meta-tag')
    at.outside.hosts.set(host, html(around(tag(proof))))
    expect(await result(proof)).toBe('absent 0')
  })

  test('in the file of another host', async () => {
    const proof = await begin('well-known')
    at.outside.hosts.set('another.vn', paths({ [filePath(proof)]: says(proof.token) }))
    at.outside.hosts.set(host, paths({}))
    expect(await result(proof)).toBe('absent 0')
  })

  test('at a host that only looks like it', async () => {
    const proof = await begin('well-known', 'https://nguyenvana.vn/')
    for (const other of ['nguyenvana.com.vn', 'nguyen-vana.vn', 'nguyenvana.vn.dang-nhap.vn', 'xn--nguynvana-x1a.vn'])
      at.outside.hosts.set(other, paths({ [filePath(proof)]: says(proof.token) }))
    at.outside.hosts.set('nguyenvana.vn', paths({}))
    expect(await result(proof)).toBe('absent 0')
  })

  test('at the apex, for a host below it; and at a host below, for the apex', async () => {
    const below = await begin('dns-txt', `https://blog.${host}/`)
    const apex = await begin('dns-txt')
    record(`_so-challenge.${host}`, `token=${below.token}`)
    record(`_so-challenge.blog.${host}`, `token=${apex.token}`)
    expect([await result(below), await result(apex)]).toEqual(['absent 0', 'absent 0'])
  })

  test('at the host itself instead of the name below it', async () => {
    const proof = await begin('dns-txt')
    record(host, `token=${proof.token} expiry=never`)
    expect(await result(proof)).toBe('absent 0')
  })

  test('on another page of the same host', async () => {
    const proof = await begin('meta-tag', page('/lan'))
    at.outside.hosts.set(host, paths({ '/binh': html(tag(proof)), '/': html(tag(proof)), '/lan': html('') }))
    expect(await result(proof)).toBe('absent 0')
  })
})

describe('a redirect carries no proof with it:', () => {
  test('to another domain, as an open redirect leads', async () => {
    const proof = await begin('well-known')
    at.outside.hosts.set('attacker.vn', says(proof.token))
    at.outside.hosts.set(host, leadsTo('https://attacker.vn/'))
    expect(await result(proof)).toBe('unreachable 0')
  })

  test('to another page of the same host', async () => {
    const proof = await begin('meta-tag', page('/lan'))
    at.outside.hosts.set(host, paths({ '/lan': leadsTo('/go?to=evil'), '/go?to=evil': html(tag(proof)) }))
    expect(await result(proof)).toBe('absent 0')
  })

  test('from https back to http', async () => {
    const proof = await begin('well-known')
    at.outside.hosts.set(host, leadsTo(`http://${host}${filePath(proof)}`))
    expect(await result(proof)).toBe('unreachable 0')
  })

  test('to a neighbour on a host where everybody may have a name', async () => {
    const proof = await begin('well-known', 'https://lan.github.io/')
    at.outside.hosts.set('evil.github.io', says(proof.token))
    at.outside.hosts.set('lan.github.io', leadsTo('https://evil.github.io/'))
    expect(await result(proof)).toBe('unreachable 0')
  })
})

describe('who owns a part does not own the whole:', () => {
  test.each([
    'https://github.io/',
    'https://blogspot.com/',
    'https://vercel.app/',
    'https://com.vn/',
    'https://vn/',
    'https://gov.vn/',
  ])('%s cannot be proven by whoever has a name below it', async (canonical) => {
    const id = await at.declares(at.lan, canonical)
    for (const method of ['dns-txt', 'well-known'])
      expect((await at.starts(at.lan, id, method)).kind).toBe('method_not_for_this_address')
  })

  test.each(['/~lan', '/lan/', '/?user=lan', '/a/..%2f'])(
    'the page %s does not get its host by a record or a file',
    async (path) => {
      const id = await at.declares(at.lan, page(path))
      for (const method of ['dns-txt', 'well-known'])
        expect((await at.starts(at.lan, id, method)).kind).toBe('method_not_for_this_address')
    },
  )
})

describe('a token belongs to one declaration of one person, for its time:', () => {
  test('another person who publishes it proves nothing of their own', async () => {
    const hers = await begin('dns-txt')
    const his = await at.begins(at.binh, await at.declares(at.binh, page()), 'dns-txt')
    record(`_so-challenge.${host}`, `token=${hers.token} expiry=never`)
    expect(await at.result(at.binh, his)).toBe('absent 0')
  })

  test('another person cannot have it looked for', async () => {
    const hers = await begin('dns-txt')
    record(`_so-challenge.${host}`, `token=${hers.token} expiry=never`)
    expect(await at.result(at.binh, hers)).toBe('no_such_proof')
  })

  test('the token of another declaration of the same person proves nothing here', async () => {
    const other = await begin('dns-txt', `https://other-${n}.vn/`)
    const here = await begin('dns-txt')
    record(`_so-challenge.${host}`, `token=${other.token} expiry=never`)
    expect(await result(here)).toBe('absent 0')
  })

  test('a token whose own expiry has passed proves nothing', async () => {
    const proof = await begin('dns-txt')
    record(`_so-challenge.${host}`, `token=${proof.token} expiry=2026-01-01`)
    expect(await result(proof)).toBe('absent 0')
  })

  test('a token that the register gave for thirty days is not looked for on the thirty-first', async () => {
    const proof = await begin('dns-txt')
    record(`_so-challenge.${host}`, `token=${proof.token} expiry=never`)
    await at.db.asSuperuser('update proof set expires_on = current_date - 2 where id = $1', [proof.id])
    expect(await result(proof)).toBe('proof_expired')
  })
})

describe('of two answers that contradict each other, neither counts:', () => {
  test('a record that one of two resolvers sees', async () => {
    const proof = await begin('dns-txt')
    record(`_so-challenge.${host}`, `token=${proof.token}`)
    at.outside.south.set(`TXT _so-challenge.${host}`, [])
    expect(await result(proof)).toBe('unreachable 0')
  })

  test('a host to which two resolvers give addresses that have nothing in common', async () => {
    const proof = await begin('well-known')
    at.outside.hosts.set(host, says(proof.token))
    at.outside.south.set(`A ${host}`, ['127.0.0.2'])
    expect(await result(proof)).toBe('unreachable 0')
  })
})

describe('nothing inside is asked:', () => {
  const inward: readonly [string, string, string[]][] = [
    ['a private address', 'A', ['10.0.0.5']],
    ['a public address beside a private one', 'A', ['127.0.0.1', '192.168.1.1']],
    ['the address of a cloud’s own data', 'A', ['169.254.169.254']],
    ['shared address space', 'A', ['100.64.0.1']],
    ['an unspecified address', 'A', ['0.0.0.0']],
    ['IPv6 loopback', 'AAAA', ['::1']],
    ['IPv4 mapped into IPv6', 'AAAA', ['::ffff:10.0.0.5']],
    ['NAT64', 'AAAA', ['64:ff9b::a00:5']],
    ['6to4', 'AAAA', ['2002:a00:5::1']],
    ['a unique local address', 'AAAA', ['fd00::1']],
    ['a link-local address', 'AAAA', ['fe80::1']],
  ]
  test.each(inward)('%s', async (_, type, addresses) => {
    const proof = await begin('well-known')
    at.outside.hosts.set(host, says(proof.token))
    at.outside.dns.set(`A ${host}`, [])
    at.outside.dns.set(`${type} ${host}`, addresses)
    const before = at.outside.web.requests.length
    const checked = await at.checks(at.lan, proof)
    expect(checked).toMatchObject({ finding: { kind: 'unreachable', reason: 'address_not_public' } })
    expect(at.outside.web.requests.length).toBe(before)
  })

  test('a name whose second answer is inward, after the first was public', async () => {
    const proof = await begin('well-known')
    at.outside.hosts.set(host, paths({}))
    let asked = 0
    at.outside.dns.set(`A ${host}`, () => (asked++ < 2 ? ['127.0.0.1'] : ['10.0.0.5']))
    expect(await result(proof)).toMatch(/^(absent|unreachable) 0$/)
    expect(at.outside.web.requests.some((request) => request.includes('10.0.0.5'))).toBe(false)
  })

  test('a redirect to an inward name of the same domain', async () => {
    const proof = await begin('well-known')
    at.outside.hosts.set(host, leadsTo(`https://inner.${host}/`))
    at.outside.dns.set(`A inner.${host}`, ['10.0.0.5'])
    expect(await at.checks(at.lan, proof)).toMatchObject({
      finding: { kind: 'unreachable', reason: 'address_not_public' },
    })
  })
})
