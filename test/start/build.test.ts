import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../src/db/embedded/run.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { needsBuild } = createRequire(import.meta.url)('../../bin/steps/build.cjs')

/** A project with the register's assets and a program of one line. */
const project = mkdtempSync(join(tmpdir(), 'chinhdanh-build-'))
const program = join(project, 'src/cli/main.ts')

beforeAll(async () => {
  for (const part of ['bin', 'scripts', 'src', 'package-lock.json', 'package.json']) // islands reach into other folders
    cpSync(join(root, part), join(project, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
  mkdirSync(join(project, 'src/cli'), { recursive: true })
  writeFileSync(program, "const said: string = 'built'\nconsole.log(said)\n")
  expect(await run(process.execPath, [join(project, 'scripts/build.mjs')])).toMatchObject({ code: 0 })
})

afterAll(() => rmSync(project, { recursive: true }))

test('the stylesheet names only files that are there, and every file is in the manifest', () => {
  const assets = join(project, 'dist/assets')
  const manifest = JSON.parse(readFileSync(join(assets, 'manifest.json'), 'utf8')) as Record<string, string>
  const files = readdirSync(assets).filter((name) => name !== 'manifest.json')
  expect(Object.values(manifest).sort()).toEqual(files.sort())
  const css = readFileSync(join(assets, manifest['chinhdanh.css'] as string), 'utf8')
  const named = [...css.matchAll(/url\(([^#)][^)]*)\)/g)].map(([, name]) => name as string)
  expect(named.length).toBeGreaterThan(0)
  for (const name of named) expect(statSync(join(assets, name)).isFile()).toBe(true)
})

test('the program runs under Node', async () => {
  expect(await run(process.execPath, [join(project, 'dist/chinhdanh.js')])).toEqual({ code: 0, output: 'built\n' })
})

test('sources with other times but the same contents are not built again; a changed or new one is', () => {
  expect(needsBuild(project)).toBe(false)
  utimesSync(program, 1, 1)
  expect(needsBuild(project)).toBe(false)
  writeFileSync(join(project, 'src/cli/main.test.ts'), 'a test is not built')
  expect(needsBuild(project)).toBe(false)
  appendFileSync(program, '// changed\n')
  expect(needsBuild(project)).toBe(true)
})

test('a build that did not end is begun again', () => {
  rmSync(join(project, 'dist/.built'))
  expect(needsBuild(project)).toBe(true)
})
