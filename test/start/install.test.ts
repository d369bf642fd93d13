import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const { needsInstall } = createRequire(import.meta.url)('../../bin/steps/install.cjs')

type Packages = Record<string, { version: string; integrity?: string; dev?: true; optional?: true }>

const whole = {
  'node_modules/pg': { version: '8.0.0', integrity: 'sha512-a' },
  'node_modules/vitest': { version: '5.0.0', integrity: 'sha512-b', dev: true },
  'node_modules/of-another-machine': { version: '1.0.0', integrity: 'sha512-c', optional: true },
  'node_modules/for-tests-on-another-machine': { version: '1.0.0', integrity: 'sha512-d', dev: true, optional: true },
} satisfies Packages
const { 'node_modules/pg': program, 'node_modules/vitest': runner } = whole
const here = { 'node_modules/pg': program, 'node_modules/vitest': runner }

test('what npm put here from this lockfile is enough, without the packages of other machines', () => {
  expect(needsInstall(project(here), false)).toBe(false)
  expect(needsInstall(project(here), true)).toBe(false)
})

test('an install that was interrupted, or never begun, is done', () => {
  expect(needsInstall(project(undefined), false)).toBe(true)
})

test('another version, or the same with other contents, is installed anew', () => {
  expect(needsInstall(project({ ...here, 'node_modules/pg': { ...program, version: '7.0.0' } }), false)).toBe(true)
  expect(needsInstall(project({ ...here, 'node_modules/pg': { ...program, integrity: 'sha512-z' } }), false)).toBe(true)
})

test('the packages for tests are needed by the tests only', () => {
  const forServing = { 'node_modules/pg': program }
  expect(needsInstall(project(forServing), false)).toBe(false)
  expect(needsInstall(project(forServing), true)).toBe(true)
})

test('a package that is left over does no harm', () => {
  expect(needsInstall(project({ ...here, 'node_modules/former': { version: '1.0.0' } }), false)).toBe(false)
})

/** A project whose lockfile names `whole` and whose node_modules holds `installed`, as npm notes it. */
function project(installed: Packages | undefined): string {
  const root = mkdtempSync(join(tmpdir(), 'chinhdanh-install-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'node_modules'))
  const lockfile = { packages: { '': { version: '0.0.1' }, ...whole } }
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lockfile))
  if (installed)
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }))
  return root
}
