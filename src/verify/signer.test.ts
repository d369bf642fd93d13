import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { openDatabase } from '../db/index.ts'
import { nobody, wallOn } from '../permissions/index.ts'
import { serverOf } from '../web/index.ts'
import { signerOf, verify } from './index.ts'
import { inAFreshMinute } from './signed-copy.ts'

const url = 'https://so.example.vn'
let db: TestDatabase

beforeAll(async () => {
  db = await testDatabase()
  const { lan } = await smallOrganisation(db)
  await declared(db, lan, 'https://lan.example.com/', { visibility: 'confirmable', level: 2, shows: 'name' })
})
afterAll(() => db[Symbol.asyncDispose]())

const asked = async (text: string, accept: string) => {
  const { room } = verify({ db, url, sample: false, signer: await signerOf(db) })
  const server = await serverOf({
    rooms: [room],
    url,
    sample: false,
    organisation: () => undefined,
    identify: async () => nobody,
    wall: wallOn(db),
    quiet: true,
  })
  const answer = await server.inject({ url: `/v1/verify?url=${encodeURIComponent(text)}`, headers: { accept } })
  const keys = (await server.inject({ url: '/.well-known/jwks.json' })).json()
  await server.close()
  return { answer, keys }
}

test('processes that start together sign with one key', async () => {
  const elsewhere = [1, 2, 3].map(() => openDatabase(db.adminUrl))
  const signers = await Promise.all([db, ...elsewhere].map(signerOf))
  await Promise.all(elsewhere.map((other) => other.close()))
  expect(new Set(signers.map((signer) => JSON.stringify(signer.publicKeys))).size).toBe(1)
  expect((await db.asSuperuser('select kid from signing_key')).rowCount).toBe(1)
})

test('a signed copy holds against the published keys, says what the JSON says, and is good for at most a minute', async () => {
  const { answer, keys } = await asked('LAN.example.com', 'application/jwt')
  expect(answer.headers['content-type']).toBe('application/jwt')
  const { payload, protectedHeader } = await jwtVerify(answer.body, createLocalJWKSet(keys), { issuer: url })
  expect(protectedHeader).toMatchObject({ alg: 'EdDSA', kid: keys.keys[0].kid })
  const { iat = 0, exp = 0, ...claims } = payload
  const { address, ...said } = (await asked('https://lan.example.com/', 'application/json')).answer.json()
  expect(claims).toEqual({ iss: url, sub: address, ...said })
  expect(iat % 60).toBe(0)
  expect(exp - iat).toBe(60)
  expect(exp).toBeGreaterThan(Date.now() / 1_000)
  const age = Number(/max-age=(\d+)/.exec(String(answer.headers['cache-control']))?.[1])
  expect(age).toBeLessThanOrEqual(exp - Math.floor(Date.now() / 1_000) + 1)
})

test('a signed copy of nothing known says unconfirmed of the address that was asked', async () => {
  const { answer, keys } = await asked('https://nowhere.example.com/', 'application/jwt')
  const { payload } = await jwtVerify(answer.body, createLocalJWKSet(keys))
  const { iat: _iat, exp: _exp, ...claims } = payload
  expect(claims).toEqual({ iss: url, sub: 'https://nowhere.example.com/', answer: 'unconfirmed' })
})

test('a copy changed on the way does not hold', async () => {
  const { answer, keys } = await asked('https://nowhere.example.com/', 'application/jwt')
  const [head, claims = '', signature] = answer.body.split('.')
  const changed = Buffer.from(claims, 'base64url').toString().replace('unconfirmed', 'confirmed')
  const forged = [head, Buffer.from(changed).toString('base64url'), signature].join('.')
  await expect(jwtVerify(forged, createLocalJWKSet(keys))).rejects.toThrow('signature verification failed')
})

test('the published keys hold nothing secret', async () => {
  const { keys } = await asked('https://nowhere.example.com/', 'application/json')
  expect(Object.keys(keys.keys[0]).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
})

test('JSON is given unless the signed copy is named and liked no less', async () => {
  const type = async (accept: string) =>
    (await asked('https://lan.example.com/', accept)).answer.headers['content-type']
  expect(await type('*/*')).toContain('application/json')
  expect(await type('application/json, application/jwt;q=0.5')).toContain('application/json')
  expect(await type('text/html, application/jwt;q=0')).toContain('application/json')
  expect(await type('application/jwt, */*;q=0.1')).toBe('application/jwt')
})

test('no copy is dated in the last second of its minute', async () => {
  const begun = Date.now()
  await inAFreshMinute(begun - (begun % 60_000) + 59_700)
  expect(Date.now() - begun).toBeGreaterThanOrEqual(295)
})
