import { expect, test } from 'vitest'
import { Frame } from './frame.tsx'
import type { FrameProps } from './frame-props.ts'
import { inOtherLanguage } from './language-switch.tsx'
import { renderPage } from './render.ts'

const page = (more: Partial<FrameProps> = {}) =>
  renderPage(
    <Frame
      lang="vi"
      title="Khai báo"
      organisation="Đơn vị Mẫu"
      path="/declarations"
      assets={(name) => `/assets/${name}`}
      {...more}
    >
      <h1>Khai báo</h1>
    </Frame>,
  )

test('a page is a whole document in its language with the stylesheet of the register', () => {
  expect(page()).toMatch(/^<!doctype html><html class="govuk-template" lang="vi">/)
  expect(page()).toContain('<link rel="stylesheet" href="/assets/chinhdanh.css"/>')
  expect(page()).toContain('<title>Khai báo – Chính Danh</title>')
})

test('the title of a page with errors begins with the word for error', () => {
  expect(page({ error: true })).toContain('<title>Lỗi: Khai báo – Chính Danh</title>')
  expect(page({ error: true, lang: 'en' })).toContain('<title>Error: Khai báo – Chính Danh</title>')
})

test('search engines are kept out unless a page says otherwise', () => {
  expect(page()).toContain('<meta name="robots" content="noindex"/>')
  expect(page({ robots: 'index' })).not.toContain('noindex')
})

test('whoever is signed in finds their name, whoever is not finds where to sign in', () => {
  expect(page({ person: { name: 'Nguyễn Văn A' } })).toContain('<a href="/me">Nguyễn Văn A</a>')
  expect(page()).toContain('<a href="/sign-in">Đăng nhập</a>')
  expect(page({ signInHref: null })).not.toContain('Đăng nhập')
})

test('sample mode says so on the page and can be ended there', () => {
  expect(page({ sample: true })).toContain('Dữ liệu mẫu')
  expect(page({ sample: true })).toContain('<form method="post" action="/sample/end">')
  expect(page()).not.toContain('/sample/end')
})

test('a name is shown as text, whatever it holds', () => {
  expect(page({ organisation: '<script>' })).toContain('&lt;script>')
})

test('scripts are modules of their own, and the copy buttons have a place to be announced', () => {
  expect(page({ islands: ['copy.js'] })).toContain('<script type="module" src="/assets/copy.js" defer></script>')
  expect(page({ islands: ['copy.js'] })).toContain('id="copied" role="status"')
  expect(page()).not.toContain('<script')
})

test('the footer shows only the links it is given', () => {
  const links = page({ footLinks: [{ href: '/help', text: 'Trợ giúp' }] })
  expect(links).toContain('<a href="/help">Trợ giúp</a>')
  expect(links).not.toContain('/about')
})

test('the language switch keeps the page and its query', () => {
  expect(inOtherLanguage('/verify?url=a%2Fb', 'vi')).toBe('/verify?url=a%2Fb&lang=en')
  expect(inOtherLanguage('/verify?lang=en', 'en')).toBe('/verify?lang=vi')
})

test('the language switch never leaves this host', () => {
  for (const path of ['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example/a']) {
    const href = new URL(inOtherLanguage(path, 'vi'), 'https://so.example')
    expect(href.host).toBe('so.example')
  }
})
