'use strict'
const { existsSync } = require('node:fs')
const { join } = require('node:path')
const { stop } = require('./say.cjs')

const isNew = Number(process.versions.node.split('.')[0]) >= 24

/** The pinned Node; where its package does not exist for the machine, the machine's own if it is new enough. */
function findNode(root) {
  const pinned = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(pinned)) return pinned
  if (isNew) return process.execPath
  return stop(
    `Chính Danh runs on Node 24. None was installed for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}.\nInstall Node 24 or later, then run the same command again.`,
  )
}

module.exports = { findNode, isNew }
