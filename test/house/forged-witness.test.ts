import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Asked, type Walk, walk } from '../../src/proofs/witness/tests/walk.ts'

// Ways to an officer's word that nobody gave, or to a code, a name or an address that is not for who asks, through the front door. Who may
// witness, and what the database refuses by itself, stands beside the witness.

let at: Walk
let asked: Asked
beforeAll(async () => {
  at = await walk()
})
afterAll(() => at[Symbol.asyncDispose]())
beforeEach(async () => {
  asked = await at.asks()
})

const once = (key: string) => ({ 'idempotency-key': key })
const steps = ['', '/code', '/confirm', '/decline'] as const
const saw = () => ({ address: asked.address, seen: 'in_person' })

/** Nothing of the request or of the page that it is about stands in it. */
function saysNothing(text: string): void {
  for (const secret of [asked.address, asked.number, asked.proof]) expect(text).not.toContain(secret)
  expect(text).not.toMatch(/CD-[0-9A-Z]{4}-[0-9A-Z]{4}/)
}

test('the word of the officer is taken where nothing is forged, so that none of the refusals below is an accident', async () => {
  expect([(await at.witnessed(asked)).status, await at.level(asked)]).toEqual([200, 1])
})

describe('a request is reached', () => {
  test.each([
    ['its number', () => asked.number],
    ['the id of its proof', () => asked.proof],
    ['the id of its declaration', () => asked.declaration],
    ['an id that was never given', () => randomUUID()],
    ['its id with something behind it', () => `${asked.request}%20`],
    ['its id in a path that leads there', () => `x%2f..%2f${asked.request}`],
  ])('not by %s', async (_, id) => {
    const officer = await at.as(at.officer)
    for (const step of steps) {
      const body = step === '/confirm' ? saw() : undefined
      const answers = [
        await officer.api('POST', `/v1/witness/${id()}${step}`, body),
        await officer.post(`/witness/${id()}${step}`, saw()),
      ]
      for (const answer of answers) {
        expect(answer.status).toBe(404)
        expect(answer.text).not.toMatch(/CD-[0-9A-Z]{4}-[0-9A-Z]{4}/)
      }
    }
    expect([await at.state(asked.request), await at.level(asked)]).toEqual(['open', 0])
  })

  test('by the person, a colleague and a sibling’s officer as little as if it were not there', async () => {
    await at.opens(asked.request)
    await at.code(asked.request)
    for (const who of [at.lan, at.binh, at.sibling, at.above]) {
      const visitor = await at.as(who)
      for (const step of steps) {
        const body = step === '/confirm' ? saw() : undefined
        const [there, nowhere] = [
          await visitor.api('POST', `/v1/witness/${asked.request}${step}`, body),
          await visitor.api('POST', `/v1/witness/${randomUUID()}${step}`, body),
        ]
        expect([there.status, there.text]).toEqual([nowhere.status, nowhere.text])
        saysNothing(there.text)
        saysNothing((await visitor.post(`/witness/${asked.request}${step}`, saw())).text)
      }
    }
    expect([await at.state(asked.request), await at.level(asked)]).toEqual(['open', 0])
  })
})

describe('the code', () => {
  test('of an officer is not given to another who knows the key of the request to the register', async () => {
    const key = randomUUID()
    const given = await at.call(at.officer, `${asked.request}/code`, undefined, once(key))
    expect(given.json().code).toMatch(/^CD-/)
    for (const who of [at.lan, at.binh, at.sibling, at.above])
      saysNothing((await at.call(who, `${asked.request}/code`, undefined, once(key))).text)
  })

  test('stands on no page of its person, by no way', async () => {
    const { code } = (await at.code(asked.request)).json()
    const lan = await at.as(at.lan)
    const seen = await Promise.all([
      lan.get(`/proofs/${asked.proof}`),
      lan.get(`/declarations/${asked.declaration}`),
      lan.get(`/declarations/${asked.declaration}/proofs`),
      lan.api('GET', `/v1/declarations/${asked.declaration}/proofs`),
      lan.api('POST', `/v1/declarations/${asked.declaration}/proofs`, { method: 'witnessed' }),
      lan.api('POST', `/v1/proofs/${asked.proof}/check`),
    ])
    for (const { text, status } of seen) {
      expect(status).toBeLessThan(500)
      expect(text).not.toContain(code)
    }
  })

  test('of one request confirms no other of the same person', async () => {
    const other = await at.asks()
    await at.code(asked.request)
    expect((await at.confirms(other.request, other.address)).status).not.toBe(200)
    expect((await at.confirms(asked.request, other.address)).json()).toMatchObject({ code: 'other_address' })
    expect([await at.level(asked), await at.level(other)]).toEqual([0, 0])
  })
})

