import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { remade, settingsIn } from './tests/docs.ts'

const path = fileURLToPath(new URL('../../docs/proofs.md', import.meta.url))
const page = await readFile(path, 'utf8')

test('docs/proofs.md says what the code does (it is rewritten by: vitest run src/proofs/docs.test.ts -u)', async () => {
  await expect(remade(page)).toMatchFileSnapshot(path)
})

test('the settings file that docs/proofs.md shows is one that the register takes', () => {
  expect(settingsIn(page).sign_in.map(({ kind }) => kind)).toEqual(['github', 'google', 'mastodon', 'openid'])
})

test('a page without a place for a part is no page', () => {
  expect(() => remade(page.replace('from the code: figures', 'figures'))).toThrow('no place for: figures')
})
