import type { RequestListener } from 'node:http'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseSettings } from '../../src/config.ts'
import { paths, says } from '../../src/proofs/tests/internet.ts'
import { type Register, register } from '../../src/proofs/tests/register.ts'
import type { Proof } from '../../src/proofs/types.ts'
import { plainServer, type WebServer } from '../peers/tls.ts'

// Every way we know to make a link or a code look like a proof that it is not, through the same check that a member's button calls, against
// real DNS, TLS and HTTP servers. What one method alone decides stands beside that method.

type Account = { readonly id: number; readonly bio: string }

let github: WebServer
let at: Register
let n = 0
const accounts = new Map<string, Account>()
beforeAll(async () => {
  github = await plainServer({ hosts: new Map([['127.0.0.1', users]]) })
  const api = `http://127.0.0.1:${github.port}`
  at = await register(parseSettings(JSON.stringify({ platforms: { github: { api } } })))
})
afterAll(async () => {
  await at[Symbol.asyncDispose]()
  await github[Symbol.asyncDispose]()
})
beforeEach(() => {
  n += 1
  accounts.clear()
  at.outside.dns.clear()
  at.outside.hosts.clear()
})
const users: RequestListener = ({ url = '' }, response) => {
  const login = url.slice('/users/'.length)
  const account = accounts.get(login)
  if (!account) return response.writeHead(404).end()
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ login, ...account }))
}

const html = (text: string, type = 'text/html; charset=utf-8') => says(text, { 'content-type': type })
const own = ({ token }: Proof) => `http://localhost/people/${token}`
const link = (proof: Proof) => `<a rel="me" href="${own(proof)}">x</a>`
const tag = ({ token }: Proof) => `<meta name="so-site-verification" content="${token}"/>`
const host = () => `that-${n}.vn`
const result = (proof: Proof, who = at.lan) => at.result(who, proof)
const login = () => `lan${n}`
const address = (name = login()) => `https://github.com/${name}`

async function site(method: string, canonical = `https://${host()}/`, who = at.lan): Promise<Proof> {
  return at.begins(who, await at.declares(who, canonical), method)
}
async function code(name = login(), who = at.lan) {
  const page = await at.declares(who, address(name), 'github')
  return { page, proof: await at.begins(who, page, 'profile-code') }
}
/** A page that was proven by account 1 and answers the public. */
async function proven(name = login(), who = at.lan) {
  const { page, proof } = await code(name, who)
  accounts.set(name, { id: 1, bio: proof.token })
  expect(await at.result(who, proof)).toBe('found 2')
  await at.show(who, page, 'confirmable')
  return { page, proof }
}
const state = async (page: string, who = at.lan) => (await at.now(who, page)).state

test('a link and a code are found where nothing is forged, so that none of the refusals below is an accident', async () => {
  const linked = await site('rel-me')
  at.outside.hosts.set(host(), html(link(linked)))
  expect(await result(linked)).toBe('found 2')
  at.outside.hosts.set(
    host(),
    html(`<html xmlns="http://www.w3.org/1999/xhtml">${link(linked)}`, 'application/xhtml+xml'),
  )
  expect(await result(linked)).toBe('found 2')
  const { proof } = await code()
  accounts.set(login(), { id: 1, bio: `Lan. ${proof.token}` })
  expect(await result(proof)).toBe('found 2')
})

describe('www. of a host where everybody may have a name is one of those names:', () => {
  test.each(['github.io', 'vercel.app', 'pages.dev', 'blogspot.com', 'netlify.app', 'com.vn'])(
    'it does not prove %s',
    async (suffix) => {
      const id = await at.declares(at.lan, `https://${suffix}/`)
      for (const method of ['dns-txt', 'well-known', 'meta-tag', 'rel-me'])
        expect((await at.starts(at.lan, id, method)).kind).toBe('method_not_for_this_address')
    },
  )

  test('nor a page of it', async () => {
    const id = await at.declares(at.lan, 'https://vercel.app/lan')
    for (const method of ['meta-tag', 'rel-me'])
      expect((await at.starts(at.lan, id, method)).kind).toBe('method_not_for_this_address')
  })

  test('while www. of a name below it stands for that name', async () => {
    const proof = await site('rel-me', `https://lan${n}.github.io/`)
    at.outside.hosts.set(`www.lan${n}.github.io`, html(link(proof)))
    expect(await result(proof)).toBe('found 2')
  })
})

