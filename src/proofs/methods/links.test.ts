import { expect, test } from 'vitest'
import { readLinks } from './links.ts'

const link = '<a rel="me" href="HERE">x</a>'
const finds = (html: string) => readLinks(html).links.some(({ rel, href }) => rel.includes('me') && href === 'HERE')

test.each([
  link,
  `<!doctype html><html><head><title>x</title></head><body><p>${link}`,
  '<link rel="me" href="HERE">',
  '<head><link rel=me href=HERE></head>',
  '<A REL="Me" HREF="HERE">',
  '<a rel="nofollow\tME\nnoopener" href=HERE>',
  "<a href='HERE' class=x rel='me'>",
  '<a rel="me" rel="nofollow" href="HERE" href="there">',
  `<body><div><article><ul><li>${link}`,
  `a < b & c ${link}`,
  `<svg class="i"><path d="M1 1"/></svg>${link}`,
  `<svg/>${link}`,
  `<svg><title>GitHub</title><style>a{b:c}</style><style><![CDATA[ a > b ]]></style></svg>${link}`,
  `<svg><![CDATA[ a ]]></svg>${link}`,
  `<math><mi>x</mi></math>${link}`,
  `<script>var a = "<a"; </script><style>a > b {}</style>${link}`,
  `<script type="application/ld+json">{"a": "</b>"}</script>${link}`,
  `<select><option>x</option></select>${link}`,
  `<template><p>x</template>${link}`,
  `<textarea>${'</'}textarea>${link}`,
  `<!-- a -->${link}<!-- b -->`,
  `<table><tr><td>${link}`,
  `</p></div></template></svg>${link}`,
  `<![CDATA[ x >${link}`,
])('a browser finds the link: %s', (html) => {
  expect(finds(html)).toBe(true)
})

test.each([
  `<!-- ${link} -->`,
  `<!-- ${link}`,
  `<!--> <!-- > ${link} -->`,
  `<script>var a = '${link}'</script>`,
  `<script><!-- <script> </script> ${link}`,
  `<script type="text/template">${link}</script>`,
  `<style>/* ${link} */</style>`,
  `<title>${link}</title>`,
  `<textarea>${link}</textarea>`,
  `<noscript>${link}</noscript>`,
  `<iframe>${link}</iframe>`,
  `<noembed>${link}</noembed>`,
  `<noframes>${link}</noframes>`,
  `<xmp>${link}</xmp>`,
  `<plaintext>${link}`,
  `<template>${link}</template>`,
  `<template><template></template>${link}</template>`,
  `<template><svg></template>${link}`,
  `<template><svg></template></template>${link}`,
  `<select><option>${link}</option></select>`,
  `<svg>${link}</svg>`,
  `<svg><svg></svg>${link}</svg>`,
  `<math>${link}</math>`,
  `<frameset>${link}`,
  `<a title='${link}'>`,
  `<img alt="${link.replaceAll('"', "'")}">`,
  `<p data-x='${link}'>`,
  '<a rel="me" data-href="HERE">',
  '<a data-rel="me" href="HERE">',
  '<a rel="home-me" href="HERE">',
  '<a rel="m&#101;" href="HERE">',
  '<a rel="nofollow" rel="me" href="HERE">',
  '<a rel="me" href="x" href="HERE">',
  '<area rel="me" href="HERE">',
  '<abbr rel="me" href="HERE">',
  '<a rel="me" href="HERE"',
  '&lt;a rel="me" href="HERE"&gt;',
  '< a rel="me" href="HERE">',
  '</a rel="me" href="HERE">',
  // Where the two ways of reading part, it is the one that sees less.
  `<svg><style><!-- </style></svg>${link} -->`,
  `<svg><title><!-- </title></svg>${link} -->`,
  `<svg><style/><!-- </style></svg>${link} -->`,
  `<![CDATA[ > <!-- ]]> ${link} -->`,
  `<svg><![CDATA[ > <!-- ]]></svg>${link}`,
  `<svg><desc><![CDATA[ > <!-- ]]></desc></svg> ${link} -->`,
  `<svg a=b/>${link}`,
  '',
])('nobody may take this for a link of the page: %s', (html) => {
  expect(finds(html)).toBe(false)
})

test('the first base counts, wherever it stands, and none in a drawing, a template or a comment', () => {
  expect(readLinks('<a href=x><base target=y><base href="/a/"><base href="/b/">').base).toBe('/a/')
  expect(readLinks('<!--<base href=1>--><svg><base href=2></svg><template><base href=3></template>').base).toBe(
    undefined,
  )
})

test.each([
  ['<', 1],
  ['<a', 2],
  ['<a href="', 9],
  ['<svg>', 5],
  ['</svg>', 6],
  ['<template>', 10],
  ['<svg><title>x</title>', 21],
  ['<svg><style><![CDATA[', 21],
  ['<![CDATA[', 9],
  ['<!--', 4],
  ['<script><!--', 12],
  ['<title>', 7],
  ['<a rel=me href=x>', 17],
  ['<a b c d e f g h ', 17],
])('a megabyte of %s is read in no time', (piece, length) => {
  const begun = performance.now()
  readLinks(piece.repeat(Math.floor(1_048_576 / length)))
  expect(performance.now() - begun).toBeLessThan(1_500)
})
