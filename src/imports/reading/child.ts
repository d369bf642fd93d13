import { writeFileSync } from 'node:fs'
import { type Asked, readFile } from './read-file.ts'

// The process in which a file from outside is read: it has no connection, no settings and no secret, and is ended from outside.
// Where the machine runs out of memory, this process goes first.
try {
  writeFileSync('/proc/self/oom_score_adj', '1000')
} catch {} // no such file but under Linux

process.once('message', async ({ bytes, asked }: { bytes: Uint8Array; asked: Asked }) => {
  let answer: unknown
  try {
    answer = { reading: await readFile(bytes, asked) }
  } catch (error) {
    answer = { failed: String((error as Error).stack) }
  }
  process.send?.(answer, () => process.disconnect())
})
process.send?.({ ready: true })
