import { expect, test } from 'vitest'
import { codesIn } from '../../token.ts'
import { textOf } from './html-text.ts'

const code = 'CD-7K4M-9QXZ'
const codes = (html: string) => codesIn(textOf(html))

test.each([
  code,
  `<p>${code}</p>`,
  `<p>Tôi là Lan. ${code}</p><p>Hà Nội</p>`,
  `<p>Lan<br>${code}<br/>Hà Nội</p>`,
  `<span>${code}</span>`,
  `<a href="https://lan.vn/" rel="me">${code}</a>`,
  `<p>Lan</p><p>${code}</p><p>Hà Nội</p>`,
  `<b>CD</b>-7K4M-<i>9QXZ</i>`,
  `Lan&nbsp;${code}&nbsp;Lan`,
  `&quot;${code}&quot;`,
  `1 < 2, ${code}`,
  `Lan &amp; Minh ${code}`,
  `CD&#45;7K4M&#x2d;9QXZ`,
])('in %s the code is read', (html) => {
  expect(codes(html)).toEqual([code])
})

test.each([
  `<a href="${code}">Lan</a>`,
  `<a title='x>${code}<'>Lan</a>`,
  `<a title="> ${code} ">Lan</a>`,
  `<img alt="${code}">`,
  `<!-- ${code} -->`,
  `<!-- > --!><!--> <!-- ${code} -->`,
  `<?php ${code} ?>`,
  `<!doctype ${code}>`,
  `<![CDATA[ ${code} ]]>`,
  `</p ${code}>`,
  `<p ${code}`,
  `<script>${code}</script>`,
  `<style>${code}</style>`,
  `<template><template></template>${code}</template>`,
  `CD-7K4M<-9QXZ`,
  `<noscript><p title="</noscript>${code}">`,
  `<svg><title><!--</title>${code}--></svg>`,
  `<textarea><!--</textarea>${code}-->`,
  `x<b>${code}</b>`,
  `<b>${code}</b>x`,
  `&eacute;${code}`,
  `&#120;${code}`,
  `${code}&#x1EBF;`,
])('in %s no code is read', (html) => {
  expect(codes(html)).toEqual([])
})

test('a text of a quarter of a megabyte takes no long time, however it is made', () => {
  for (const piece of ['<', '<a ', '<a b="', '<!--', '&', '&#', '<p>', '</', 'CD-7K4M-', '<a b=c '])
    for (const end of ['', '>', '"', '-->']) {
      const began = performance.now()
      codes(piece.repeat(Math.ceil(262_144 / piece.length)) + end)
      expect(performance.now() - began, piece + end).toBeLessThan(500)
    }
})
