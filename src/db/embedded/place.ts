import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { isRoot, serverAccount } from './account.ts'
import type { Binaries } from './binaries.ts'
import { program } from './binaries.ts'
import type { Refusal } from './refusals.ts'
import { refused } from './refusals.ts'
import type { Account } from './run.ts'
import { run } from './run.ts'

/** Where PostgreSQL and its cluster lie, and who runs it. `home` is the server's own folder (0700), `home/cluster` its data. */
export type Place = { readonly kind: 'place'; readonly binaries: Binaries; readonly home: string; readonly as: Account }

export const clusterOf = (home: string) => join(home, 'cluster')

/** Our own folder is made passable where root starts the server; a folder that is already there keeps its mode, and so do all above. */
export function makeDataFolder(data: string): void {
  mkdirSync(dirname(data), { recursive: true })
  if (!existsSync(data)) makeFolder(data, isRoot ? 0o711 : 0o700)
}

/** The cluster lies in the data folder. As root, where user postgres cannot pass to it or to the programs, both lie in a folder
 *  under `base` and the data folder holds a pointer. A cluster that exists is never left behind for a new one. */
export async function findPlace(data: string, binaries: Binaries, base: string): Promise<Place | Refusal> {
  const pointer = join(data, 'postgres.at')
  const home = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(data, 'postgres')
  const account = await serverAccount(clusterOf(home))
  if (account.kind === 'none') return refused('user_missing', { folder: data, why: account.why })
  const here: Place = { kind: 'place', binaries, home, as: account.as }
  if (!isRoot || (await canPass(here))) return here
  const folder = join(base, hashOf(data))
  const there = {
    ...here,
    binaries: await copyOf(binaries, folder),
    home: existsSync(clusterOf(home)) ? home : join(folder, 'postgres'),
  }
  if (!(await canPass(there))) return refused('not_passable', { folder: there.home })
  if (there.home !== home) writeFileSync(pointer, `${there.home}\n`)
  return there
}

const hashOf = (data: string) => createHash('sha256').update(data).digest('hex').slice(0, 16)

async function canPass({ binaries, home, as }: Place): Promise<boolean> {
  const question = 'test -x "$1" && test -r "$2" && cd "$3"'
  const needed = [program(binaries, 'postgres'), join(binaries.native, 'share/postgresql/postgres.bki'), dirname(home)]
  return (await run('/bin/sh', ['-c', question, 'sh', ...needed], as)).code === 0
}

/** A copy of the programs per version, whole or not there: it gets its name when it is complete. */
async function copyOf(binaries: Binaries, folder: string): Promise<Binaries> {
  const native = join(folder, `postgresql-${binaries.version}`)
  if (existsSync(native)) return { ...binaries, native }
  for (const own of [dirname(folder), folder]) if (!existsSync(own)) makeFolder(own, 0o755)
  const growing = `${native}.new`
  rmSync(growing, { recursive: true, force: true })
  cpSync(binaries.native, growing, { recursive: true, verbatimSymlinks: true })
  await run('chmod', ['-R', 'a+rX', growing])
  renameSync(growing, native)
  return { ...binaries, native }
}

/** The server's own folder, closed to everyone else. */
export function makeHome({ home, as }: Place): void {
  if (!existsSync(home)) makeFolder(home, 0o700)
  if (as.uid !== undefined && as.gid !== undefined) chownSync(home, as.uid, as.gid)
}

/** With exactly this mode, whatever the umask. */
function makeFolder(folder: string, mode: number): void {
  mkdirSync(folder, { mode: 0o700 })
  chmodSync(folder, mode)
}
