// `npm run bench -- NAME [--size full]` runs bench/NAME.ts, which prints one JSON line a row; without NAME it runs all.
// NAME may be one row: `addresses.stream` runs bench/addresses.ts for that row.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const known = namesIn(join(root, 'bench'))
const { values, positionals } = readArgs()
const wanted = positionals.length > 0 ? positionals : known

for (const name of wanted)
  if (!known.includes(fileOf(name)))
    misused(`There is no bench called ${name}. There are: ${known.join(', ') || 'none yet'}.`)
try {
  for (const name of wanted) await runBench(fileOf(name), name.includes('.') ? name : undefined)
} catch (error) {
  console.error(error)
  process.exitCode = 3
}

function readArgs() {
  try {
    return parseArgs({ allowPositionals: true, options: { size: { type: 'string', default: 'tenth' } } })
  } catch (error) {
    return misused(String(error instanceof Error ? error.message : error))
  }
}

/** @param {string} file @param {string | undefined} only */
async function runBench(file, only) {
  const outfile = join(root, 'dist/bench', `${file}.js`)
  const entryPoints = [join(root, 'bench', `${file}.ts`)]
  const forNode = /** @type {const} */ ({ platform: 'node', target: 'node24', format: 'esm', packages: 'external' })
  await build({
    entryPoints,
    outfile,
    bundle: true,
    ...forNode,
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  const { default: bench } = await import(pathToFileURL(outfile).href)
  await bench({ only, size: values.size })
}

/** @param {string} name */
function fileOf(name) {
  return name.split('.')[0] ?? name
}

/** @param {string} folder */
function namesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -3))
    .sort()
}

/** @param {string} text @returns {never} */
function misused(text) {
  console.error(text)
  process.exit(2)
}
