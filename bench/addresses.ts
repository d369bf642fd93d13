// `npm run bench -- addresses`: how many addresses one core recognises in a second, and how long the worst text takes.
// The baseline is `new URL()` alone on the same inputs: what the platform itself needs to read them.
import { readFileSync } from 'node:fs'
import { type Platform, recognise } from '../src/addresses/index.ts'
import { worstCases } from '../test/data/addresses/worst-cases.ts'

type Case = { input: string; hint?: Platform }
type Row = {
  name: string
  ours: number
  baseline: number
  ratio: number
  goal: number
  unit: string
  n: number
  note: string
}

const wantedPerSecond = 150_000
const wantedMilliseconds = 1

const rows = { 'addresses.stream': stream, 'addresses.worst': worst }

export default async function bench({ only }: { only?: string } = {}): Promise<void> {
  for (const [name, measure] of Object.entries(rows)) {
    if (only === undefined || only === name) console.log(JSON.stringify({ name, ...measure() }))
  }
}

function stream(): Omit<Row, 'name'> {
  const cases = corpus()
  const ours = perSecond(cases, ({ input, hint }) => recognise(input, hint))
  const baseline = perSecond(cases, ({ input }) => parsed(input))
  const n = cases.length * rounds
  const note = `ratio is ours ÷ ${wantedPerSecond}/s; the corpus repeated, best of ${tries} tries, one core; baseline: new URL() alone`
  return { ours, baseline, ratio: rounded(ours / wantedPerSecond), goal: 1, unit: 'addresses/s', n, note }
}

function worst(): Omit<Row, 'name'> {
  const texts = [...worstCases()]
  const slowest = texts
    .map((text) => ({ text, took: quickest(2, () => recognise(text)) }))
    .sort((one, other) => other.took - one.took)
    .slice(0, 50)
  const ours = Math.max(...slowest.map(({ text }) => quickest(20, () => recognise(text))))
  const baseline = Math.max(...slowest.map(({ text }) => quickest(20, () => parsed(text))))
  const note = `ratio is ${wantedMilliseconds} ms ÷ ours; the slowest of ${texts.length} made texts of 2,048 characters, each at its quickest of 20; baseline: new URL() alone`
  return {
    ours: rounded(ours),
    baseline: rounded(baseline),
    ratio: rounded(wantedMilliseconds / ours),
    goal: 1,
    unit: 'ms',
    n: texts.length,
    note,
  }
}

const rounds = 100
const tries = 5

function perSecond(cases: readonly Case[], read: (one: Case) => unknown): number {
  const once = () => {
    for (let round = 0; round < rounds; round++) for (const one of cases) read(one)
  }
  return Math.round((cases.length * rounds * 1000) / quickest(tries, once))
}

function quickest(times: number, act: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let time = 0; time < times; time++) {
    const start = performance.now()
    act()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

const rounded = (value: number) => Math.round(value * 1000) / 1000

function corpus(): Case[] {
  // Run from the source or from its bundle in dist/bench.
  const root = new URL(import.meta.url.includes('/dist/bench/') ? '../../' : '../', import.meta.url)
  const lines = readFileSync(new URL('test/data/addresses/corpus.jsonl', root), 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line))
}
