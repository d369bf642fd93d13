import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const program = join(import.meta.dirname, '../../scripts/bench.mjs')

test('the bench of re-checks runs, finds every proof it made, and says its three rows; nothing is said of the time', async () => {
  const ran = await promisify(execFile)(process.execPath, [program, 'recheck', '--size', 'smoke'])
  const rows = ran.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(rows.map(({ name, goal }) => [name, goal])).toEqual([
    ['recheck.dns', 0.5],
    ['recheck.https', 0.8],
    ['recheck.curl', 1.5],
  ])
  for (const { ours, baseline, ratio, unit, note } of rows) {
    expect([ours > 0, baseline > 0, ratio > 0, unit]).toEqual([true, true, true, 'checks/s'])
    expect(note).toContain('claims and writes included')
  }
}, 120_000)
