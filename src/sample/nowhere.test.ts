import { expect, test } from 'vitest'
import { nowhere } from './nowhere.ts'

test('where nothing leaves, every look ends in “could not tell”, which is never a no', async () => {
  const { resolvers, client } = nowhere
  expect(await resolvers.txt('_chinhdanh-challenge.example.com')).toMatchObject({ kind: 'unreachable' })
  expect(await resolvers.addresses('example.com')).toMatchObject({ kind: 'unreachable' })
  const wants = { maxRedirects: 0, accept: '*/*', timeoutMs: 1, maxBytes: 1 } as never
  expect(await client.get('https://example.com/', wants)).toMatchObject({ kind: 'unreachable', resolvers: [] })
})
