import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { majorOf, program } from './binaries.ts'
import type { Place } from './place.ts'
import { clusterOf, makeHome } from './place.ts'
import type { Refusal } from './refusals.ts'
import { refused } from './refusals.ts'
import { run } from './run.ts'

export type ClusterReady = { readonly kind: 'ready'; readonly secret: string }
export type Settings = 'durable' | 'test'

/** A cluster that this version can run, made if there is none, and its password. `postgres.secret` exists from the moment the
 *  cluster is whole: a start that was killed before is begun again. */
export async function ensureCluster(data: string, place: Place, settings: Settings): Promise<ClusterReady | Refusal> {
  const secretFile = join(data, 'postgres.secret')
  const cluster = clusterOf(place.home)
  if (existsSync(cluster) && existsSync(`${secretFile}.new`)) renameSync(`${secretFile}.new`, secretFile)
  if (!existsSync(secretFile)) {
    if (existsSync(cluster)) return refused('secret_missing', { folder: place.home })
    const failed = await makeCluster(secretFile, place, settings)
    if (failed) return failed
  }
  if (!existsSync(cluster)) return refused('data_missing', { folder: cluster })
  return wrongVersion(cluster, place) ?? { kind: 'ready', secret: readFileSync(secretFile, 'utf8') }
}

async function makeCluster(secretFile: string, place: Place, settings: Settings): Promise<Refusal | undefined> {
  makeHome(place)
  const growing = join(place.home, 'cluster.new')
  rmSync(growing, { recursive: true, force: true })
  writeFileSync(`${secretFile}.new`, randomBytes(24).toString('base64url'), { mode: 0o600 })
  const failed = await initdb(growing, readFileSync(`${secretFile}.new`, 'utf8'), place, settings)
  if (failed) return failed
  renameSync(growing, clusterOf(place.home))
  // From here the cluster is whole; a start that ends here finds both and gives the secret its name.
  renameSync(`${secretFile}.new`, secretFile)
  return undefined
}

/** The password reaches initdb in a file in the server's own 0700 folder, gone afterwards. */
async function initdb(growing: string, secret: string, place: Place, settings: Settings): Promise<Refusal | undefined> {
  const passwordFile = join(place.home, 'password')
  writeFileSync(passwordFile, secret, { mode: 0o600 })
  const { uid, gid } = place.as
  if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid)
  const auth = settings === 'test' ? ['--auth=trust', '--no-sync'] : ['--auth=scram-sha-256']
  const locale = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--lc-ctype=C.UTF-8',
  ]
  const args = ['-D', growing, '-U', 'postgres', `--pwfile=${passwordFile}`, '--no-instructions', ...auth, ...locale]
  const { code, output } = await run(program(place.binaries, 'initdb'), args, place.as)
  rmSync(passwordFile, { force: true })
  if (code === 0) return undefined
  rmSync(growing, { recursive: true, force: true })
  const full = /No space left on device|Disk quota exceeded/.test(output)
  return refused(full ? 'disk_full' : 'initdb_failed', { folder: place.home, why: output.trim() })
}

function wrongVersion(cluster: string, { binaries }: Place): Refusal | undefined {
  const found = versionOf(cluster)
  const ours = String(majorOf(binaries.version))
  if (found === undefined) return refused('data_damaged', { folder: cluster })
  if (found === ours) return undefined
  return refused(Number(found) > Number(ours) ? 'data_newer' : 'data_older', { folder: cluster, found, ours })
}

function versionOf(cluster: string): string | undefined {
  try {
    return /^\d+(\.\d+)?$/.exec(readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim())?.[0]
  } catch {
    return undefined
  }
}
