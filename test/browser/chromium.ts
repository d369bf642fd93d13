import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LaunchOptions } from '@playwright/test'
import brought, { inflate } from '@sparticuz/chromium'

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url))
const packed = join(packages, '@sparticuz/chromium')
const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string }
const unpacked = join(packages, '.cache', `chromium-${version}`)

/** The machine's Chromium: the one that `CHROMIUM` names, else Debian's. Without one, the Chromium that npm brought is unpacked. */
const machines = process.env.CHROMIUM || (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined)

export function launchOptions(): LaunchOptions {
  if (machines) return { executablePath: machines, chromiumSandbox: process.getuid?.() !== 0 }
  return { executablePath: join(unpacked, 'chromium'), args: brought.args.filter(isHarmless), env: environment() }
}

/** It is made for one page in one process, and for pages of any origin; the register's pages rely on origins. */
const isHarmless = (arg: string) =>
  !/^--(single-process|disable-web-security|allow-running-insecure-content|headless)/.test(arg)

/** Its own libnss3, libnspr4 and libexpat, and a typeface where the machine has none. */
function environment(): NodeJS.ProcessEnv {
  const libraries = [join(unpacked, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  const fonts = existsSync('/etc/fonts/fonts.conf') ? process.env.FONTCONFIG_PATH : join(unpacked, 'fonts')
  return { ...process.env, FONTCONFIG_PATH: fonts, LD_LIBRARY_PATH: libraries }
}

/** Playwright's global set-up: unpacks once, before the workers start. The folder gets its name when it is whole. */
export default async function unpack(): Promise<void> {
  if (machines || existsSync(unpacked)) return
  mkdirSync(dirname(unpacked), { recursive: true })
  const growing = mkdtempSync(`${unpacked}-`)
  await unpackInto(growing)
  chmodSync(growing, 0o755)
  chmodSync(join(growing, 'chromium'), 0o755)
  try {
    renameSync(growing, unpacked)
  } catch {
    rmSync(growing, { recursive: true }) // another run was quicker
  }
}

/** The package unpacks to the temporary folder, wherever that is. */
async function unpackInto(folder: string): Promise<void> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    for (const part of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
      await inflate(join(packed, 'bin', part))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
