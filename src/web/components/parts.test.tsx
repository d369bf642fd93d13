import { renderToString as html } from 'preact-render-to-string'
import { create } from 'qrcode'
import { describe, expect, test } from 'vitest'
import {
  Address,
  CopyField,
  Diagnosis,
  Entries,
  Fact,
  LevelMark,
  Marked,
  Pagination,
  Qr,
  StackTable,
  Time,
  Todo,
  timeText,
} from './index.ts'
import { at } from './specimens.tsx'

describe('a level mark', () => {
  const levels = [
    [0, 'Mức\u00a00 · Tự khai', 'Khai ngày 24/11/2026', 1],
    [1, 'Mức\u00a01 · Có chứng kiến', 'Chứng kiến 24/11/2026', 2],
    [2, 'Mức\u00a02 · Đã xác minh', 'Xác minh 24/11/2026', 3],
    [3, 'Mức\u00a03 · Xác minh và kiểm lại', 'Kiểm lại lần cuối: 24/11/2026', 4],
  ] as const

  test.each(levels)('of level %i says number, word and date, and fills its strokes', (level, word, date, filled) => {
    const mark = html(<LevelMark level={level} lang="vi" at={at} />)
    expect(mark).toContain(word)
    expect(mark).toContain(date)
    expect(mark.match(/class="is-(on|again)"/g)).toHaveLength(filled)
  })

  test('hides the picture from readers: the words carry the meaning', () => {
    expect(html(<LevelMark level={3} lang="vi" at={at} />)).toMatch(/<svg[^>]* aria-hidden="true"/)
  })

  test('turns grey while paused and says since when', () => {
    const mark = html(<LevelMark level={3} lang="vi" at="2026-11-01" paused={at} />)
    expect(mark).toContain('cd-level--paused')
    expect(mark).toContain('Tạm dừng từ 10:42 ngày 24/11/2026')
  })

  test('says since when its checks could not tell', () => {
    expect(html(<LevelMark level={3} lang="vi" at={at} notSince="2026-10-20" />)).toContain('từ ngày 20/10/2026')
  })
})

describe('a time', () => {
  test('is told in the zone of the register, not in that of the server', () => {
    const lateEvening = new Date('2026-11-24T18:00:00Z')
    expect(timeText(lateEvening, 'vi', 'day')).toBe('25/11/2026')
    expect(timeText(lateEvening, 'vi', 'day', 'UTC')).toBe('24/11/2026')
  })

  test('has the forms of both languages', () => {
    expect(timeText(at, 'vi', 'minute')).toBe('10:42 ngày 24/11/2026')
    expect(timeText(at, 'vi', 'second')).toBe('10:42:07 ngày 24/11/2026')
    expect(timeText(at, 'vi', 'long-day')).toBe('24 tháng 11 năm 2026')
    expect(timeText(at, 'vi', 'time')).toBe('10:42')
    expect(timeText(at, 'en', 'minute')).toBe('10:42 on 24 November 2026')
    expect(timeText(at, 'en', 'day')).toBe('24 Nov 2026')
  })

  test('of a calendar day is that day in every zone, and never pretends to an hour', () => {
    expect(timeText('2026-08-03', 'vi', 'minute', 'America/New_York')).toBe('03/08/2026')
    expect(html(<Time at="2026-08-03" lang="vi" form="long-day" />)).toBe(
      '<time datetime="2026-08-03">3 tháng 8 năm 2026</time>',
    )
  })

  test('carries its offset for machines', () => {
    expect(html(<Time at={at} lang="vi" form="second" />)).toContain('datetime="2026-11-24T10:42:07+07:00"')
    expect(html(<Time at={at} lang="vi" zone="UTC" />)).toContain('datetime="2026-11-24T03:42+00:00"')
  })
})

test('an address may break after a slash of its path and not inside its scheme', () => {
  expect(html(<Address text="https://a.example/b/c" />)).toBe(
    '<span class="cd-code">https://a.example/<wbr/>b/<wbr/>c</span>',
  )
})

test('a label with a hyphen stays in one piece', () => {
  expect(html(<Address text="_chinhdanh-challenge.lan.example" />)).toContain(
    '<span class="cd-nowrap">_chinhdanh-challenge.</span>',
  )
})

test('an address keeps its letters whatever they are', () => {
  for (const text of ['', '//', '/a//b/', 'a-b.-c', 'https://x/<script>&"'])
    expect(
      html(<Address text={text} />)
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
    ).toBe(text)
})

test('a QR code draws exactly the dark modules', () => {
  const text = 'https://so.example/receipts/BN-7K4M-9QXZ'
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const drawn = new Uint8Array(size * size)
  for (const [, x, y, run] of html(<Qr text={text} label="QR" />).matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    drawn.fill(1, Number(y) * size + Number(x), Number(y) * size + Number(x) + Number(run))
  expect(drawn).toEqual(Uint8Array.from(data, (module) => (module ? 1 : 0)))
})

test('a copy field is readable and selectable without script, and its button says what it copies', () => {
  const field = html(<CopyField lang="vi" id="dns-name" label="Tên" value="_chinhdanh-challenge" />)
  expect(field).toMatch(/<input[^>]* readonly/)
  expect(field).toContain('data-copies="dns-name"')
  expect(field).toContain('data-done="Đã chép tên"')
  expect(field).toContain('cd-js')
})

test('a diagnosis says expected, found, where and when; nothing found is said in words', () => {
  const told = html(<Diagnosis lang="vi" expected="token=abc" found={[]} where="TXT" at={at} />)
  for (const word of [
    'Cần có',
    'token=abc',
    'Tìm thấy',
    'Không thấy gì',
    'Ở đâu',
    'Lúc nào',
    '10:42:07 ngày 24/11/2026',
  ])
    expect(told).toContain(word)
})

test('a mark stands around the part itself, not around what looks like a pattern', () => {
  expect(html(<Marked text="a.c abc" parts={['a.c']} />)).toBe('<mark>a.c</mark> abc')
  expect(html(<Marked text="abc" parts={['']} />)).toBe('abc')
})

test('a fact without a value is not there', () => {
  expect(html(<Fact term="Chức vụ">{undefined}</Fact>)).toBe('')
})

test('actions of an entry can be told apart by ear', () => {
  const list = html(<Entries items={[{ title: 'Zalo', acts: [{ href: '/x', text: 'Sửa' }] }]} />)
  expect(list).toContain('Sửa<span class="govuk-visually-hidden"> Zalo</span>')
})

test('only the first task has a filled button', () => {
  const list = html(<Todo items={['a', 'b'].map((href) => ({ title: href, act: { href, text: 'Làm' } }))} />)
  expect(list.match(/govuk-button--secondary/g)).toHaveLength(1)
})

test('a stacked table writes its roles out, because the stylesheet takes them away', () => {
  const table = html(
    <StackTable
      caption="C"
      columns={[{ head: 'Ai' }, { head: 'Hạn', label: 'Hạn' }]}
      rows={[{ cells: ['A', '1'] }]}
      named
    />,
  )
  expect(table).toMatch(/<th[^>]* role="rowheader"[^>]* scope="row"/)
  expect(table).toMatch(/<td[^>]* role="cell"[^>]* data-label="Hạn"/)
})

test('a list of one page has no pagination', () => {
  expect(html(<Pagination lang="vi" />)).toBe('')
})
