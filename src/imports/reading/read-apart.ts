import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '../../project-root.ts'
import { limits } from './limits.ts'
import type { Asked } from './read-file.ts'
import { type Reading, type Refused, refuse } from './types.ts'

const thread = join(projectRoot, 'src/imports/reading/worker.ts')

/** Reads a file from outside in a thread of its own, with an end to its memory and its time: what would take more is refused, and
 *  the process that asked goes on. */
export async function readApart(
  bytes: Uint8Array,
  asked: Asked,
  { milliseconds, megabytes }: { readonly milliseconds: number; readonly megabytes: number } = limits,
): Promise<Reading | Refused> {
  if (bytes.length > limits.bytes) return refuse('too_large')
  const worker = new Worker(thread, {
    workerData: { bytes, asked },
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    env: {},
    execArgv: [],
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise((done, failed) => {
      worker.once('message', done)
      worker.once('error', (error) =>
        (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? done(refuse('too_large')) : failed(error),
      )
      timer = setTimeout(() => done(refuse('took_too_long')), milliseconds)
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
