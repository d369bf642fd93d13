import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { build } from 'esbuild'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { newId } from '../db/index.ts'
import { takeDue, writeQuiet } from './engine/store.ts'
import type { Due, Quiet } from './engine/types.ts'
import { type Register, register } from './tests/register.ts'
import type { Proof } from './types.ts'

const program = join(import.meta.dirname, `../../dist/test/engine-${process.pid}.js`)
let at: Register
let n = 0
beforeAll(async () => {
  at = await register()
  const entry = join(import.meta.dirname, 'tests/engine-process.ts')
  const forNode = { platform: 'node', target: 'node24', format: 'esm', packages: 'external' } as const
  const pages = { jsx: 'automatic', jsxImportSource: 'preact' } as const
  await build({ entryPoints: [entry], outfile: program, bundle: true, logLevel: 'error', ...forNode, ...pages })
})
afterAll(async () => {
  await at?.[Symbol.asyncDispose]()
  await rm(program, { force: true })
})
beforeEach(() => at.db.asSuperuser('update proof set next_check_at = null, claim = null, claimed_until = null'))

/** A page at level 3 by a proof that stays in place, due now. */
async function due(): Promise<{ id: string; host: string; proof: Proof }> {
  n += 1
  const host = `trang-${n}.vn`
  const id = await at.declares(at.lan, `https://${host}/`)
  const once = await at.begins(at.lan, id)
  at.publish(host, once)
  await at.result(at.lan, once)
  await at.show(at.lan, id, 'confirmable')
  const proof = await at.begins(at.lan, id, 'dns-txt', true)
  at.publish(host, proof)
  await at.result(at.lan, proof)
  await at.db.asSuperuser('delete from check_request')
  await nextNight(proof)
  await at.recheckDue()
  await nextNight(proof)
  return { id, host, proof }
}
async function nextNight(proof: Pick<Proof, 'id'>): Promise<void> {
  await at.timePasses(proof, '1 day')
  await at.db.asSuperuser('update proof set next_check_at = now() where id = $1', [proof.id])
}
const several = async (count: number) => {
  const made = []
  for (let one = 0; one < count; one++) made.push(await due())
  for (const { proof } of made) await nextNight(proof)
  return made
}
function aProcess(): ChildProcess {
  const given = JSON.stringify({ url: at.db.adminUrl, servers: at.outside.net.resolvers.names })
  return spawn(process.execPath, [program, given], { stdio: ['ignore', 'pipe', 'inherit'] })
}
const scheduled = async (pages: readonly { proof: Proof }[]) =>
  (
    await at.db.asSuperuser(
      "select count(*)::int as n from proof p left join proof_check c on c.proof = p.id and c.how = 'scheduled' where p.id = any($1) group by p.id",
      [pages.map(({ proof }) => proof.id)],
    )
  ).rows.map(({ n: times }) => times)

describe('several processes', () => {
  test('share what is due, and each proof is checked once', async () => {
    const pages = await several(12)
    const before = await scheduled(pages)
    const said = await Promise.all([aProcess(), aProcess(), aProcess()].map(({ stdout }) => text(stdout as never)))
    const done = said.map((one) => Number(one.split('\n')[1]))
    expect(done.reduce((sum, one) => sum + one)).toBe(12)
    expect(await scheduled(pages)).toEqual(before.map((times) => times + 1))
  })

  test('lose nothing when one is killed in the middle: what it had in hand is due again ten minutes later', async () => {
    const pages = await several(3)
    for (const { host } of pages) at.outside.dns.set(`TXT _so-challenge.${host}`, 'SILENCE')
    const process = aProcess()
    const inHand = async () =>
      (await at.db.asSuperuser('select from proof where claimed_until > now() and claim is not null')).rowCount
    await vi.waitFor(async () => expect(await inHand()).toBe(3), { timeout: 15_000, interval: 20 })
    process.kill('SIGKILL')
    await once(process, 'exit')
    for (const { host, proof } of pages) at.publish(host, proof)
    const before = await scheduled(pages)
    expect(await at.recheckDue(), 'for ten minutes they are still another’s').toBe(0)
    for (const { proof } of pages) await at.timePasses(proof, '11 minutes')
    expect(await at.recheckDue()).toBe(3)
    expect(await scheduled(pages)).toEqual(before.map((times) => times + 1))
  })
})

