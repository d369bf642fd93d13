import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isLiving, markOf } from './process-mark.ts'

/** Who uses the server: one empty file per user in a folder of the data folder. Call these under the data folder's lock. */
let entered = 0

export function enter(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  entered += 1
  const entry = join(folder, `${markOf(process.pid)}-${entered}`)
  writeFileSync(entry, '')
  return entry
}

/** Removes the entry and those of processes that have ended; says whether nobody is left. */
export function leave(folder: string, entry: string): boolean {
  rmSync(entry, { force: true })
  return sweep(folder) === 0
}

function sweep(folder: string): number {
  const entries = entriesOf(folder)
  const living = entries.filter(isLiving)
  for (const name of entries) if (!living.includes(name)) rmSync(join(folder, name), { force: true })
  return living.length
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
