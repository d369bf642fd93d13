import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'

export type Lock = { release(): void }

/** One process at a time. The lock is the kernel's, so a killed holder leaves nothing behind: the child that holds it
 *  ends when our end of its input closes. */
export function takeLock(file: string, patience: number): Promise<Lock | undefined> {
  closeSync(openSync(file, 'a', 0o600))
  const script = 'echo locked; exec cat'
  const child = spawn('flock', ['-w', String(patience), file, '/bin/sh', '-c', script], {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.stdin.on('error', () => {})
    child.stdout.once('data', () => resolve({ release: () => child.stdin.destroy() }))
    child.on('exit', () => resolve(undefined))
  })
}