describe('a look that moved nothing', () => {
  const quiet = (one: Omit<Due, 'taken'>): Quiet => {
    const place = { place: 'x', where: 'x', expected: 'x', resolvers: ['127.0.0.1'] }
    const finding = { kind: 'found', ...place } as const
    return { due: one as Due, began: new Date(), finding, silences: 0, secondsToNext: 86_400 }
  }
  async function taken() {
    const claim = newId()
    const { due: list } = await at.db.under('checker', (tx) => takeDue(tx, claim, 9))
    return { list, write: () => at.db.under('checker', (tx) => writeQuiet(tx, claim, list.map(quiet))) }
  }

  test('is a line in the timeline, another date of the last success in public, and a next time', async () => {
    const { host, proof } = await due()
    const { write } = await taken()
    const before = await at.published(`https://${host}/`)
    expect([...(await write())]).toEqual([proof.id])
    const row = await at.row(proof)
    expect(row).toMatchObject({ state: 'found', claim: null, claimed_until: null, misses: 0 })
    expect(row.next_check_at.getTime() - Date.now()).toBeGreaterThan(86_000_000)
    expect((await at.published(`https://${host}/`)).level_at > before.level_at).toBe(true)
    const { rows } = await at.db.asSuperuser(
      'select how, result, reason, place, resolvers, person from proof_check where proof = $1 order by at desc limit 1',
      [proof.id],
    )
    expect(rows).toEqual([
      { how: 'scheduled', result: 'found', reason: null, place: 'x', resolvers: ['127.0.0.1'], person: at.lan.id },
    ])
  })

  const moves: Record<string, (page: { id: string; host: string; proof: Proof }) => Promise<unknown>> = {
    'the page became private': ({ id }) => at.show(at.lan, id, 'private'),
    'the page was filed anew': async ({ id }) => {
      await at.show(at.lan, id, 'private')
      await at.show(at.lan, id, 'confirmable')
    },
    'the page ended': ({ id }) => at.db.asSuperuser('update declaration set ended_at = now() where id = $1', [id]),
    'its level changed': ({ id }) =>
      at.db.asSuperuser(
        "insert into level_step (id, declaration, person, level, reason) values ($1, $2, $3, 2, 'not_reconfirmed')",
        [newId(), id, at.lan.id],
      ),
    'its owner had it found': ({ proof }) => at.result(at.lan, proof),
    'another process took it': ({ proof }) =>
      at.db.asSuperuser('update proof set claim = $1 where id = $2', [newId(), proof.id]),
  }
  test.each(Object.entries(moves))('is not written over what happened meanwhile: %s', async (_, move) => {
    const page = await due()
    const { list, write } = await taken()
    expect(list.map(({ proof }) => proof.id)).toEqual([page.proof.id])
    await move(page)
    const before = await at.row(page.proof)
    expect([...(await write())]).toEqual([])
    expect(await at.row(page.proof)).toEqual(before)
  })

  test('stays in hand while its owner presses the button and nothing comes of it', async () => {
    const { host, proof } = await due()
    const { write } = await taken()
    at.outside.dns.set(`TXT _so-challenge.${host}`, 'SERVFAIL')
    expect(await at.result(at.lan, proof)).toBe('unreachable 3')
    expect([...(await write())]).toEqual([proof.id])
  })
})

test('what nobody could tell is tried again within the hour, and the daily pace returns with a success', async () => {
  const { host, proof } = await due()
  at.outside.dns.set(`TXT _so-challenge.${host}`, 'SERVFAIL')
  const minutes = async () => Math.round(((await at.row(proof)).next_check_at.getTime() - Date.now()) / 60_000)
  await at.recheckDue()
  expect(await minutes()).toBeGreaterThanOrEqual(11)
  expect(await minutes()).toBeLessThanOrEqual(19)
  await nextNight(proof)
  await at.recheckDue()
  expect(await at.row(proof)).toMatchObject({ silences: 2, misses: 0, state: 'found' })
  expect(await minutes()).toBeLessThanOrEqual(75)
  at.publish(host, proof)
  await nextNight(proof)
  await at.recheckDue()
  expect(await at.row(proof)).toMatchObject({ silences: 0 })
  expect(await minutes()).toBeGreaterThan(21 * 60)
})
