import { expect, test } from 'vitest'
import { testCa } from '../../test/peers/ca.ts'
import { outside } from '../../test/peers/outside.ts'
import { trusted } from './trust.ts'

test('what Node trusts is read once, and again when that changes', async () => {
  const before = trusted()
  expect(trusted()).toBe(before)
  await using ca = await testCa()
  ca.trust()
  const now = trusted()
  expect(now).not.toBe(before)
  expect(trusted()).toBe(now)
})

test('an authority that is trusted no more is refused from the next connection on', async () => {
  await using own = await testCa()
  await using around = await outside({ ca: own })
  around.hosts.set('lan.vn', (_, response) => response.end('x'))
  const result = async () => {
    const got = await around.get('https://lan.vn/')
    return got.kind === 'unreachable' ? got.why : got.kind
  }
  expect(await result()).toBe('certificate')
  {
    await using known = own
    known.trust()
    expect(await result()).toBe('response')
  }
  expect(await result()).toBe('certificate')
})
