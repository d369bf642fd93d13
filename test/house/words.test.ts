import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const src = resolve(import.meta.dirname, '../../src')
const files = globSync('**/*words.ts', { cwd: src }).filter((file) => file !== 'web/words.ts' && holdsSayings(file))

/** A file that only picks among words of others says nothing of its own. */
function holdsSayings(file: string): boolean {
  return /\bvi:/.test(readFileSync(resolve(src, file), 'utf8'))
}

/** Everything said in a words file, as pairs: dictionaries by language, and things with both languages side by side, at any depth. */
function sayings(value: unknown, name: string): { name: string; vi: unknown; en: unknown }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('vi' in value && 'en' in value) return pairs(value.vi, value.en, name)
  return Object.entries(value).flatMap(([key, inner]) => sayings(inner, `${name}.${key}`))
}

function pairs(vi: unknown, en: unknown, name: string): { name: string; vi: unknown; en: unknown }[] {
  if (typeof vi !== 'object' || vi === null || typeof en !== 'object' || en === null) return [{ name, vi, en }]
  const keys = new Set([...Object.keys(vi), ...Object.keys(en)])
  return [...keys].flatMap((key) => pairs((vi as Dictionary)[key], (en as Dictionary)[key], `${name}.${key}`))
}
type Dictionary = Record<string, unknown>

describe.each(files)('%s', (file) => {
  const said = async () => sayings({ ...(await import(resolve(src, file))) }, '')

  test('says everything in both languages, with the same phrases', async () => {
    const all = await said()
    expect(all.length, 'export the words with bothLanguages').toBeGreaterThan(0)
    for (const { name, vi, en } of all) {
      expect([name, typeof vi, typeof en]).toEqual([name, typeof vi, typeof vi])
      expect([name, vi !== '', en !== '']).toEqual([name, true, true])
    }
  })

  test('keeps the tone: no exclamation marks, no decomposed letters', async () => {
    for (const { name, vi, en } of await said()) {
      for (const text of [vi, en].filter((one) => typeof one === 'string')) {
        expect(text, `${name}: no exclamation marks`).not.toMatch(/!/)
        expect(text, `${name}: write it in NFC`).toBe(text.normalize('NFC'))
      }
    }
  })
})
