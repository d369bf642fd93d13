'use strict'
const { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { setTimeout: pause } = require('node:timers/promises')
const { say } = require('./say.cjs')

/** Two starts at once do not both install: the folder's maker goes first, the others wait and then look again. */
async function underLock(root, act) {
  const lock = join(root, 'dist', '.lock')
  mkdirSync(join(root, 'dist'), { recursive: true })
  for (let told = false; !tryLock(lock); told = true) {
    if (!told) say('Another start is installing or building; waiting for it…')
    await pause(200)
  }
  process.once('exit', () => release(lock))
  await act()
  release(lock)
}

/** The lock appears with its owner inside. */
function tryLock(lock) {
  const mine = `${lock}-${process.pid}`
  mkdirSync(mine, { recursive: true })
  writeFileSync(join(mine, 'owner'), String(process.pid))
  try {
    renameSync(mine, lock)
    return true
  } catch (error) {
    rmSync(mine, { recursive: true })
    if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error
    return isLeftBehind(lock) && takeOver(lock)
  }
}

/** The owner was killed. */
function isLeftBehind(lock) {
  const owner = ownerOf(lock)
  return owner !== 0 && !isLiving(owner)
}

/** Only one of several waiting starts can make the inner folder; it looks once more, since another may have been quicker. */
function takeOver(lock) {
  const inner = join(lock, 'taken-over')
  try {
    mkdirSync(inner)
    const taken = isLeftBehind(lock)
    if (taken) {
      writeFileSync(join(lock, 'owner.new'), String(process.pid))
      renameSync(join(lock, 'owner.new'), join(lock, 'owner'))
    }
    rmSync(inner, { recursive: true })
    return taken
  } catch (error) {
    if (error.code === 'EEXIST') removeIfOld(inner) // whoever made it was killed in between
    return false
  }
}

function removeIfOld(folder) {
  const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs
  if (made && Date.now() - made > 5000) rmSync(folder, { recursive: true, force: true })
}

function ownerOf(lock) {
  try {
    return Number(readFileSync(join(lock, 'owner'), 'utf8'))
  } catch {
    return 0
  }
}

function isLiving(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function release(lock) {
  if (ownerOf(lock) === process.pid) rmSync(lock, { recursive: true, force: true })
}

module.exports = { underLock }
