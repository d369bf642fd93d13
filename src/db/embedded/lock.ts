import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'

export type Lock = { release(): Promise<void> }

/** One process at a time. The lock is the kernel's, so a killed holder leaves nothing behind: the child that holds it
 *  ends when our end of its input closes. */
export function takeLock(file: string, patience: number): Promise<Lock | undefined> {
  closeSync(openSync(file, 'a', 0o600))
  const child = spawn('flock', ['-w', String(patience), file, '/bin/sh', '-c', 'echo locked; exec cat'], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const release = () => {
    child.stdin.destroy()
    return ended
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.stdin.on('error', () => {})
    child.stdout.once('data', () => resolve({ release }))
    child.on('exit', () => resolve(undefined))
  })
}
