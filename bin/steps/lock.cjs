'use strict'
const { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { setTimeout: pause } = require('node:timers/promises')
const { say } = require('./say.cjs')

/** Two starts at once do not both install: one makes the lock folder, the others wait and then look again.
 *  `act` is given `alsoHeldBy(pid)`: a child that outlives its killed parent keeps the lock. */
async function underLock(root, act) {
  const lock = join(root, 'dist', '.lock')
  mkdirSync(join(root, 'dist'), { recursive: true })
  for (let told = false; !tryLock(lock); told = true) {
    if (!told) say('Another start is installing or building; waiting for it…')
    await pause(200)
  }
  process.once('exit', () => release(lock))
  await act((pid) => writeFileSync(join(lock, 'helper'), markOf(pid)))
  release(lock)
}

/** The lock appears with its owner inside. */
function tryLock(lock) {
  const mine = `${lock}-${process.pid}`
  mkdirSync(mine, { recursive: true })
  writeFileSync(join(mine, 'owner'), markOf(process.pid))
  try {
    renameSync(mine, lock)
    return true
  } catch (error) {
    rmSync(mine, { recursive: true })
    if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error
    return isLeftBehind(lock) && takeOver(lock)
  }
}

function isLeftBehind(lock) {
  const owner = read(join(lock, 'owner'))
  return owner !== '' && !isLiving(owner) && !isLiving(read(join(lock, 'helper')))
}

/** Only one of several waiting starts can make the inner folder; it looks once more, since another may have been quicker. */
function takeOver(lock) {
  const inner = join(lock, 'taken-over')
  try {
    mkdirSync(inner)
    const taken = isLeftBehind(lock)
    if (taken) {
      writeFileSync(join(lock, 'owner.new'), markOf(process.pid))
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

function release(lock) {
  if (read(join(lock, 'owner')) === markOf(process.pid)) rmSync(lock, { recursive: true, force: true })
}

/** Number and start: a later process with the same number is another one. */
const markOf = (pid) => `${pid} ${startOf(pid)}`

function isLiving(mark) {
  const pid = Number(mark.split(' ')[0])
  if (!pid || markOf(pid) !== mark) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function startOf(pid) {
  const stat = read(`/proc/${pid}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '')
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

module.exports = { underLock }
