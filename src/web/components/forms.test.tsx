import { renderToString as html } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Checkboxes, ErrorSummary, errorFor, Form, Radios, Select, TextArea, TextField } from './index.ts'

const lang = 'vi'
const items = [
  { value: 'no', text: 'Không' },
  { value: 'yes', text: 'Có' },
]

test('each line of the error summary leads to the field it is about', () => {
  const errors = [
    { field: 'address', message: 'Thiếu địa chỉ' },
    { field: 'share', message: 'Chọn một' },
  ]
  const page = html(
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <TextField lang={lang} name="address" label="Địa chỉ" error={errorFor(errors, 'address')} />
      <Radios lang={lang} name="share" legend="Ai" items={items} error={errorFor(errors, 'share')} />
    </>,
  )
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
  expect(targets).toEqual(['address', 'share'])
  for (const id of targets) expect(page).toMatch(new RegExp(`<input[^>]* id="${id}"`))
})

test('the error summary takes the focus without script, and is absent without errors', () => {
  expect(html(<ErrorSummary lang={lang} errors={[{ field: 'a', message: 'm' }]} />)).toContain(
    'tabindex="-1" autofocus',
  )
  expect(html(<ErrorSummary lang={lang} errors={[]} />)).toBe('')
})

test('a field is described by its hint and its error, in this order', () => {
  const field = html(<TextField lang={lang} name="address" label="Địa chỉ" hint="Dán" error="Thiếu" />)
  expect(field).toContain('aria-describedby="address-hint address-error"')
  expect(field).toContain('id="address-hint"')
  expect(field).toContain('id="address-error"')
  expect(html(<TextField lang={lang} name="address" label="Địa chỉ" />)).not.toContain('aria-describedby')
})

test('what was typed or chosen stays', () => {
  expect(html(<TextField lang={lang} name="a" label="A" value={'"<&'} error="Sai" />)).toContain(
    'value="&quot;&lt;&amp;"',
  )
  expect(html(<TextArea lang={lang} name="a" label="A" value="</textarea>" />)).toContain('>&lt;/textarea></textarea>')
  expect(html(<Select lang={lang} name="a" label="A" options={items} value="yes" />)).toContain('value="yes" selected')
  expect(html(<Radios lang={lang} name="a" legend="A" items={items} value="yes" />)).toMatch(/value="yes" checked/)
  expect(html(<Checkboxes lang={lang} name="a" legend="A" items={items} values={['no']} />)).toMatch(
    /value="no" checked/,
  )
})

test('nothing is chosen beforehand', () => {
  expect(html(<Radios lang={lang} name="a" legend="A" items={items} />)).not.toContain('checked')
  expect(html(<Select lang={lang} name="a" label="A" options={items} empty />)).toMatch(/<option value(="")? selected/)
})

test('a form is posted and left to the server to check; an undefined hidden value is not sent', () => {
  const form = html(<Form action="/declarations" hidden={{ step: '2', draft: undefined }} children="" />)
  expect(form).toContain('<form action="/declarations" method="post" novalidate>')
  expect(form).toContain('<input type="hidden" name="step" value="2"/>')
  expect(form).not.toContain('draft')
})

test('an address field offers neither spelling nor capitals', () => {
  const field = html(<TextField lang={lang} name="a" label="A" code />)
  expect(field).toContain('autocapitalize="none" spellcheck="false"')
})
