import { parentPort, workerData } from 'node:worker_threads'
import { type Asked, readFile } from './read-file.ts'

// The thread in which a file from outside is read: it has no connection, no settings and no secret, and is ended from outside.
const { bytes, asked } = workerData as { bytes: Uint8Array; asked: Asked }
parentPort?.postMessage(await readFile(bytes, asked))