describe('the word', () => {
  test('said once with a key is said for one request alone', async () => {
    const other = await at.asks()
    const key = randomUUID()
    for (const one of [asked, other]) await at.code(one.request)
    const said = await at.call(at.officer, `${asked.request}/confirm`, saw(), once(key))
    expect([said.status, await at.level(asked)]).toEqual([200, 1])
    await at.call(at.officer, `${other.request}/confirm`, { ...saw(), address: other.address }, once(key))
    expect(await at.level(other)).toBe(0)
  })

  test('of two officers at once is that of one, and of an officer and a person who takes it back at once only one holds', async () => {
    const second = await at.person('Trần Thứ Hai', at.north.id, 'Cán bộ')
    await at.grant(second, 'officer', at.north.id)
    for (const who of [at.officer, second]) await at.code(asked.request, who)
    const said = await Promise.all([at.officer, second].map((who) => at.confirms(asked.request, asked.address, who)))
    expect(said.map(({ status }) => status).sort()).toEqual([200, 404])
    const other = await at.asks()
    await at.code(other.request)
    const lan = await at.as(at.lan)
    await Promise.all([at.confirms(other.request, other.address), lan.post(`/proofs/${other.proof}/withdraw`)])
    expect([`witnessed 1`, 'withdrawn 0']).toContain(`${await at.state(other.request)} ${await at.level(other)}`)
    await at.db.asSuperuser('update role_held set to_at = now() where person = $1', [second.id])
  })

  test.each([
    ['a body of another form', { address: 5, seen: 'in_person' }],
    ['no way of seeing', { address: 'https://www.facebook.com/lan' }],
    ['a way of seeing that there is not', { address: 'https://www.facebook.com/lan', seen: 'by_mail' }],
    ['more than was asked', { address: 'https://www.facebook.com/lan', seen: 'in_person', officer: randomUUID() }],
    ['an address beyond all measure', { address: 'a'.repeat(6_000), seen: 'in_person' }],
    ['a list', []],
  ])('is not read out of %s', async (_, body) => {
    await at.code(asked.request)
    const said = await at.call(at.officer, `${asked.request}/confirm`, body)
    expect(said.status).toBeGreaterThanOrEqual(400)
    expect(said.status).toBeLessThan(500)
    expect(await at.level(asked)).toBe(0)
  })

  test.each([
    ['two addresses, of which one is the declared', (address: string) => `https://www.facebook.com/khac ${address}`],
    ['a post of the account', (address: string) => `${address}/posts/1`],
    ['a host that looks like it', (address: string) => address.replace('facebook.com', 'facebook.com.vn')],
    ['a letter of another script', (address: string) => address.replace('taikhoanmau', 'tаikhoanmau')],
  ])('is not taken for %s', async (_, change) => {
    await at.code(asked.request)
    const said = await at.confirms(asked.request, change(asked.address))
    expect([said.status === 200, await at.level(asked)]).toEqual([false, 0])
  })
})

test('a person who begins the proof of somebody else’s declaration, or has it looked for, gets nothing', async () => {
  const binh = await at.as(at.binh)
  const begun = await binh.api('POST', `/v1/declarations/${asked.declaration}/proofs`, { method: 'witnessed' })
  const checked = await binh.api('POST', `/v1/proofs/${asked.proof}/check`)
  const back = await binh.api('POST', `/v1/proofs/${asked.proof}/withdraw`)
  expect([begun.status, checked.status]).toEqual([404, 404])
  expect(back.status).toBeLessThan(500)
  expect(await at.state(asked.request)).toBe('open')
})
