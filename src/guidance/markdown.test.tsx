import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Markdown } from './markdown.tsx'

const html = (text: string) => render(<Markdown text={text} />)

test('headings stand below the title of the page', () => {
  expect(html('# Một\n\n## Hai\n\n### Ba')).toBe(
    '<h2 class="govuk-heading-m">Một</h2><h2 class="govuk-heading-m">Hai</h2><h3 class="govuk-heading-s">Ba</h3>',
  )
})

test('lists, numbers, quotations and emphasis are what they look like', () => {
  expect(html('- a\n- **b**')).toBe(
    '<ul class="govuk-list govuk-list--bullet"><li>a</li><li><strong>b</strong></li></ul>',
  )
  expect(html('3. ba\n4. bốn')).toContain('<ol class="govuk-list govuk-list--number" start="3"><li>ba</li>')
  expect(html('> lời *nhắc*')).toBe('<div class="govuk-inset-text"><p>lời <em>nhắc</em></p></div>')
})

test.each([
  ['<script>alert(1)</script>', '<script'],
  ['a <img src=x onerror=alert(1)> b', '<img'],
  ['<a href="javascript:alert(1)">x</a>', '<a'],
  ['[x](javascript:alert(1))', 'href'],
  ['[x](data:text/html,<b>)', 'href'],
  ['[x](//other.example)', 'href'],
  ['[x](JAVASCRIPT:alert(1))', 'href'],
  ['<javascript:alert(1)>', 'href'],
  ['![x](https://other.example/x.png)', '<img'],
  ['[x][y]\n\n[y]: javascript:alert(1)', 'href'],
])('%s makes nothing that runs or is fetched', (text, never) => {
  expect(html(text)).not.toContain(never)
})

test('a link leads to the web, to a telephone, or to a page of the register', () => {
  expect(html('[x](https://a.example/?b=1&c=2)')).toContain('href="https://a.example/?b=1&amp;c=2"')
  expect(html('[x](/help)')).toContain('<a class="govuk-link" href="/help">x</a>')
  expect(html('[x](tel:113)')).toContain('href="tel:113"')
})

test('what people type stands there as they typed it', () => {
  expect(html('1 < 2 & 3 > 2')).toBe('<p>1 &lt; 2 &amp; 3 > 2</p>')
  expect(html('a &amp; b')).toBe('<p>a &amp; b</p>')
  expect(html('| a |\n|---|\n| b |')).toContain('| a |')
})
