import { afterAll, beforeAll, expect, test } from 'vitest'
import { fediverse, type Residents } from '../../test/peers/real/fediverse.ts'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { type Internet, internet } from './tests/internet.ts'

let outside: Internet
let house: TestHouse
let lan: Visitor
const residents: Residents = new Map()
beforeAll(async () => {
  outside = await internet()
  house = await testHouse({ net: outside.net })
  lan = await house.as((await smallOrganisation(house.db)).lan)
  outside.hosts.set('mangxahoi.vn', fediverse('mangxahoi.vn', residents))
})
afterAll(async () => {
  await house?.[Symbol.asyncDispose]()
  await outside?.[Symbol.asyncDispose]()
})

test('a script proves an account on a real server of the fediverse, and the public is told so', async () => {
  residents.set('lan', { summary: '<p>Đại biểu, quê Thái Bình</p>' })
  const filed = await lan.api('POST', '/v1/declarations', { address: '@Lan@mangxahoi.vn' })
  const { id } = filed.json()
  const begun = (await lan.api('POST', `/v1/declarations/${id}/proofs`, { method: 'profile-code' })).json()
  expect(begun).toMatchObject({
    token: expect.stringMatching(/^CD-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
    publish: { url: 'https://mangxahoi.vn/@lan', code: begun.token },
    expires: null,
    code_until: expect.stringMatching(/^\d{4}-.*Z$/),
  })

  const check = async () => (await lan.api('POST', `/v1/proofs/${begun.id}/check`)).json()
  const [first, seen] = [await check(), 'Thái Bình']
  expect(first).toMatchObject({ result: 'absent', reason: 'no_code', level: 0, checks_left: 4 })
  expect(JSON.stringify(first)).not.toContain(seen)

  residents.set('lan', { summary: '<p>Đại biểu</p>', fields: [['Sổ', begun.publish.code]] })
  expect(await check()).toMatchObject({ result: 'found', level: 2, where: 'https://mangxahoi.vn/users/lan' })
  await lan.api('PATCH', `/v1/declarations/${id}`, { visibility: 'confirmable' })
  for (const spelling of ['https://mangxahoi.vn/@lan', '@lan@mangxahoi.vn', 'https://mangxahoi.vn/@Lan/'])
    expect(
      (await house.asPublic().get(`/v1/verify?url=${encodeURIComponent(spelling)}`)).json(),
      spelling,
    ).toMatchObject({ answer: 'confirmed', level: 2 })

  const told = (await lan.api('GET', `/v1/declarations/${id}/proofs`)).text
  expect(told).not.toContain(seen)
})

test('none may stay in place, and none is begun for an address that tells programs nothing', async () => {
  const start = async (address: string, body: object) => {
    const { id } = (await lan.api('POST', '/v1/declarations', { address })).json()
    return (await lan.api('POST', `/v1/declarations/${id}/proofs`, { method: 'profile-code', ...body })).json()
  }
  expect(await start('@minh@mangxahoi.vn', { keep: true })).toMatchObject({ code: 'method_keeps_nothing' })
  expect(await start('https://www.facebook.com/lan.nguyen.daibieu', {})).toMatchObject({
    code: 'method_not_for_this_address',
  })
})
