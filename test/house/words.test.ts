import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const src = resolve(import.meta.dirname, '../../src')
const files = globSync('**/*words.ts', { cwd: src }).filter((file) => file !== 'web/words.ts')

describe.each(files)('%s', (file) => {
  test('says everything in both languages, with the same phrases', async () => {
    const exported = Object.values(await import(resolve(src, file))).filter(isWords)
    expect(exported.length, 'export the words with bothLanguages').toBeGreaterThan(0)
    for (const { vi, en } of exported) {
      expect(Object.keys(vi)).toEqual(Object.keys(en))
      for (const [name, said] of Object.entries(vi)) {
        const other = en[name]
        expect(typeof other, name).toBe(typeof said)
        if (typeof said === 'string')
          expect([name, said.trim() !== '', String(other).trim() !== '']).toEqual([name, true, true])
      }
    }
  })

  test('keeps the tone: no exclamation marks, no decomposed letters', async () => {
    for (const words of Object.values(await import(resolve(src, file))).filter(isWords)) {
      for (const [name, said] of [...Object.entries(words.vi), ...Object.entries(words.en)]) {
        if (typeof said !== 'string') continue
        expect(said, `${name}: no exclamation marks`).not.toMatch(/!/)
        expect(said, `${name}: write it in NFC`).toBe(said.normalize('NFC'))
      }
    }
  })
})

type Dictionary = Record<string, unknown>
function isWords(value: unknown): value is { vi: Dictionary; en: Dictionary } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'vi' in value &&
    'en' in value &&
    typeof (value as { vi: unknown }).vi === 'object'
  )
}
