// Builds dist/: the program, and the assets under names that carry a hash of their content, so that a browser may keep
// them for a year. `manifest.json` maps each plain name to the hashed one.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compile } from 'sass'
import { markBuild } from '../bin/steps/build.cjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const assets = join(root, 'src/web/assets')
const islands = join(root, 'src/web/islands')
const out = join(root, 'dist/assets')
const browsers = ['chrome90', 'firefox90', 'safari14.1']

const fontFolders = ['@fontsource/be-vietnam-pro/files', '@fontsource/inter/files'].map((folder) =>
  join(root, 'node_modules', folder),
)

/** @type {Record<string, string>} */
const manifest = {}

/** `url(NAME.woff2)` in the stylesheet names a file of the typeface packages. @type {import('esbuild').Plugin} */
const hashedFonts = {
  name: 'hashed fonts',
  setup({ onResolve }) {
    onResolve({ filter: /\.woff2$/ }, ({ path }) => ({
      path: keep(basename(path), fontFile(basename(path))),
      external: true,
    }))
  },
}

const markAsBuilt = markBuild(root)
await Promise.all([buildIslands(), buildStyles()])
keepPictures()
writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest, Object.keys(manifest).sort(), 2))
removeFormer()
await buildProgram()
markAsBuilt()

async function buildProgram() {
  await build({
    entryPoints: [join(root, 'src/cli/main.ts')],
    outfile: join(root, 'dist/chinhdanh.js'),
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
}

async function buildIslands() {
  const entryPoints = readdirSync(islands)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(islands, name))
  const { outputFiles } = await build({
    entryPoints,
    outdir: out,
    bundle: true,
    write: false,
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    minify: true,
    target: browsers,
    logLevel: 'warning',
  })
  const own = new Set(entryPoints.map((path) => basename(path, '.ts')))
  for (const { path, contents } of outputFiles) {
    if (own.has(basename(path, '.js')) && !path.endsWith('-worker.js')) keep(basename(path), contents)
    else keepAsNamed(basename(path), contents)
  }
}

/** What an island fetches later has its hash already: the island names it. A service worker keeps its name: the browser asks for it again by that name,
 *  past every cache. @param {string} name @param {Uint8Array} contents */
function keepAsNamed(name, contents) {
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, name), contents)
  manifest[name] = name
}

/** One stylesheet: govuk-frontend in our colours first, then what the register adds. */
async function buildStyles() {
  const base = compile(join(assets, 'base.scss'), { loadPaths: [join(root, 'node_modules')], quietDeps: true })
  const { outputFiles } = await build({
    stdin: {
      contents: `${base.css}\n${readFileSync(join(assets, 'chinhdanh.css'), 'utf8')}`,
      loader: 'css',
      resolveDir: assets,
    },
    bundle: true,
    write: false,
    minify: true,
    target: browsers,
    plugins: [hashedFonts],
    logLevel: 'warning',
  })
  for (const file of outputFiles) keep('chinhdanh.css', file.contents)
}

/** @param {string} name */
function fontFile(name) {
  const file = fontFolders.map((folder) => join(folder, name)).find(existsSync)
  if (!file) throw new Error(`no typeface package has ${name}`)
  return readFileSync(file)
}

function keepPictures() {
  for (const name of readdirSync(assets)) if (name.endsWith('.svg')) keep(name, readFileSync(join(assets, name)))
}

/** @param {string} name @param {Uint8Array} contents */
function keep(name, contents) {
  const hash = createHash('sha256').update(contents).digest('base64url').replaceAll(/[-_]/g, '').slice(0, 10)
  const hashed = name.replace(/\.(\w+)$/, `-${hash}.$1`)
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, hashed), contents)
  manifest[name] = hashed
  return hashed
}

function removeFormer() {
  const wanted = new Set(['manifest.json', ...Object.values(manifest)])
  for (const name of readdirSync(out)) if (!wanted.has(name)) rmSync(join(out, name))
}
