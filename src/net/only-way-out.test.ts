import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The source without its comments goes in; each way to the network that is not through src/net comes out. */
function waysOut(source: string): readonly string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<!:)\/\/.*$/gm, '')
  const imports = [...code.matchAll(/^\s*(?:import|export)\s([^'"]*?)from\s*['"]([^'"]+)['"]/gm)]
  const named = imports.flatMap(([, names = '', module = '']) =>
    reachesOut(names, module) ? [`${names.trim()} from ${module}`] : [],
  )
  const bare = [...code.matchAll(/(?:import|require)\s*\(?\s*['"]([^'"]+)['"]/g)].filter(([, module = '']) =>
    network.test(module),
  )
  const globals = code.match(
    /(?<![\w.$])fetch\s*\(|\b(?:globalThis|window|self)\.fetch\b|\bnew (?:WebSocket|EventSource)\b/g,
  )
  return [...named, ...bare.map(([text]) => text), ...(globals ?? [])]
}

const network = /^(?:node:)?(?:https?|http2|net|tls|dgram|dns(?:\/promises)?)$|^(?:undici|nodemailer)(?:\/|$)/
/** What only listens or only reads an address goes nowhere. */
const harmless = new Set(['createServer', 'isIP', 'isIPv4', 'isIPv6'])

function reachesOut(names: string, module: string): boolean {
  if (!network.test(module) || /^type\s/.test(names)) return false
  const list = /^\{([\s\S]*)\}\s*$/.exec(names.trim())?.[1]
  if (list === undefined) return true
  const taken = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
  return taken.some((name) => !harmless.has(name.split(/\s+as\s+/)[0] ?? ''))
}

test('nothing outside src/net goes out to the network', () => {
  const src = join(import.meta.dirname, '..')
  const files = globSync('**/*.{ts,tsx}', { cwd: src }).filter(
    (file) => !/^net\/|^web\/islands\/|\.test\.tsx?$/.test(file),
  )
  const found = files.flatMap((file) =>
    waysOut(readFileSync(join(src, file), 'utf8')).map((way) => `src/${file}: ${way}`),
  )
  expect(files.length).toBeGreaterThan(10)
  expect(found, 'ask src/net instead: `guardedClient` for addresses that people give, `resolvers` for names').toEqual(
    [],
  )
})

test.each([
  "import { request } from 'node:https'",
  "import http from 'node:http'",
  "import { createServer, get as read } from 'http'",
  "import * as net from 'node:net'",
  "import {\n  type Socket,\n  connect,\n} from 'node:tls'",
  "import { promises } from 'node:dns'",
  "import { lookup } from 'dns/promises'",
  "import { fetch } from 'undici'",
  "export { request } from 'undici'",
  "import 'undici'",
  "import { createTransport } from 'nodemailer'",
  "const { request } = await import('node:http')",
  "const dns = require('dns')",
  "const page = await fetch('https://lan.example')",
  'return globalThis.fetch(url)',
  'new WebSocket(url)',
])('the rule sees %j', (source) => {
  expect(waysOut(source)).toHaveLength(1)
})

test.each([
  "import { createServer, type Server } from 'node:http'",
  "import type { IncomingMessage } from 'node:http'",
  "import { isIP } from 'node:net'",
  "import { guardedClient } from '../net/index.ts'",
  'const got = await outside.net.fetch(url)',
  '// people may fetch(it) themselves',
  'function prefetch(list) {}',
])('the rule lets %j be', (source) => {
  expect(waysOut(source)).toEqual([])
})
