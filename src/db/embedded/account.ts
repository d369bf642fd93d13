import { existsSync, statSync } from 'node:fs'
import type { Account } from './run.ts'
import { run } from './run.ts'

export type AccountFound =
  | { readonly kind: 'account'; readonly as: Account }
  | { readonly kind: 'none'; readonly why: string }

export const isRoot = process.getuid?.() === 0

/** PostgreSQL refuses to run as root: then it runs as the cluster's owner, or for a new one as user postgres. */
export async function serverAccount(cluster: string): Promise<AccountFound> {
  if (!isRoot) return { kind: 'account', as: {} }
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { kind: 'account', as: { uid, gid } }
  }
  return userPostgres()
}

export async function userPostgres(): Promise<AccountFound> {
  const there = await idsOf('postgres')
  if (there) return { kind: 'account', as: there }
  const made = await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ])
  const ids = await idsOf('postgres') // another process may have made it meanwhile
  return ids ? { kind: 'account', as: ids } : { kind: 'none', why: made.output.trim() }
}

async function idsOf(name: string): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
  if (uid.code !== 0 || gid.code !== 0) return undefined
  return { uid: Number(uid.output), gid: Number(gid.output) }
}
