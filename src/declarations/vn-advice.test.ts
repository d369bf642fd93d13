import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestHouse, testHouse, type Visitor } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { recognise } from '../addresses/index.ts'
import { isUnderVn, vietnameseName } from './vn-advice.ts'

const of = (text: string) => {
  const { address } = recognise(text)
  if (!address) throw new Error(text)
  return address
}

test('a website is under .vn or not, and what is no website is neither', () => {
  expect([isUnderVn(of('abc.vn')), isUnderVn(of('abc.com.vn/x')), isUnderVn(of('tiếngviệt.vn'))]).toEqual([
    true,
    true,
    true,
  ])
  expect([isUnderVn(of('abc.com')), isUnderVn(of('vn.abc.com')), isUnderVn(of('abc.com/a.vn'))]).toEqual([
    false,
    false,
    false,
  ])
  expect([isUnderVn(of('facebook.com/abc')), isUnderVn(of('zalo.me/abc'))]).toEqual([undefined, undefined])
})

describe('a Vietnamese name', () => {
  test('is made of the person’s own words, with their marks, and has its punycode', () => {
    expect(vietnameseName('Nguyễn Thị Lan')).toEqual({ name: 'nguyễnthịlan.vn', punycode: 'xn--nguynthlan-su3evc.vn' })
    expect(vietnameseName(' Đặng  Ố ')?.name).toBe('đặngố.vn')
    expect(vietnameseName('Trường THPT số 1, Đà Nẵng')?.name).toBe('trườngthptsố1đànẵng.vn')
    expect(vietnameseName('Lan – Huệ')?.name).toBe('lan-huệ.vn')
    expect(vietnameseName('tiếngviệt.vn')).toEqual({ name: 'tiếngviệt.vn', punycode: 'xn--tingvit-5t4cyc.vn' })
  })

  test('is the same however its marks are encoded', () => {
    expect(vietnameseName('Nguyễn'.normalize('NFD'))).toEqual(vietnameseName('Nguyễn'.normalize('NFC')))
  })

  test('without marks is its own punycode', () => {
    expect(vietnameseName('Lan Mau')).toEqual({ name: 'lanmau.vn', punycode: 'lanmau.vn' })
  })

  test('is not made of letters that Vietnamese does not have, of nothing, or of too much', () => {
    for (const words of [
      '',
      ' ',
      '.vn',
      '-',
      '!!!',
      'Müller',
      'Наталья',
      '越南',
      'lаn',
      '̣',
      'a'.repeat(64),
      'ố'.repeat(60),
    ])
      expect(vietnameseName(words), words).toBeUndefined()
  })

  test('is not one that is nobody’s to have: an ending, or a name that imitates a platform', () => {
    for (const words of ['com', 'gov', 'name', 'Facebook', 'Zalo']) expect(vietnameseName(words), words).toBeUndefined()
  })

  test('whatever is typed is a website that the register recognises, or no name', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'nguyễn đặngỐƯ -–.,1/@🙂ñ'), maxLength: 120 })
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: 'binary' })), (words) => {
        const made = vietnameseName(words)
        if (!made) return
        expect(recognise(made.name).address?.canonical).toBe(`https://${made.punycode}/`)
        expect(made.punycode).toMatch(/^[a-z0-9-]{1,63}\.vn$/)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the advice', () => {
  let house: TestHouse
  let lan: Visitor
  let officer: Visitor
  let lanId: string
  beforeAll(async () => {
    house = await testHouse()
    const people = await smallOrganisation(house.db)
    lan = await house.as(people.lan)
    lanId = people.lan.id
    officer = await house.as(people.officer)
  })
  afterAll(() => house[Symbol.asyncDispose]())

  const draftOf = async (address: string) => String((await lan.post('/declarations/new', { address })).headers.location)
  const plain = (text: string) =>
    (/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '').replace(/<wbr\/>|<span class="cd-nowrap">|<\/span>/g, '')
  const main = async (path: string) => plain((await lan.get(path)).text)

  test('is one sentence where the page was recognised, with a name from the person’s own, and leads the draft no other way', async () => {
    const draft = await draftOf('https://lan-mau.example.com/')
    const page = await main(draft)
    expect(page.match(/không dưới \.vn/g)).toHaveLength(1)
    expect(page).toContain('nguyễnthịlan.vn')
    expect(page).toContain('xn--nguynthlan-su3evc.vn')
    expect((await lan.post(draft, { manager: 'alone' })).headers.location).toBe(`${draft}/check`)
    expect(await main(`${draft}/check`)).not.toMatch(/\.vn|tên miền/i)
  })

  test('makes a name of the words that the person types, and keeps none of them', async () => {
    const draft = await draftOf('https://lan-hai.example.com/')
    const before = JSON.stringify((await house.db.asSuperuser('select * from draft order by id')).rows)
    const page = await main(`${draft}?name=${encodeURIComponent('Góc đọc sách của Lan')}`)
    expect(page).toContain('gócđọcsáchcủalan.vn')
    expect(page).not.toContain('nguyễnthịlan.vn')
    expect(page).toMatch(/value="Góc đọc sách của Lan"/)
    expect(JSON.stringify((await house.db.asSuperuser('select * from draft order by id')).rows)).toBe(before)
    expect(await main(`${draft}?name=${encodeURIComponent('Müller')}`)).toContain('chưa đặt được tên')
  })

  test('is not given for a name under .vn, nor for an account of a platform', async () => {
    const under = await main(await draftOf('https://lan-ba.vn/'))
    expect(under).toContain('Tên miền này dưới .vn')
    expect(under).not.toMatch(/xn--|không dưới/)
    expect(await main(await draftOf('facebook.com/lan.mau'))).not.toMatch(/\.vn/)
  })

  test('is not repeated once the page is declared, and its officer is told nothing of it', async () => {
    const { id } = (await lan.api('POST', '/v1/declarations', { address: 'https://lan-bon.example.com/' })).json()
    const page = await main(`/declarations/${id}`)
    expect(page).toContain('Không dưới .vn')
    expect(page).not.toMatch(/nguyễnthịlan|xn--|Nên/)
    const record = await officer.post(`/records/${lanId}`, { purpose: 'help' })
    expect(plain(record.text)).toContain('lan-bon.example.com')
    expect(plain(record.text)).not.toMatch(/dưới \.vn/)
  })
})
