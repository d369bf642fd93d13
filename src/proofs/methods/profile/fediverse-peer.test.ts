import { afterAll, beforeAll, expect, test } from 'vitest'
import { fediverse, type Residents } from '../../../../test/peers/real/fediverse.ts'
import { defaultSettings } from '../../../config.ts'
import { type Internet, internet } from '../../tests/internet.ts'
import { profileCode } from '../profile-code.ts'

const code = 'CD-7K4M-9QXZ'
const terms = { label: 'so', today: '2026-11-24', url: 'https://so.vn', settings: defaultSettings }
const sought = { token: code, keep: false, expiresOn: null }
const account = (name: string, host = 'mangxahoi.vn') => ({
  platform: 'mastodon',
  canonical: `https://${host}/@${name}`,
  handle: `${name}@${host}`,
})

let outside: Internet
const residents: Residents = new Map()
beforeAll(async () => {
  outside = await internet()
  outside.hosts.set('mangxahoi.vn', fediverse('mangxahoi.vn', residents))
  outside.hosts.set('may-chu.example', fediverse('may-chu.example', residents, 'quochoi.example'))
  outside.hosts.set('quochoi.example', fediverse('may-chu.example', residents, 'quochoi.example'))
})
afterAll(() => outside[Symbol.asyncDispose]())
const look = (declared: ReturnType<typeof account>) => profileCode.look(outside.net, declared, sought, terms)

test('a real server: a code in the summary of an actor is found, with its id', async () => {
  residents.set('Lan', { summary: `<p>Đại biểu. <span>${code}</span></p>` })
  expect(await look(account('lan'))).toEqual({
    kind: 'found',
    uid: 'https://mangxahoi.vn/users/Lan',
    place: 'https://mangxahoi.vn/.well-known/webfinger?resource=acct:lan@mangxahoi.vn',
    where: 'https://mangxahoi.vn/users/Lan',
    expected: code,
    resolvers: outside.net.resolvers.names,
  })
})

test('a real server: a code in one of the fields is found, of one field and of several', async () => {
  const place = ['Hà Nội', '<a href="https://lan.vn" rel="me">lan.vn</a>'] as const
  for (const fields of [[['Sổ', code]], [[code, 'Sổ']], [place, ['Sổ', `<p>${code}</p>`], place]] as const) {
    residents.set('minh', { fields })
    expect(await look(account('minh'))).toMatchObject({ kind: 'found' })
  }
})

test('a real server: without the code, or without the person', async () => {
  residents.set('hoa', { summary: `<p><a href="https://hoa.vn/${code}">hoa.vn</a></p>`, fields: [['Nơi', 'Huế']] })
  expect(await look(account('hoa'))).toMatchObject({ kind: 'absent', reason: 'no_code', seen: [], others: 1 })
  residents.set('vy', {})
  expect(await look(account('vy'))).toMatchObject({ kind: 'absent', reason: 'no_code', seen: [], others: 0 })
  expect(await look(account('khong-co'))).toMatchObject({ kind: 'absent', reason: 'no_account' })
})

test('a real server: an office has an account like a person', async () => {
  residents.set('van-phong', { summary: code, organization: true })
  expect(await look(account('van-phong'))).toMatchObject({ kind: 'found' })
})

test('a real server that goes by another name: each claims the other, so the account is proven', async () => {
  residents.set('binh', { summary: code })
  expect(await look(account('binh', 'quochoi.example'))).toMatchObject({
    kind: 'found',
    uid: 'https://may-chu.example/users/binh',
  })
})
