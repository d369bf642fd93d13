'use strict'
const { join } = require('node:path')
const { needsBuild, build } = require('./build.cjs')
const { handOver } = require('./hand-over.cjs')
const { needsInstall, install, needsLinks, makeLinks } = require('./install.cjs')
const { underLock } = require('./lock.cjs')
const { findNode } = require('./node.cjs')
const { stop } = require('./say.cjs')

const root = join(__dirname, '..', '..')

/** Installs and builds what is missing, then hands over to the pinned Node. All that is not the result goes to standard error. */
module.exports = async function begin([verb, ...args]) {
  const forTests = verb === 'test' || verb === 'bench'
  // The tests build for themselves, so that a build that fails is one result among the others.
  const missing = () => needsInstall(root, forTests) || needsLinks(root) || (!forTests && needsBuild(root))
  if (missing()) await underLock(root, (alsoHeldBy) => prepare(forTests, alsoHeldBy))
  handOver(root, findNode(root), programFor(verb, args))
}

async function prepare(forTests, alsoHeldBy) {
  if (needsInstall(root, forTests)) await install(root, forTests, alsoHeldBy)
  if (needsLinks(root)) await makeLinks(root, alsoHeldBy)
  if (!forTests && needsBuild(root)) await build(root, findNode(root), alsoHeldBy)
}

function programFor(verb, args) {
  if (verb === 'test') return [join(root, 'scripts', 'test.mjs'), ...args]
  if (verb === 'bench') return [join(root, 'scripts', 'bench.mjs'), ...args]
  return [join(root, 'dist', 'chinhdanh.js'), ...(verb === undefined ? [] : [verb]), ...args]
}

process.on('unhandledRejection', (error) => {
  if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM') stop(notWritable(error))
  if (error.code === 'ENOSPC')
    stop(`The disk is full (${error.path ?? root}). Make room and run the same command again.`)
  stop(error.stack)
})

const notWritable = ({ path }) =>
  `Something has to be installed or built, and ${path} cannot be written by this user.\nRun the same command once as the user who owns ${root}, or give this user a copy of its own.`
