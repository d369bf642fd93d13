import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailServer, mailServer } from '../../test/peers/real/smtp.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { sized } from '../../test/support/long.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { newId, today } from '../db/index.ts'

/** So often and so many in `npm test`; `npm run test:long` does it 200 times in 20,000 letters. */
const kills = Number(process.env.KILLS ?? sized(20, 200))
const mails = Number(process.env.MAILS ?? sized(1_000, 20_000))

const program = join(import.meta.dirname, `../../dist/test/campaign-${process.pid}.js`)
const day = today('Asia/Ho_Chi_Minh')
const campaign = newId()
let db: TestDatabase
let server: MailServer
beforeAll(async () => {
  ;[db, server] = await Promise.all([testDatabase(), mailServer()])
  const { north } = await smallOrganisation(db)
  await db.asSuperuser(
    "insert into person (id, name, unit) select gen_random_uuid(), 'Người ' || n, $1 from generate_series(1, $2) n",
    [north.id, mails],
  )
  await db.asSuperuser("update roll set attestation = 'due' where name like 'Người %'")
  await db.asSuperuser(
    "insert into mail_address (person, address, lang) select person, person || '@donvi.vn', 'vi' from roll where name like 'Người %'",
  )
  await db.asSuperuser(
    `insert into campaign (id, unit, task, steps, gap_days, per_wave, wave_minutes, per_day, from_hour, until_hour, days, state, started_at)
     values ($1, $2, 'attest', 1, 7, 40, 15, 500000, 8, 20, 'working', 'running', now())`,
    [campaign, north.id],
  )
  await build({
    ...{ entryPoints: [join(import.meta.dirname, 'tests/worker-process.ts')], outfile: program, bundle: true },
    ...{ platform: 'node', target: 'node24', format: 'esm', packages: 'external', logLevel: 'error' },
    ...{ jsx: 'automatic', jsxImportSource: 'preact' },
  })
}, 120_000)
afterAll(async () => {
  await Promise.all([server[Symbol.asyncDispose](), db[Symbol.asyncDispose](), rm(program, { force: true })])
})

function worker() {
  const given = JSON.stringify({ url: db.adminUrl, smtp: server.url, campaign, day })
  return spawn(process.execPath, [program, given], { stdio: ['ignore', 'pipe', 'inherit'] })
}
const idOf = (n: number) => /^Message-ID: (.*)$/im.exec(server.letters.at(n)?.head ?? '')?.[1]

test('killed anywhere, time and again, everybody gets the letter once, but for the one that was on its way', async () => {
  const onTheWay = new Set<string | undefined>()
  let killed = 0
  while (killed < kills) {
    const process_ = worker()
    await once(process_.stdout, 'data')
    // At a moment of its own (while it gathers, sends a wave, or nothing), or after so many letters.
    const until =
      server.letters.length + Math.ceil(Math.random() * 2 * ((mails - server.letters.length) / (kills - killed + 1)))
    if (Math.random() < 0.3) await sleep(Math.random() * 400)
    else while (server.letters.length < Math.min(until, mails) && process_.exitCode === null) await sleep(1)
    await sleep(Math.random() * 15)
    if (process_.exitCode !== null) break // all were out before
    process_.kill('SIGKILL')
    killed += 1
    await once(process_, 'exit')
    await sleep(20) // what the server had in hand is in its list now
    onTheWay.add(idOf(-1))
  }
  const last = worker()
  last.stdout.resume()
  expect(await once(last, 'exit')).toEqual([0, null])

  const byId = Map.groupBy(server.letters, (_, n) => idOf(n))
  const byPerson = Map.groupBy(server.letters, ({ to }) => to)
  expect(byPerson.size, 'nobody is missing').toBe(mails)
  expect(byId.size, 'one Message-ID a person, whatever was sent again').toBe(mails)
  const doubled = [...byId].filter(([, letters]) => letters.length > 1)
  const others = doubled.filter(([id, letters]) => !onTheWay.has(id) || letters.length > 2)
  expect(
    others.map(([id]) => id),
    'only what was on its way when it was killed goes twice',
  ).toEqual([])
  expect(doubled.length).toBeLessThanOrEqual(killed)
  expect(killed).toBeGreaterThan(kills / 2)
  process.stdout.write(`${mails} letters, killed ${killed} times, ${doubled.length} went twice\n`)
  const { rows } = await db.asSuperuser(
    "select state, told, (select count(*)::int from campaign_message where state = 'told') as rows, (select count(*)::int from outgoing_mail where sent_at is null) as unsent from campaign",
  )
  expect(rows).toEqual([{ state: 'done', told: mails, rows: mails, unsent: 0 }])
}, 1_800_000)
