import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readApart } from './read-apart.ts'
import { readFile } from './read-file.ts'
import { resultOf } from './result.ts'
import { archive, workbook } from './tests/files.ts'

const units = [{ code: 'DV01', parent: null }]

async function isWhole(bytes: Uint8Array) {
  for (const kind of [undefined, 'units', 'people', 'accounts'] as const) {
    const reading = await readFile(bytes, { kind, units })
    const { rows, accepted, rejected, outcome } = resultOf(reading)
    expect(rows).toBe(accepted + rejected.length)
    expect(outcome === 'refused').toBe(reading.kind === 'refused')
    expect(new Set(rejected.map(({ row }) => row)).size).toBe(rejected.length)
    for (const hidden of ['\u200b', '\u202e', '\\u0000']) expect(JSON.stringify(reading)).not.toContain(hidden)
  }
}

test('any bytes give a result in which every row is accepted or rejected once', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), isWhole), { numRuns: 300 })
})

const signs = fc.constantFrom(
  ...[
    '"',
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '\u200b',
    '\u00a0',
    '=',
    '+',
    '@',
    'A',
    'B',
    'DV01',
    'Đơn vị',
    '¶',
    '0912345678',
    '45292',
    '|',
    'x.com/a',
    '\ud83d\ude00',
    '\u202e',
    '\u0301',
  ],
)
const text = fc.array(signs, { maxLength: 80 }).map((all) => all.join(''))
const headers = fc.constantFrom(
  'code,parent_code,name,type\n',
  'mã;tên\n',
  'person_id,full_name,unit_code,phone,start_date,accounts\n',
  'sep=;\nperson_id;accounts\n',
  '',
)

test('so does any text below any header', async () => {
  const file = fc.tuple(headers, text).map(([head, body]) => new TextEncoder().encode(head + body))
  await fc.assert(fc.asyncProperty(file, isWhole), { numRuns: 500 })
})

const tags = fc.constantFrom(
  ...[
    '<row>',
    '</row>',
    '<row r="3">',
    '<c t="str">',
    '<c r="B2" t="s">',
    '<c s="1">',
    '</c>',
    '<v>',
    '</v>',
    '<f/>',
    '<is><t>',
    '</t></is>',
    'code',
    'name',
    '1',
    '&amp;',
    '&#x110000;',
    '&y;',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<',
    '>',
    '"',
  ],
)

test('so does any sheet in a workbook', async () => {
  const head = '<row r="1"><c t="str"><v>code</v></c><c t="str"><v>name</v></c></row>'
  const file = fc.array(tags, { maxLength: 60 }).map((all) => archive(workbook(head + all.join(''))))
  await fc.assert(fc.asyncProperty(file, isWhole), { numRuns: 300 })
})

test('so does a workbook with any bytes changed', async () => {
  const whole = archive(workbook('<row><c t="str"><v>code</v></c><c t="str"><v>name</v></c></row>'))
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
  const file = fc.array(change, { minLength: 1, maxLength: 5 }).map((changes) => {
    const bytes = Buffer.from(whole)
    for (const [at, value] of changes) bytes[at] = value
    return bytes
  })
  await fc.assert(fc.asyncProperty(file, isWhole), { numRuns: 500 })
})

const megabytes = (n: number, pattern: string) => Buffer.alloc(n * 1024 * 1024, pattern)

test('the worst megabytes are read in seconds', async () => {
  const head = Buffer.from('code,name\n')
  for (const pattern of [
    '"',
    '""',
    '",',
    '"\n',
    ',"',
    '\r',
    '\n\r',
    'a\n',
    ' ',
    'A,\u00a0\n',
    'A,x \u00a0 \u200b',
    '\u0301',
    'a,"\n"b\n',
    '¶a',
    '\u034f',
    '\udb40\udd00',
    'a\u0323',
    '&',
    '|',
  ]) {
    const began = process.cpuUsage()
    for (const before of ['', 'A,x'])
      await readFile(Buffer.concat([head, Buffer.from(before), megabytes(2, pattern), Buffer.from(before)]), { units })
    expect([pattern, process.cpuUsage(began).user < 20_000_000]).toEqual([pattern, true])
  }
}, 300_000)

test('a process that takes too long or too much is ended, and the file refused', async () => {
  const rows = Array.from({ length: 90_000 }, (_, n) => `A${n},${'x'.repeat(90)}`).join('\n')
  const file = Buffer.from(`code,name\n${rows}`)
  expect(await readApart(file, { units }, { milliseconds: 20, megabytes: 512 })).toEqual({
    kind: 'refused',
    reason: 'took_too_long',
  })
  expect(await readApart(file, { units }, { milliseconds: 10_000, megabytes: 16 })).toEqual({
    kind: 'refused',
    reason: 'too_large',
  })
  expect((await readApart(file, { units })).kind).toBe('units')
})
