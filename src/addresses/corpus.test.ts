import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { recognise } from './index.ts'
import type { Platform } from './types.ts'

type Case = { id: string; input: string; hint?: Platform; expect: object }

const copied = new URL('../../test/data/addresses/corpus.jsonl', import.meta.url)
const shared = new URL('../../../shared/data/addresses/corpus.jsonl', import.meta.url)

const casesOf = (file: URL): Case[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

function outcome({ input, hint }: Case): object {
  const { address, error } = recognise(input, hint)
  return address ?? { error }
}

const wrong = (cases: readonly Case[]) =>
  cases
    .map((one) => ({ id: one.id, input: one.input, expect: one.expect, got: outcome(one) }))
    .filter(({ expect, got }) => inOrder(expect) !== inOrder(got))

const inOrder = (fields: object) => JSON.stringify(Object.entries(fields).sort())

const unstable = (cases: readonly Case[]) =>
  cases.filter((one) => {
    const { address } = recognise(one.input, one.hint)
    if (!address) return false
    const { via: _, ...same } = address
    return inOrder(recognise(address.canonical).address ?? {}) !== inOrder(same)
  })

test('every case of the copied corpus means exactly what it expects', () => {
  const cases = casesOf(copied)
  expect(cases.length).toBe(735)
  expect(wrong(cases)).toEqual([])
})

test('the canonical form of every copied case gives the same account', () => {
  expect(unstable(casesOf(copied))).toEqual([])
})

if (!existsSync(shared)) console.log('left out: the full corpus of addresses (../shared/data/addresses)')

test.skipIf(!existsSync(shared))('every case of the full corpus means exactly what it expects', () => {
  const cases = casesOf(shared)
  expect(cases.length).toBeGreaterThanOrEqual(1096)
  expect(wrong(cases)).toEqual([])
  expect(unstable(cases)).toEqual([])
})
