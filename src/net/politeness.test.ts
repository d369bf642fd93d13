import { expect, test } from 'vitest'
import { politeness } from './politeness.ts'

const patient = () => AbortSignal.timeout(5000)

test('who gives up waiting leaves no gap: the next in line comes in', async () => {
  const { turn } = politeness({ spacingMs: 0 })
  const leave = await turn('lan.test', patient())
  const gaveUp = turn('lan.test', AbortSignal.timeout(20))
  const next = turn('lan.test', patient())
  expect(await gaveUp).toBeUndefined()
  leave?.()
  expect(await next).toBeTypeOf('function')
})

test('who gives up while the spacing runs gives the place back', async () => {
  const { turn } = politeness({ spacingMs: 200 })
  const leave = await turn('lan.test', patient())
  leave?.()
  expect(await turn('lan.test', AbortSignal.timeout(20))).toBeUndefined()
  expect(await turn('lan.test', patient())).toBeTypeOf('function')
})

test('as many as allowed are in at once, each a step after the other', async () => {
  const { turn } = politeness({ atOnce: 2, spacingMs: 100 })
  const start = performance.now()
  const came = [1, 2, 3].map((n) =>
    turn('lan.test', patient()).then((leave) => ({ n, leave, at: performance.now() - start })),
  )
  const [first, second] = await Promise.all(came.slice(0, 2))
  expect([first?.at, second?.at].map((at) => Math.round((at ?? 0) / 100))).toEqual([0, 1])
  expect(await Promise.race([came[2]?.then(() => 'in'), new Promise((done) => setTimeout(done, 250, 'waiting'))])).toBe(
    'waiting',
  )
  first?.leave?.()
  expect(await came[2]).toMatchObject({ n: 3 })
})

test('a signal that has gone off already gets no turn', async () => {
  const { turn } = politeness({ spacingMs: 0 })
  expect(await turn('lan.test', AbortSignal.abort())).toBeUndefined()
  const leave = await turn('lan.test', patient())
  expect(await turn('lan.test', AbortSignal.abort())).toBeUndefined()
  leave?.()
  expect(await turn('lan.test', patient())).toBeTypeOf('function')
})

test('one host does not wait for another', async () => {
  const { turn } = politeness({ spacingMs: 5000 })
  await turn('lan.test', patient())
  expect(await turn('minh.test', AbortSignal.timeout(100))).toBeTypeOf('function')
})
