// The accounts that three public lists recorded, as people typed them. The lists lie beside the repository or not at all.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { recognise } from './index.ts'
import type { Platform } from './types.ts'

const folder = new URL('../../../shared/data/officials/', import.meta.url)
const isThere = existsSync(folder)
if (!isThere) console.log('left out: the three public lists of accounts (../shared/data/officials)')

type Row = { platform: Platform; written: string; handle: string; uid: string }

function rowsOf(list: string, column: string): Row[] {
  const [header = [], ...rows] = readCsv(readFileSync(new URL(`${list}/accounts.csv`, folder), 'utf8'))
  const at = (row: readonly string[], name: string) => row[header.indexOf(name)] ?? ''
  return rows.map((row) => ({
    platform: at(row, 'platform') as Platform,
    written: at(row, column),
    handle: at(row, 'handle'),
    uid: at(row, 'permanent_id'),
  }))
}

function readCsv(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.trimEnd().matchAll(cell)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '') break
    if (end !== ',') rows.push([])
  }
  return rows
}

function tally(rows: readonly Row[]): Record<string, number> {
  const counts: Record<string, number> = { accepted: 0 }
  for (const { written, platform } of rows) {
    const outcome = recognise(written, platform).error ?? 'accepted'
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}

test.skipIf(!isThere)(
  'all 2,270 accounts of the United States Congress are recognised, with the name or id of the source',
  () => {
    const rows = rowsOf('us-congress', 'url')
    expect(tally(rows)).toEqual({ accepted: 2270 })
    // The source writes an id in either column, also behind a name, dots and letter case as the person does, and `@` with some handles.
    const other = rows.filter(({ written, platform, handle, uid }) => {
      const { address } = recognise(written, platform)
      if (address?.uid) return address.uid !== uid && !handle.endsWith(address.uid)
      const name = handle.replace(/^@/, '').toLowerCase()
      return handle !== '' && address?.handle !== (platform === 'facebook' ? name.replaceAll('.', '') : name)
    })
    expect(other).toEqual([])
  },
)

test.skipIf(!isThere)('of the accounts of the states 2,051 of 2,099 are recognised, and the others say why not', () => {
  expect(tally(rowsOf('us-states', 'as_recorded'))).toEqual({
    accepted: 2051,
    content_not_account: 41,
    display_name: 5,
    hidden_characters: 1,
    invalid_handle: 1,
  })
})

test.skipIf(!isThere)(
  'of the accounts of the French parliament 5,910 of 5,975 are recognised, and the others say why not',
  () => {
    expect(tally(rowsOf('fr', 'as_recorded'))).toEqual({
      accepted: 5910,
      trailing_text: 40,
      short_link: 10,
      not_an_account: 7,
      invalid_handle: 4,
      lookalike_host: 2,
      content_not_account: 1,
      outdated_address: 1,
    })
  },
)
