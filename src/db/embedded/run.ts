import { spawn } from 'node:child_process'

/** The account a child runs under; empty: our own. */
export type Account = { readonly uid?: number; readonly gid?: number }
export type Ran = { readonly code: number; readonly output: string }

/** Little environment on purpose: PGPORT, PGDATA and the like would change what PostgreSQL's programs do. */
const environment = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' }

/** Runs a program to its end, in a session of its own, so that Ctrl-C in our terminal does not reach it. */
export function run(program: string, args: readonly string[], as: Account = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...as,
      cwd: '/',
      env: environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const gather = (text: Buffer) => {
      output += text.toString()
    }
    child.stdout.on('data', gather)
    child.stderr.on('data', gather)
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