describe('what somebody may write into a page of others is no link and no tag of that page, where it is XML:', () => {
  test.each([
    ['a comment that HTML would end at once', (text: string) => `<!--> ${text} -->`],
    ['a comment that HTML would end soon', (text: string) => `<!---> ${text} -->`],
    ['a text in CDATA', (text: string) => `<p><![CDATA[ a > ${text} ]]></p>`],
  ])('%s', async (_, around) => {
    for (const [method, written] of [['rel-me', link] as const, ['meta-tag', tag] as const]) {
      const proof = await site(method, `https://${method}-${host()}/`)
      const page = `<html xmlns="http://www.w3.org/1999/xhtml"><head>${around(written(proof))}</head></html>`
      at.outside.hosts.set(`${method}-${host()}`, html(page, 'application/xhtml+xml'))
      expect(await result(proof)).toBe('absent 0')
    }
  })

  test('nor, in HTML, the text of a title behind what only XML takes for CDATA', async () => {
    const proof = await site('meta-tag')
    at.outside.hosts.set(host(), html(`<head><![CDATA[ > <title> ]]> ${tag(proof)}</title>`))
    expect(await result(proof)).toBe('absent 0')
  })
})

describe('a link leads to one person:', () => {
  test('the same address declared by two is proven by the one to whom it links, and the other stays at nothing', async () => {
    const [lan, binh] = [await site('rel-me'), await site('rel-me', undefined, at.binh)]
    expect(lan.token).not.toBe(binh.token)
    at.outside.hosts.set(host(), html(link(lan)))
    expect([await result(lan), await result(binh, at.binh)]).toEqual(['found 2', 'absent 0'])
  })

  test('nobody has somebody else’s page looked for, by beginning a proof with it or by pressing for it', async () => {
    const lan = await site('rel-me')
    at.outside.hosts.set(host(), html(link(lan)))
    expect(await result(lan, at.binh)).toBe('no_such_proof')
    const page = await at.declares(at.binh, `https://${host()}/`)
    const forged = at.db.as(at.binh.id, (tx) =>
      tx
        .insertInto('proof')
        .values({ id: crypto.randomUUID(), person: at.lan.id, declaration: page, method: 'rel-me', token: lan.token })
        .execute(),
    )
    await expect(forged).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a code belongs to one declaration of one person, for three days:', () => {
  test('in the profile of the account that another person declared too, it proves nothing of theirs', async () => {
    const [lan, binh] = [await code(), await code(login(), at.binh)]
    accounts.set(login(), { id: 1, bio: lan.proof.token })
    expect([await result(binh.proof, at.binh), await result(lan.proof)]).toEqual(['absent 0', 'found 2'])
  })

  test('the code of another account of the same person proves nothing here', async () => {
    const [one, other] = [await code(), await code(`${login()}x`)]
    accounts.set(login(), { id: 1, bio: other.proof.token })
    expect(await result(one.proof)).toBe('absent 0')
  })

  test('it is not looked for when its time is over, although it stands there', async () => {
    const { proof } = await code()
    accounts.set(login(), { id: 1, bio: proof.token })
    await at.db.asSuperuser('update proof set code_until = now() where id = $1', [proof.id])
    expect(await result(proof)).toBe('proof_expired')
  })

  test.each([
    ['a letter more', (token: string) => `${token}A`],
    ['a letter of another script before it', (token: string) => `д${token}`],
    ['a sign that nobody sees in it', (token: string) => token.replace('-', '-\u200d')],
    [
      'letters of full width',
      (token: string) => token.replace(/[A-Z0-9]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ],
    ['a dash of another kind', (token: string) => token.replaceAll('-', '‐')],
    ['the digits that look like its letters', (token: string) => token.replace('CD', 'СD')],
  ])('%s is another text', async (_, change) => {
    const { proof } = await code()
    accounts.set(login(), { id: 1, bio: change(proof.token) })
    expect(await result(proof)).toBe('absent 0')
  })

  test('of twenty presses at once five are looked for', async () => {
    const { proof } = await code()
    accounts.set(login(), { id: 1, bio: '' })
    const all = await Promise.all(Array.from({ length: 20 }, () => result(proof)))
    expect(all.filter((one) => one === 'absent 0')).toHaveLength(5)
    expect(all.filter((one) => one === 'too_many_checks')).toHaveLength(15)
  })
})

describe('what stays in place is what the register finds there by itself:', () => {
  test('a code may not stay, also not where the form is sent with a box that it does not have', async () => {
    const { page } = await proven()
    const again = await at.begins(at.lan, page, 'profile-code')
    accounts.set(login(), { id: 1, bio: again.token })
    expect(await at.checks(at.lan, again, true)).toEqual({ kind: 'method_keeps_nothing' })
    expect(await at.row(again)).toMatchObject({ keep: false, state: 'waiting' })
  })

  test('whoever presses every twenty hours does not put off the moment at which it looks', async () => {
    const first = await site('meta-tag')
    at.outside.hosts.set(host(), html(tag(first)))
    expect(await result(first)).toBe('found 2')
    await at.show(at.lan, first.declaration, 'confirmable')
    const kept = await at.begins(at.lan, first.declaration, 'meta-tag', true)
    at.outside.hosts.set(host(), html(tag(kept)))
    expect(await result(kept)).toBe('found 2')
    const due = (await at.row(kept)).next_check_at
    await at.timePasses(kept, '20 hours')
    expect(await result(kept)).toBe('found 3')
    expect((await at.row(kept)).next_check_at.getTime()).toBe(due.getTime() - 20 * 3_600_000)
  })
})

describe('a page that is frozen', () => {
  test('is made active, or anything that answers or could become so, by no statement of the program that its owner sends', async () => {
    const { page } = await proven()
    const again = await at.begins(at.lan, page, 'profile-code')
    accounts.set(login(), { id: 2, bio: again.token })
    await result(again)
    const becomes = (state: string) =>
      at.db.as(at.lan.id, (tx) =>
        sql`insert into declaration_version (id, declaration, person, n, state, visibility, shows, manager, since, channel)
          select gen_random_uuid(), v.declaration, v.person, v.n + 1, ${state}, v.visibility, v.shows, v.manager, v.since, 'web'
          from declaration d join declaration_version v on v.id = d.current_version where d.id = ${page}`.execute(tx),
      )
    for (const next of ['active', 'closing', 'lost'])
      await expect(becomes(next)).rejects.toMatchObject({ code: '42501' })
    expect(await at.published(address())).toMatchObject({ answer: 'suspended' })
    await becomes('frozen')
  })
})

describe('a name that changed hands', () => {
  test('freezes the page of whoever proved the first account, and nobody else’s, whoever presses', async () => {
    const lan = await proven()
    const binh = await code(login(), at.binh)
    accounts.set(login(), { id: 2, bio: binh.proof.token })
    expect(await result(binh.proof, at.binh)).toBe('found 2')
    expect([await state(lan.page), await state(binh.page, at.binh)]).toEqual(['active', 'active'])
    const again = await at.begins(at.lan, lan.page, 'profile-code')
    expect(await result(again)).toBe('absent 2')
    expect([await state(lan.page), await state(binh.page, at.binh)]).toEqual(['frozen', 'active'])
  })

  test('is not unfrozen by a proof that reads no permanent id, nor by the new account', async () => {
    const { page } = await proven()
    const [again, linked] = [await at.begins(at.lan, page, 'profile-code'), await at.begins(at.lan, page, 'rel-me')]
    accounts.set(login(), { id: 2, bio: again.token })
    expect(await result(again)).toBe('absent 2')
    at.outside.hosts.set('github.com', paths({ [`/${login()}`]: html(link(linked)) }))
    expect(await result(linked)).toBe('found 2')
    expect([await state(page), await result(again), await state(page)]).toEqual(['frozen', 'absent 2', 'frozen'])
  })

  test('is not forgotten by declaring the name anew while the page is frozen', async () => {
    const { page } = await proven()
    const again = await at.begins(at.lan, page, 'profile-code')
    accounts.set(login(), { id: 2, bio: again.token })
    await result(again)
    await expect(at.declares(at.lan, address(), 'github')).rejects.toThrow()
    expect(await at.published(address())).toMatchObject({ answer: 'suspended' })
  })
})
