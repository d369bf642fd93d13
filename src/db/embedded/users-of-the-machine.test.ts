import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestContext } from 'vitest'
import { expect, onTestFinished, test } from 'vitest'
import { isRoot } from './account.ts'
import type { Binaries } from './binaries.ts'
import { packagedBinaries } from './binaries.ts'
import { postmasterOf } from './postmaster.ts'
import { refusalMessage } from './refusals.ts'
import { ask, cluster, folderForTest, holder, refusalOf, up } from './testing.ts'

const nobody = { uid: 65_534, gid: 65_534 }
const here = fileURLToPath(new URL('holder.test-process.ts', import.meta.url))
const nobodyReads =
  isRoot && spawnSync('/bin/sh', ['-c', 'test -r "$0" && test -x "$1"', here, process.execPath], nobody).status === 0

const asRoot = only(isRoot, 'needs root: an ordinary user has no user postgres to think of')
const asBoth = only(nobodyReads, 'needs root, and a project folder that user nobody can read')

function only(possible: boolean, reason: string) {
  return (title: string, act: (t: TestContext) => Promise<void>) =>
    test(title, (t) => (possible ? act(t) : t.skip(reason)))
}

asRoot(
  'as root, where user postgres cannot pass to the data, the cluster lies elsewhere and the folder points to it',
  async () => {
    const parent = folderForTest(0o700)
    const [data, elsewhere] = [join(parent, 'data'), elsewhereForTest()]
    await writesAndReads({ data, elsewhere })
    const home = readFileSync(join(data, 'postgres.at'), 'utf8').trim()
    expect(dirname(dirname(home))).toBe(elsewhere)
    expect(existsSync(cluster(data))).toBe(false)
    expect(statSync(parent).mode & 0o777).toBe(0o700)
  },
)

asRoot('as root, where user postgres cannot pass to the programs, a copy of them is used', async () => {
  const data = folderForTest()
  const [binaries, elsewhere] = [closedProject(), elsewhereForTest()]
  await writesAndReads({ data, elsewhere, binaries })
  expect(statSync(dirname(binaries.native)).mode & 0o777).toBe(0o700)
})

asRoot('as root, with both project and data closed to user postgres, it works, also for the second time', async () => {
  const data = folderForTest(0o700)
  const [binaries, elsewhere] = [closedProject(), elsewhereForTest()]
  await writesAndReads({ data, elsewhere, binaries })
  expect(statSync(data).mode & 0o777).toBe(0o700)
})

asRoot('as root, a cluster that user postgres can no longer get to is named, and no new one is begun', async () => {
  const [parent, elsewhere] = [folderForTest(), elsewhereForTest()]
  const data = join(parent, 'data')
  await (await up({ data, elsewhere })).release()
  chmodSync(parent, 0o700)
  const refusal = await refusalOf({ data, elsewhere })
  expect(refusal.code).toBe('not_passable')
  expect(refusalMessage(refusal)).toContain(join(data, 'postgres'))
  chmodSync(parent, 0o711)
  await (await up({ data, elsewhere })).release()
})

asBoth('an ordinary user runs the server as itself', async () => {
  const data = folderForTest()
  chownSync(data, nobody.uid, nobody.gid)
  const user = holder(data, nobody)
  expect(await user.next()).toMatchObject({ kind: 'up' })
  expect(statSync(`/proc/${postmasterOf(cluster(data))?.pid}`).uid).toBe(nobody.uid)
  await user.leave()
  expect(postmasterOf(cluster(data))).toBeUndefined()
})

asBoth("root beside an ordinary user's server joins it, and starts it later as that user", async () => {
  const data = folderForTest()
  chownSync(data, nobody.uid, nobody.gid)
  const user = holder(data, nobody)
  const port = await user.port()
  const beside = await up({ data })
  expect(beside.port).toBe(port)
  await user.leave()
  await beside.release()
  expect(postmasterOf(cluster(data))).toBeUndefined()
  const alone = await up({ data })
  expect(statSync(`/proc/${postmasterOf(cluster(data))?.pid}`).uid).toBe(nobody.uid)
  await alone.release()
  const again = holder(data, nobody)
  expect(await again.next()).toMatchObject({ kind: 'up' })
  await again.leave()
})

asBoth("an ordinary user is told that root's data folder is not theirs", async () => {
  const data = folderForTest()
  await (await up({ data })).release()
  expect(await holder(data, nobody).next()).toMatchObject({ kind: 'refused', code: 'data_not_yours' })
})

asRoot('a full disk is called a full disk', async (t) => {
  const data = folderForTest()
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=711', 'tmpfs', data]).status !== 0)
    return t.skip('mounting is not allowed here')
  onTestFinished(() => void spawnSync('umount', ['-l', data]))
  expect((await refusalOf({ data })).code).toBe('disk_full')
})

type Closed = { readonly data: string; readonly elsewhere: string; readonly binaries?: Binaries }

async function writesAndReads(wanted: Closed): Promise<void> {
  const first = await up(wanted)
  await ask(first.url('postgres'), 'create table kept as select 42 as answer')
  await first.release()
  const second = await up(wanted)
  expect(await ask(second.url('postgres'), 'select answer from kept')).toBe(42)
  await second.release()
}

function elsewhereForTest(): string {
  const base = mkdtempSync('/var/lib/chinhdanh-test-')
  chmodSync(base, 0o755)
  onTestFinished(() => rmSync(base, { recursive: true, force: true }))
  return base
}

/** The programs as they lie in a project folder that root alone may enter. */
function closedProject(): Binaries {
  const packaged = packagedBinaries()
  if (!packaged) throw new Error('npm ci has not installed PostgreSQL')
  const native = join(folderForTest(0o700), 'native')
  cpSync(packaged.native, native, { recursive: true, verbatimSymlinks: true })
  return { ...packaged, native }
}
