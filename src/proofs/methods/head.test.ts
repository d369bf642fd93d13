import { expect, test } from 'vitest'
import { readHead } from './head.ts'

const tag = '<meta name="so-site-verification" content="TOKEN">'
const read = (html: string) => readHead(html, 'so-site-verification')
const finds = (html: string) => read(html).contents.includes('TOKEN')

test.each([
  `<!doctype html><html><head><title>x</title>${tag}</head><body>`,
  `<!doctype html>\n<title>x</title>\n${tag}\n<p>x`,
  `${tag}`,
  `<head>${tag}`,
  `<HEAD><META NAME="So-Site-Verification" CONTENT="TOKEN">`,
  `<meta content="TOKEN" name="so-site-verification">`,
  `<meta content='TOKEN' name='so-site-verification' />`,
  `<meta name=so-site-verification content=TOKEN>`,
  `<meta name=so-site-verification content=TOKEN/>`.replace('/>', ' />'),
  `<meta\n\tname = "so-site-verification"\r\n content\n=\n" TOKEN "\n>`,
  `<meta name="so-site-verification" content="TOKEN" content="other">`,
  `<meta data-a="1>2" name="so-site-verification" content="TOKEN">`,
  `<!-- a --><!-->${tag}`,
  `<!--->${tag}`,
  `<!-- a --!>${tag}`,
  `<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="x"><head>${tag}`,
  `<script>if (a < b) { "</scr" + "ipt>" }</script><style>a > b {}</style>${tag}`,
  `<script><!-- x --></script>${tag}`,
  `<script><!--></script>${tag}`,
  `<script><!-- <script> </script> --></script>${tag}`,
  `<noscript><link></noscript><template><p>x</template>${tag}`,
  `<link rel=x><base href=x>${tag}`,
  `<title>a <b> & c</title>${tag}`,
  `</p><head></link>${tag}`,
])('a browser puts the tag into the head: %s', (html) => {
  expect(finds(html)).toBe(true)
})

test.each([
  `<head><!-- ${tag} --></head>`,
  `<head><!-- ${tag}`,
  `<head><!--> --${'>'.slice(1)} <!-- > ${tag} -->`,
  `<head><script>var a = '${tag}'</script></head>`,
  `<head><script>var a = "<!--<script>"; b = "</script>${tag}"; --></script></head>`,
  `<head><script>${tag}`,
  `<head><script type="application/json">{"a":"</script x${tag}`,
  `<head><style>/* ${tag} */</style>`,
  `<head><title>${tag}</title>`,
  `<head><title></titles>${tag}</title>`,
  `<head><textarea>${tag}</textarea>`,
  `<head><noscript>${tag}</noscript>`,
  `<head><noframes>${tag}</noframes>`,
  `<head><template>${tag}</template>`,
  `<head><template><template></template>${tag}</template>`,
  `<head><template><svg><title><!-- </title></svg></template>${tag} -->`,
  `<head><svg>${tag}</svg>`,
  `<head><svg><metadata>${tag}</metadata></svg>`,
  `<head><math>${tag}</math>`,
  `<head><![CDATA[ > ${tag} ]]>`,
  `<head><link title='${tag}'>`,
  `<head><link title="${tag.replaceAll('"', "'")}">`,
  `<head></head>${tag}`,
  `<head></head><body>${tag}`,
  `<body>${tag}`,
  `<p>${tag}`,
  `<head>some text${tag}`,
  `<head>a < b${tag}`,
  `<head></body>${tag}`,
  `<head><iframe>${tag}</iframe>`,
  `<head><plaintext>${tag}`,
  `<head><xmp>${tag}</xmp>`,
  `<head><div>${tag}</div>`,
  `<head><frameset>${tag}`,
  `<metaname="so-site-verification" content="TOKEN">`,
  `<metadata name="so-site-verification" content="TOKEN">`,
  `<link name="so-site-verification" content="TOKEN">`,
  `<meta property="so-site-verification" content="TOKEN">`,
  `<meta name="so-site-verification2" content="TOKEN">`,
  `<meta name="x" name="so-site-verification" content="TOKEN">`,
  `<meta name="so-site-verification" content="x" content="TOKEN">`,
  `<meta name="so-site-verification" content="TOKEN"`,
  `<meta name="so-site-verification" content="TOKEN`,
  `<meta name="so-site-verification" content="TOKEN,TOKEN">`,
  `<meta name="so-site-verification" content="x TOKEN">`,
  `<?php ${'x'} ?${'>'}`.concat(' text ', tag),
  '',
])('no browser puts the tag into the head: %s', (html) => {
  expect(finds(html)).toBe(false)
})

test('it knows whether it saw the whole head', () => {
  expect(read('<head><title>x</title></head>').whole).toBe(true)
  expect(read('<head><title>x</title><p>').whole).toBe(true)
  for (const cut of [
    '<head>',
    '<head><title>x',
    '<head><!-- x',
    '<head><meta na',
    '<head><script><!-- <script> </script>',
    '<head><',
  ])
    expect(read(cut).whole).toBe(false)
})

test.each([
  '<',
  '<!--',
  '<a ',
  '<meta a="',
  "<meta a='",
  '<script><!--',
  '</',
  '<title>',
  '<template>',
  '<!',
  '<script></script ',
  '<meta a=b ',
  '=',
  '<meta =',
  '<noscript></noscrip',
])('a megabyte of %j is read in time that grows with its length only', (piece) => {
  const page = piece.repeat(Math.ceil((1024 * 1024) / piece.length))
  const started = performance.now()
  read(page)
  expect(performance.now() - started).toBeLessThan(1000)
})
