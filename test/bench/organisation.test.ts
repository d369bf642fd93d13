import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const program = join(import.meta.dirname, '../../scripts/bench.mjs')

test('the bench of the organisation brings in lists, asks as officers, and says its six rows; nothing is said of the time', async () => {
  const ran = await promisify(execFile)(process.execPath, [program, 'organisation', '--size', 'smoke'])
  const rows = ran.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(rows.map(({ name, goal, unit }) => [name, goal, unit])).toEqual([
    ['organisation.import-empty', 1.5, 'lines/s'],
    ['organisation.import-full', 0.8, 'lines/s'],
    ['organisation.unit', 1, 'ms'],
    ['organisation.list', 1, 'ms'],
    ['organisation.search', 1, 'ms'],
    ['organisation.record', 1, 'ms'],
  ])
  for (const { ours, baseline, ratio, n, note } of rows) {
    expect([ours > 0, baseline > 0, ratio > 0, n > 0]).toEqual([true, true, true, true])
    expect(note).toMatch(/the same rows; at most \d+ MB resident|session, walls, access row/)
  }
}, 300_000)
