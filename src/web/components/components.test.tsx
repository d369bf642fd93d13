import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { renderToString } from 'preact-render-to-string'
import { compile } from 'sass'
import { describe, expect, test } from 'vitest'
import { languages } from '../words.ts'
import { answerWords } from './answer-words.ts'
import * as components from './index.ts'
import { specimens } from './specimens.tsx'
import { words } from './words.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const stylesheet = `${compile(here('../assets/base.scss'), { loadPaths: [here('../../../node_modules')], quietDeps: true, style: 'compressed' }).css}${readFileSync(here('../assets/chinhdanh.css'), 'utf8')}`
const rendered = languages.flatMap((lang) =>
  Object.entries(specimens(lang)).map(([name, specimen]) => [`${name} (${lang})`, renderToString(specimen)] as const),
)
const known = new Set([...stylesheet.matchAll(/\.((?:[\w-]|\\!)+)/g)].map((match) => match[1]?.replace('\\', '')))
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '')

test('every component has a specimen that these tests look at', () => {
  const shown = Object.keys(specimens('vi'))
  const made = Object.entries(components).flatMap(([name, it]) =>
    typeof it === 'function' && /^[A-Z]/.test(name) ? [name] : [],
  )
  expect(
    made.filter((name) => !shown.includes(name)),
    'add one to specimens.tsx',
  ).toEqual([])
})

describe.each(rendered)('%s', (_, html) => {
  test('has no inline style, no handler and no script of its own', () => {
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|javascript:|<style|<script(?![^>]* src=)/i)
  })

  test('wears only classes that the stylesheet knows', () => {
    const worn = new Set(all(html, /\sclass="([^"]*)"/g).flatMap((names) => names.split(' ')))
    const unknown = [...worn].filter((name) => !known.has(name) && !plain.has(name))
    expect(unknown).toEqual([])
  })

  test('gives each id once, and points only at ids that are there', () => {
    const ids = all(html, /\sid="([^"]*)"/g)
    const pointedAt = all(html, /\s(?:for|aria-describedby|aria-labelledby|data-copies)="([^"]*)"/g).flatMap((at) =>
      at.split(' '),
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(pointedAt.filter((id) => !ids.includes(id))).toEqual([])
  })
})

/** Looks like its neighbours until someone wants otherwise. */
const plain = new Set([
  'cd-answer--confirmed',
  'cd-answer--unconfirmed',
  'cd-answer--suspended',
  'cd-answer--closed',
  'govuk-radios',
  'govuk-checkboxes',
])

test('the stylesheet is small enough for a slow line: at most 20 KB compressed', () => {
  expect(gzipSync(stylesheet).length).toBeLessThan(20 * 1024)
})

test('every word is said in both languages, without an exclamation mark', () => {
  const said = [words, answerWords].flatMap((each) => languages.flatMap((lang) => Object.entries(each[lang])))
  for (const [key, saying] of said) {
    const text = typeof saying === 'function' ? (saying as (given: string) => string)('x') : saying
    expect(text.trim(), key).not.toBe('')
    expect(text, key).not.toContain('!')
  }
})
