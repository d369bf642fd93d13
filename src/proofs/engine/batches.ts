import type { Database } from '../../db/index.ts'
import { writeQuiet } from './store.ts'
import type { Quiet } from './types.ts'

const size = 1_000
const soonMs = 250
/** So many looks may wait to be written before the next must wait. */
const farBehind = 4 * size

export type Batches = {
  /** Resolves at once, unless the database is far behind. */
  add(look: Quiet): Promise<void> | undefined
  /** When all that was added is written. */
  settled(): Promise<void>
}

type Left = (look: Quiet) => Promise<void>

/** Gathers looks and writes them together. What could not be written so, because something moved meanwhile, is handed to `left`. */
export function batches(db: Database, claim: string, left: Left): Batches {
  let open: Quiet[] = []
  let behind = 0
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  function write(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const looks = open
    open = []
    writing = Promise.all([writing, writeAll(db, claim, looks, left)]).then(() => {
      behind -= looks.length
    })
    return writing
  }

  return {
    add(look) {
      open.push(look)
      behind += 1
      timer ??= setTimeout(write, soonMs)
      if (open.length >= size) write()
      return behind > farBehind ? writing : undefined
    },
    async settled() {
      await (open.length > 0 ? write() : writing)
    },
  }
}

/** Two batches may wait for each other, where one page is proven twice: then one of them is undone whole, and goes one by one. */
async function writeAll(db: Database, claim: string, looks: readonly Quiet[], left: Left): Promise<void> {
  const written = await db.under('checker', (tx) => writeQuiet(tx, claim, looks)).catch(() => new Set<string>())
  for (const look of looks) if (!written.has(look.due.proof.id)) await left(look)
}
