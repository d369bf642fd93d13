'use strict'
const { createHash } = require('node:crypto')
const { readdirSync, readFileSync, statSync, writeFileSync } = require('node:fs')
const { join, relative } = require('node:path')
const { runQuietly } = require('./install.cjs')
const { say, stop } = require('./say.cjs')

/** The mark holds two hashes of what the build reads: sizes and times, which is quick to ask; and the contents, which decide
 *  when the times differ (a copy, another checkout of the same). */
const mark = (root) => join(root, 'dist', '.built')

function needsBuild(root) {
  const former = readMark(root)
  if (!former) return true
  const files = sourcesOf(root)
  return former.times !== timesOf(files) && former.contents !== contentsOf(root, files)
}

async function build(root, node, alsoHeldBy) {
  say('Building…')
  const code = await runQuietly(node, [join(root, 'scripts', 'build.mjs')], root, alsoHeldBy)
  if (code !== 0) stop(`The build did not succeed (${code}); its reason stands above.`)
}

/** Taken before the build reads its sources; the answer writes the mark when it is done. */
function markBuild(root) {
  const files = sourcesOf(root)
  const next = JSON.stringify({ times: timesOf(files), contents: contentsOf(root, files) })
  return () => writeFileSync(mark(root), next)
}

function readMark(root) {
  try {
    return JSON.parse(readFileSync(mark(root), 'utf8'))
  } catch {
    return undefined
  }
}

function sourcesOf(root) {
  const inSrc = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && /\.(ts|tsx|json|scss|css|svg)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  return [...inSrc.sort(), join(root, 'scripts', 'build.mjs'), join(root, 'package-lock.json')]
}

const timesOf = (files) => hash(files.map((file) => `${file} ${statSync(file).size} ${statSync(file).mtimeMs}`))

const contentsOf = (root, files) => hash(files.flatMap((file) => [relative(root, file), readFileSync(file)]))

function hash(parts) {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part).update('\0')
  return sum.digest('hex')
}

module.exports = { needsBuild, build, markBuild }
