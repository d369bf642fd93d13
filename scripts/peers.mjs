// Installs the real servers of others that tests run against: each folder below test/peers with a lockfile of its own. What is there already is left alone.
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.mjs'

const { needsInstall, npm } = createRequire(import.meta.url)('../bin/steps/install.cjs')
const peers = fileURLToPath(new URL('../test/peers', import.meta.url))

/** No script of theirs runs. @returns {Promise<boolean>} */
export async function installPeers() {
  const folders = readdirSync(peers)
    .map((name) => join(peers, name))
    .filter((folder) => existsSync(join(folder, 'package-lock.json')))
  for (const folder of folders.filter((folder) => needsInstall(folder, true))) {
    const [program, first] = npm()
    const args = [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder]
    if ((await run(program, args)) !== 0) return false
  }
  return true
}
