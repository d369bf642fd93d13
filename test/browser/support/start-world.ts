import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import unpack from '../chromium.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Playwright's global set-up: unpacks the browser, bundles and starts the world, and tells the workers where it is. */
export default async function startWorld(): Promise<() => Promise<void>> {
  await unpack()
  const outfile = join(root, 'dist/test/world.js')
  await build({
    entryPoints: [join(root, 'test/browser/support/world.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  })
  const child = spawn(process.execPath, ['--enable-source-maps', outfile], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  process.env.CHINHDANH_TEST_WORLD = await firstLine(child)
  return async () => {
    const ended = once(child, 'exit')
    child.stdin?.end()
    await ended
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) return line
  throw new Error('the world of the browser tests did not start')
}
