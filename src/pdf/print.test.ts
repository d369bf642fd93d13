import { expect, test } from 'vitest'
import { textOfPdf } from '../../test/support/pdf.ts'
import { pdfOf } from './index.ts'

const common = { lang: 'vi', title: 'Hồ sơ', from: 'Đơn vị Mẫu', at: new Date('2026-11-30T00:00:00Z') } as const
const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxy'
const marks = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const alphabet = [...letters, ...letters.toUpperCase()].flatMap((letter) =>
  /[aăâeêioôơuưy]/i.test(letter) ? marks.map((mark) => (letter + mark).normalize('NFC')) : [letter],
)

test('every Vietnamese letter prints, in both weights, and can be copied out again', async () => {
  const text = alphabet.join(' ')
  const file = await pdfOf({
    ...common,
    parts: [
      { kind: 'text', text },
      { kind: 'heading', text },
    ],
  })
  const shown = textOfPdf(file).join('').replaceAll('\n', ' ')
  for (const letter of alphabet) expect(shown.split(letter).length - 1, letter).toBeGreaterThanOrEqual(2)
  expect(shown).not.toContain('�')
})

test('a file holds the letters that it shows, not the whole face', async () => {
  const file = await pdfOf({ ...common, parts: [{ kind: 'text', text: 'một trang' }] })
  expect(file.length).toBeLessThan(40_000)
  expect(file.subarray(0, 8).toString()).toBe('%PDF-1.7')
})

test('it says its language, its title and what is a heading, for those who hear it', async () => {
  const file = (await pdfOf({ ...common, parts: [{ kind: 'heading', text: 'Việc' }] })).toString('latin1')
  for (const said of ['/Lang (vi)', '/DisplayDocTitle true', '/Marked true', '/S /H1', '/S /H2'])
    expect(file).toContain(said)
})

test('rows go on over the next page, whole, and each page has its number and its foot', async () => {
  const rows = Array.from({ length: 60 }, (_, n) => [`dòng ${n}.`, 'việc'])
  const pages = textOfPdf(
    await pdfOf({ ...common, foot: 'BN-1', parts: [{ kind: 'table', head: ['Lúc', 'Việc'], rows }] }),
  )
  expect(pages).toHaveLength(3)
  pages.forEach((page, n) => {
    expect(page).toContain(`BN-1  ·  ${n + 1} / ${pages.length}`)
  })
  for (let n = 0; n < 60; n++) expect(pages.filter((page) => page.includes(`dòng ${n}.`))).toHaveLength(1)
})

test('what is not known prints as a dash, and a code has its link beside it', async () => {
  const [page] = textOfPdf(
    await pdfOf({
      ...common,
      parts: [
        { kind: 'facts', facts: [['Mã số cố định', null]] },
        { kind: 'qr', link: 'https://so.example/r/AB', text: 'Mở:' },
      ],
    }),
  )
  expect(page).toMatch(/Mã số cố định\n\s*–/)
  expect(page).toContain('https://so.example/r/AB')
})
