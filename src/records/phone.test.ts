import { afterAll, beforeAll, expect, test } from 'vitest'
import { raised } from '../../test/house/declared.ts'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'

// A telephone number in an address is its owner's to see. Everybody else gets it with its middle left out.

const written = [
  'zalo.me/0912345678',
  'https://wa.me/84912345678',
  'viber://chat?number=84912345678',
  't.me/+84912345678',
]
let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let lan: Visitor
const filed: { id: string; receipt: string }[] = []

beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  lan = await house.as(people.lan)
  for (const address of written) filed.push((await lan.api('POST', '/v1/declarations', { address })).json())
})
afterAll(() => house[Symbol.asyncDispose]())

const number = /912345678|912 ?345 ?678/

test('its owner sees the number in full: on the list, the page, the receipt and by the API', async () => {
  for (const { id, receipt } of filed) {
    for (const path of [
      '/declarations',
      `/declarations/${id}`,
      `/receipts/${receipt}`,
      '/receipts',
      `/v1/declarations/${id}`,
    ])
      expect((path.startsWith('/v1') ? await lan.api('GET', path) : await lan.get(path)).text, path).toMatch(number)
  }
})

test('an officer who opens the record sees on the page and by the API which account it is, and not the number', async () => {
  const officer = await house.as(people.officer)
  const path = `/records/${people.lan.id}`
  const page = await officer.post(path, { purpose: 'help' })
  const told = await officer.api('POST', `/v1${path}`, { purpose: 'help' })
  expect([page.status, told.status]).toEqual([200, 200])
  for (const { text } of [page, told]) expect(text).not.toMatch(number)
  expect(told.json().declarations.map((one: { address: string }) => one.address)).toEqual([
    'https://zalo.me/8491•••••78',
    'https://wa.me/8491•••••78',
    'viber://chat?number=%2B8491•••••78',
    'https://t.me/+8491•••••78',
  ])
  expect(page.text.match(/8491•••••78/g)).toHaveLength(2 * written.length) // in the list, and over each page's proofs
})

test('the list of the unit and the record of who looked hold no address at all', async () => {
  const officer = await house.as(people.officer)
  for (const { text } of [await officer.get(`/members?unit=${people.north.id}`), await lan.get('/my-record')])
    expect(text).not.toMatch(/8491|0912|zalo\.me/)
})

test('the public page answers without saying the number again; a signed or JSON answer names what it is about', async () => {
  const [zalo] = filed
  await raised(house.db, zalo?.id as string, 2)
  await lan.api('PATCH', `/v1/declarations/${zalo?.id}`, { visibility: 'confirmable' })
  const page = await house.asPublic().get('/?url=zalo.me/0912345678')
  const main = /<main[\s\S]*<\/main>/.exec(page.text)?.[0] as string
  expect(main).toContain('8491•••••78')
  expect(main).not.toMatch(number)
  const told = await house.asPublic().api('GET', '/v1/verify?url=zalo.me/0912345678')
  expect(told.json()).toMatchObject({ answer: 'confirmed', address: 'https://zalo.me/84912345678' })
})
