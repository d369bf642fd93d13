import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../project-root.ts'
import { readApart } from './read-apart.ts'
import { readFile } from './read-file.ts'
import { resultOf } from './result.ts'
import { cellIn } from './tests/cell-in.ts'

type Check = { readonly row: number; readonly column: string; readonly value: string }
type Expected = {
  readonly file: string
  readonly kind: 'units' | 'people'
  readonly outcome: string
  readonly reason?: string
  readonly rows?: number
  readonly accepted?: number
  readonly rejected?: readonly object[]
  readonly checks?: readonly Check[]
  readonly warnings?: object
}

const folder = join(projectRoot, 'test/data/imports')
const expectations: { units_in_register: string[]; files: Expected[] } = JSON.parse(
  readFileSync(join(folder, 'expectations.json'), 'utf8'),
)
const standing = expectations.units_in_register.map((code) => ({ code, parent: null }))

describe('every file of the contract gives exactly what it must', () => {
  for (const { file, kind, outcome, reason, checks = [], ...told } of expectations.files) {
    const { rows = 0, accepted = 0, rejected = [], warnings = {} } = told
    test(`${file}: ${reason ?? `${accepted} of ${rows}`}`, async () => {
      const bytes = readFileSync(join(folder, file))
      for (const asked of [undefined, kind]) {
        const reading = await readFile(bytes, { kind: asked, units: kind === 'people' ? standing : [] })
        expect(resultOf(reading)).toEqual({
          outcome,
          ...(reason ? { reason } : {}),
          rows,
          accepted,
          rejected,
          warnings,
        })
        for (const { row, column, value } of checks)
          expect([row, column, cellIn(reading, row, column)]).toEqual([row, column, value])
        if (reading.kind !== 'refused') expect(reading.kind).toBe(kind)
      }
    })
  }

  test('in a process of its own it gives the same', async () => {
    for (const { file } of expectations.files) {
      const bytes = readFileSync(join(folder, file))
      expect(await readApart(bytes, { units: standing })).toEqual(await readFile(bytes, { units: standing }))
    }
  }, 120_000)

  test('there are twenty of them', () => {
    expect(expectations.files).toHaveLength(20)
  })
})
