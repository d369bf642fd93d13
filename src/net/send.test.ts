import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestCa, testCa } from '../../test/peers/ca.ts'
import { type Outside, outside } from '../../test/peers/outside.ts'

const wants = { maxBytes: 1000, accept: 'application/json', timeoutMs: 3000 }
const form = { type: 'application/x-www-form-urlencoded', text: 'client_name=x' }
let ca: TestCa
let around: Outside
beforeAll(async () => {
  ca = await testCa()
  ca.trust()
  around = await outside({ ca })
})
afterAll(async () => {
  await around[Symbol.asyncDispose]()
  await ca[Symbol.asyncDispose]()
})
beforeEach(() => around.hosts.clear())

test('what is sent to an address that somebody gave arrives there, with its credential', async () => {
  const seen: unknown[] = []
  around.hosts.set('social.vn', (request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      seen.push([request.method, request.url, request.headers.authorization, request.headers['content-type'], body])
      response.end('{}')
    })
  })
  const got = await around.client.send('https://social.vn/api', { method: 'POST', body: form, bearer: 'abc' }, wants)
  expect(got).toMatchObject({ kind: 'response', status: 200 })
  expect(seen).toEqual([['POST', '/api', 'Bearer abc', form.type, form.text]])
})

test('a redirect is not followed: neither what was sent nor the credential goes on', async () => {
  let asked = 0
  around.hosts.set('social.vn', (_, response) => response.writeHead(307, { location: 'https://social.vn/there' }).end())
  around.hosts.set('there.vn', () => {
    asked += 1
  })
  for (const sent of [{ method: 'POST', body: form } as const, { bearer: 'abc' }])
    expect(await around.client.send('https://social.vn/', sent, wants)).toMatchObject({
      kind: 'unreachable',
      why: 'too_many_redirects',
    })
  expect(asked).toBe(0)
})

test('an inward address, another port and a password in the address are refused as for any look', async () => {
  around.dns.records.set('A inner.vn', ['10.0.0.5'])
  const why = async (url: string) =>
    (await around.client.send(url, { method: 'POST', body: form }, wants)) as { why?: string }
  expect((await why('https://inner.vn/')).why).toBe('address_not_public')
  expect((await why('https://169.254.169.254/')).why).toBe('address_not_public')
  expect((await why('https://social.vn:8443/')).why).toBe('bad_port')
  expect((await why('https://u:p@social.vn/')).why).toBe('credentials')
})
