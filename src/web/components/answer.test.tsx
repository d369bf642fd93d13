import { renderToString as html } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { languages } from '../words.ts'
import { Answer, answerTitle, type ConfirmedAnswer, type PublicAnswer } from './index.ts'
import { at } from './specimens.tsx'

const address = 'https://www.facebook.com/nguyenvanamau'
const confirmed: ConfirmedAnswer = { kind: 'confirmed', address, level: 3, levelAt: at, answeredAt: at }
const answer = (given: PublicAnswer) => html(<Answer lang="vi" answer={given} />)

test('the unconfirmed answer shows neither an address nor a time, even if it is handed them', () => {
  const slipped = { kind: 'unconfirmed', address, answeredAt: at, owner: 'Nguyễn Văn A' } as PublicAnswer
  expect(answer(slipped)).toBe(answer({ kind: 'unconfirmed' }))
  expect(answer(slipped)).not.toMatch(/facebook|<time|2026|<dl|Nguyễn/)
})

test('a confirmed answer shows address, level with its date, and when it was said', () => {
  expect(answer(confirmed)).toContain('https://www.facebook.com/<wbr/>nguyenvanamau')
  expect(answer(confirmed)).toContain('Mức\u00a03 · Xác minh và kiểm lại')
  expect(answer(confirmed)).toContain('Kiểm lại lần cuối: 24 tháng 11 năm 2026')
  expect(answer(confirmed)).toContain('<time datetime="2026-11-24T10:42+07:00">10:42 ngày 24/11/2026</time>')
})

test('name and office are shown only where they are given', () => {
  expect(answer(confirmed)).not.toMatch(/Chủ trang<\/dt>|Chức vụ<\/dt>|đã đồng ý/)
  const named = answer({ ...confirmed, owner: 'Nguyễn Văn A', office: 'Phó phòng' })
  expect(named).toContain('Nguyễn Văn A')
  expect(named).toContain('Phó phòng')
  expect(named).toContain('đã đồng ý')
})

test('a witnessed page is not said to be proven', () => {
  expect(answer({ ...confirmed, level: 1, owner: 'A' })).not.toContain('chứng minh')
  expect(answer({ ...confirmed, level: 2, owner: 'A' })).toContain('chứng minh')
})

test('a lapsed attestation is told with its day', () => {
  expect(answer({ ...confirmed, notCurrentSince: '2026-11-01' })).toContain('Từ ngày 01/11/2026')
  expect(answer(confirmed)).not.toContain('Chưa xác nhận định kỳ')
})

test('an imitation names its reasons, its end and the way to object', () => {
  const given: PublicAnswer = {
    ...{ kind: 'imitation', address, answeredAt: at, reasons: ['dùng họ tên', 'xin tiền'] },
    ...{ decidedOn: '2026-11-20', lapsesOn: '2027-05-19' },
  }
  const page = html(<Answer lang="vi" answer={given} links={{ object: '/incidents/objections/new' }} />)
  expect(page).toContain('dùng họ tên; xin tiền')
  expect(page).toContain('19 tháng 5 năm 2027')
  expect(page).toContain('href="/incidents/objections/new"')
})

test('links to rooms that a house has not are not shown', () => {
  for (const kind of ['unconfirmed', 'closed'] as const) {
    const given: PublicAnswer = kind === 'closed' ? { kind, address, closedOn: '2026-08-03', answeredAt: at } : { kind }
    expect(answer(given)).not.toContain('<a ')
  }
})

test('a suspended page shows its former level in grey', () => {
  const page = answer({ kind: 'suspended', address, since: at, level: 3, levelAt: at, answeredAt: at })
  expect(page).toContain('cd-level--paused')
  expect(page).toContain('Tạm\u00a0thời chưa xác\u00a0nhận')
})

test('the five answers have five titles and five outlines', () => {
  const kinds = ['confirmed', 'unconfirmed', 'suspended', 'closed', 'imitation'] as const
  for (const lang of languages) expect(new Set(kinds.map((kind) => answerTitle(kind, lang))).size).toBe(5)
})
