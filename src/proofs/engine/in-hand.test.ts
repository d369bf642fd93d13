import { expect, test } from 'vitest'
import { inHand } from './in-hand.ts'
import type { Due } from './types.ts'

const at = (canonical: string, method = 'well-known') => ({ proof: { method }, page: { canonical } }) as Due
const many = (count: number, canonical: string, method?: string) =>
  Array.from({ length: count }, () => at(canonical, method))
function startable(hand: ReturnType<typeof inHand>): Due[] {
  const list = []
  for (let due = hand.next(); due; due = hand.next()) list.push(due)
  return list
}
const hosts = (list: readonly Due[]) => list.map(({ page }) => new URL(page.canonical).hostname)

test('of one host one is looked at at a time, and a crowd there holds up nobody else', () => {
  const hand = inHand()
  hand.add([...many(50, 'https://dong.vn/a'), at('https://lan.vn/'), at('https://minh.vn/')])
  const first = startable(hand)
  expect(hosts(first)).toEqual(['dong.vn', 'lan.vn', 'minh.vn'])
  hand.done(first[1] as Due)
  expect(startable(hand)).toEqual([])
  hand.done(first[0] as Due)
  expect(hosts(startable(hand))).toEqual(['dong.vn'])
})

test('a question of DNS visits nobody: many are asked at once, also for one host', () => {
  const hand = inHand()
  hand.add(many(500, 'https://dong.vn/', 'dns-txt'))
  expect(startable(hand).length).toBeGreaterThan(100)
})

test('what a host has no time for comes back later, a second apart, also when still more of it is claimed', () => {
  const hand = inHand()
  const later = [...hand.add(many(400, 'https://dong.vn/')), ...hand.add(many(400, 'https://dong.vn/'))]
  const seconds = later.map((one) => one.seconds)
  expect(later.length).toBeGreaterThan(400)
  expect(new Set(seconds).size).toBe(seconds.length)
  expect(Math.max(...seconds) - Math.min(...seconds)).toBe(seconds.length - 1)
  expect(Math.min(...seconds)).toBeGreaterThan(299)
})

test('is empty when all that was begun is done, not before', () => {
  const hand = inHand()
  hand.add([at('https://lan.vn/'), at('https://lan.vn/', 'dns-txt')])
  for (const due of startable(hand)) {
    expect(hand.isEmpty()).toBe(false)
    hand.done(due)
  }
  expect(hand.isEmpty()).toBe(true)
})
