import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** The server that runs on this cluster, if one does. The number in postmaster.pid is not believed: after a restart of the machine
 *  or the container it may be anyone's. A postmaster stands in its cluster's folder, nobody else does. */
export type Postmaster = { readonly pid: number; readonly port: number }

export function postmasterOf(cluster: string): Postmaster | undefined {
  const lines = linesOf(join(cluster, 'postmaster.pid'))
  const pid = Number(lines[0])
  const port = Number(lines[3])
  return pid > 0 && port > 0 && standsIn(pid, cluster) ? { pid, port } : undefined
}

/** True while any process, the children of a killed postmaster included, works on the cluster. */
export const isWorkedOn = (cluster: string): boolean =>
  readdirSync('/proc').some((pid) => /^\d+$/.test(pid) && standsIn(Number(pid), cluster))

/** A number that lives but is not our server's: PostgreSQL itself would refuse to start beside it. */
export function isMisleading(cluster: string): boolean {
  const pid = Number(linesOf(join(cluster, 'postmaster.pid'))[0])
  return pid > 0 && isThere(pid) && !isWorkedOn(cluster)
}

export async function answers(port: number, secret: string): Promise<boolean> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: secret,
    database: 'postgres',
    connectionTimeoutMillis: 5000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

export const lastPort = (cluster: string): number | undefined => {
  const found = /"port=(\d+)"/.exec(linesOf(join(cluster, 'postmaster.opts')).join(' '))
  return found ? Number(found[1]) : undefined
}

function standsIn(pid: number, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return false
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}
