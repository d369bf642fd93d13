// Writes suffixes.ts from the list that tldts carries: `node src/addresses/make-suffixes.ts`, after tldts was renewed.
// The browser needs the ICANN part alone, in half the size.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

type Trie = {
  nodeFlags: Uint8Array
  edgeStart: Uint16Array
  edgeLength: Uint8Array
  edgeChild: Uint16Array
  labelText: string
  rulesRoot: number
  exceptionsRoot: number
}
const trie: Trie = createRequire(import.meta.url)('tldts/dist/cjs/src/data/trie.js')
const icann = 1

const labels: string[] = []
let offset = 0
for (const length of trie.edgeLength) {
  labels.push(trie.labelText.slice(offset, offset + length))
  offset += length
}

function* rulesUnder(node: number, ending: string): Generator<string> {
  for (let edge = trie.edgeStart[node] ?? 0; edge < (trie.edgeStart[node + 1] ?? 0); edge++) {
    const name = ending ? `${labels[edge]}.${ending}` : (labels[edge] ?? '')
    const child = trie.edgeChild[edge] ?? 0
    if (((trie.nodeFlags[child] ?? 0) & icann) !== 0) yield name
    yield* rulesUnder(child, name)
  }
}

const isAscii = (text: string) => /^[\x21-\x7e]+$/.test(text)

/**
 * `vn:ac,ai,…` under each last label the rest of its rules, first `-` where the label alone is no rule.
 * A host is compared in ASCII, its last label also as it is typed.
 */
export function suffixTable(): string {
  const byLast = new Map<string, string[]>()
  const rules = [
    ...rulesUnder(trie.rulesRoot, ''),
    ...[...rulesUnder(trie.exceptionsRoot, '')].map((exception) => `!${exception}`),
  ]
  for (const rule of rules.sort()) {
    const dot = rule.lastIndexOf('.')
    const last = rule.slice(dot + 1)
    const rest = byLast.get(last) ?? []
    if (dot > 0 && isAscii(rule)) rest.push(rule.slice(0, dot))
    byLast.set(last, rest)
  }
  const all = new Set(rules)
  for (const [last, rest] of byLast) if (!all.has(last)) rest.unshift('-')
  const lines = [...byLast].map(([last, rest]) => (rest.length > 0 ? `${last}:${rest.join()}` : last))
  return lines.sort().join(' ')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const head = `// Made by make-suffixes.ts: the ICANN part of the Public Suffix List (publicsuffix.org, MPL 2.0), as tldts carries it.\n`
  writeFileSync(new URL('suffixes.ts', import.meta.url), `${head}export const suffixes =\n  '${suffixTable()}'\n`)
}
