import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type MailServer, mailServer } from '../../test/peers/real/smtp.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { newId } from '../db/index.ts'
import { mailWay, resolvers } from '../net/index.ts'
import { mailOf } from './mail.ts'
import { noteBounce } from './outbox-store.ts'
import { saying } from './tests/saying.ts'

let db: TestDatabase
let server: MailServer
let people: Awaited<ReturnType<typeof smallOrganisation>>
const url = 'https://so.donvi.vn'
beforeAll(async () => {
  db = await testDatabase()
  server = await mailServer()
  people = await smallOrganisation(db)
})
afterAll(() => Promise.all([server[Symbol.asyncDispose](), db[Symbol.asyncDispose]()]))
beforeEach(async () => {
  await db.asSuperuser('delete from outgoing_mail; delete from notice; delete from mail_address')
  server.letters.length = 0
  server.refuse = undefined
  server.onTaken = undefined
})

const mail = (smtp = server.url) =>
  mailOf({
    ...{ db, url, rooms: () => [saying] },
    way: mailWay({ url: smtp, from: 'so@donvi.vn', resolvers: resolvers(['127.0.0.1:9']), timeoutMs: 2_000 }),
  })
const has = ({ id }: { id: string }, address: string, lang = 'vi') =>
  db.asSuperuser('insert into mail_address (person, address, lang) values ($1, $2, $3)', [id, address, lang])
async function tell({ id }: { id: string }, about = newId()): Promise<string> {
  await db.under('checker', (tx) => sql`select tell(${id}, 'level_lower', ${newId()}, ${about})`.execute(tx))
  return about
}
const outgoing = async () =>
  (
    await db.asSuperuser(
      'select tries, failed, due_at is null as settled, sent_at is not null as sent from outgoing_mail',
    )
  ).rows
const later = () => db.asSuperuser('update outgoing_mail set due_at = now() where due_at is not null')

describe('a notice', () => {
  test('goes to whom has an address, in their language, readable as it is, and says no name and no page', async () => {
    await has(people.lan, 'lan@donvi.vn')
    await has(people.binh, 'Binh.Tran@donvi.vn', 'en')
    const about = await tell(people.lan)
    await tell(people.binh)
    await tell(people.officer)
    expect(await mail().sendDue()).toBe(2)
    const [one, other] = server.letters
    expect([one?.to, other?.to]).toEqual(['lan@donvi.vn', 'Binh.Tran@donvi.vn'])
    expect(one?.head).toMatch(/^Subject: Mức xác minh của một trang đã hạ$/m)
    expect(one?.head).toMatch(/^From: so@donvi\.vn$/m)
    expect(one?.head).toMatch(/^Content-Type: text\/plain; charset=utf-8/m)
    expect(one?.body).toContain(`${url}/declarations/${about}`)
    expect(one?.body).toContain('Trong trang có ghi lý do.')
    expect(other?.head).toMatch(/^Subject: The level of a page has dropped$/m)
    for (const letter of [one, other]) expect(`${letter?.head} ${letter?.body}`).not.toMatch(/Nguyễn|Trần|Lan\b|Bình/)
  })

  test('goes once: what was sent is not sent again, and a notice told twice is one letter', async () => {
    await has(people.lan, 'lan@donvi.vn')
    await tell(people.lan)
    expect([await mail().sendDue(), await mail().sendDue()]).toEqual([1, 0])
    await later()
    expect(await mail().sendDue()).toBe(0)
    expect(server.letters).toHaveLength(1)
    expect(await outgoing()).toEqual([{ tries: 1, failed: null, settled: true, sent: true }])
  })

  test('is sent by one of many processes that send at once', async () => {
    for (let n = 0; n < 30; n++) {
      const one = await people.person(`Người ${n}`, people.north.id)
      await has(one, `n${n}@donvi.vn`)
      await tell(one)
    }
    const sent = await Promise.all([1, 2, 3].map(() => mail().sendDue()))
    expect(sent.reduce((sum, one) => sum + one)).toBe(30)
    expect(new Set(server.letters.map(({ head }) => /^Message-ID: (.*)$/im.exec(head)?.[1])).size).toBe(30)
  })

  test('waits where the server does not answer, and ends the run, so that nobody knocks a thousand times', async () => {
    await has(people.lan, 'lan@donvi.vn')
    for (let n = 0; n < 3; n++) await tell(people.lan)
    expect(await mail('smtp://127.0.0.1:9').sendDue()).toBe(0)
    expect((await outgoing()).map(({ tries }) => tries).sort()).toEqual([0, 0, 1])
    await later()
    expect(await mail().sendDue()).toBe(3)
  })

  test('that the server does not want for now is tried again later, and one that it never wants is given up', async () => {
    await has(people.lan, 'lan@donvi.vn')
    await tell(people.lan)
    server.refuse = () => 451
    expect(await mail().sendDue()).toBe(0)
    expect(await outgoing()).toEqual([{ tries: 1, failed: '451', settled: false, sent: false }])
    await later()
    server.refuse = () => 550
    expect(await mail().sendDue()).toBe(0)
    expect(await outgoing()).toEqual([{ tries: 2, failed: '550', settled: true, sent: false }])
  })

  test('goes nowhere once the address was removed, and to nobody who has left', async () => {
    await has(people.lan, 'lan@donvi.vn')
    await tell(people.lan)
    await db.as(people.lan.id, (tx) => sql`select mail_remove()`.execute(tx))
    expect(await mail().sendDue()).toBe(0)
    expect(await outgoing()).toEqual([{ tries: 1, failed: 'no_address', settled: true, sent: false }])
    await has(people.binh, 'binh@donvi.vn')
    await db.asSuperuser('update person set left_at = now() where id = $1', [people.binh.id])
    expect((await db.asSuperuser('select from mail_address')).rowCount).toBe(0)
    await db.asSuperuser('update person set left_at = null')
  })

  test('fails loudly when letters are due and the sender sees none', async () => {
    await has(people.lan, 'lan@donvi.vn')
    await tell(people.lan)
    await db.asSuperuser('drop policy reminder on outgoing_mail')
    await expect(mail().sendDue()).rejects.toThrow('1 letters are due')
    await db.asSuperuser('create policy reminder on outgoing_mail to chinhdanh_reminder using (true) with check (true)')
  })
})

describe('letters', () => {
  const optional = {
    ...saying,
    notices: { level_lower: { ...saying.notices.level_lower, optional: true } },
  } as typeof saying
  const reminding = (more: Partial<Parameters<typeof mailOf>[0]> = {}) =>
    mailOf({
      ...{ db, url, rooms: () => [optional] },
      way: mailWay({ url: server.url, from: 'so@donvi.vn', resolvers: resolvers(['127.0.0.1:9']), timeoutMs: 2_000 }),
      ...more,
    })

  test('that are many at once are one, which names what they are about and leads to all', async () => {
    await has(people.lan, 'lan@donvi.vn')
    for (let n = 0; n < 5; n++) await tell(people.lan)
    expect([await mail().sendDue(), await mail().sendDue()]).toEqual([1, 0])
    expect(server.letters[0]?.head).toMatch(/^Subject: Anh\/chị có 5 thông báo mới$/m)
    expect(server.letters[0]?.body).toContain('- Mức xác minh của một trang đã hạ (5)')
    expect(server.letters[0]?.body).toContain(`${url}/notices`)
    expect((await outgoing()).every(({ sent }) => sent)).toBe(true)
  })

  test('that may be left out end with one click; others say nothing of it', async () => {
    await has(people.lan, 'lan@donvi.vn')
    const [{ unsubscribe }] = (await db.asSuperuser('select unsubscribe from mail_address')).rows
    await tell(people.lan)
    expect(await mail().sendDue()).toBe(1)
    expect(server.letters[0]?.head).not.toMatch(/List-Unsubscribe/i)
    await tell(people.lan)
    expect(await reminding().sendDue()).toBe(1)
    expect(server.letters[1]?.head).toContain(`List-Unsubscribe: <${url}/v1/notices/unsubscribe/${unsubscribe}>`)
    expect(server.letters[1]?.head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
    expect(server.letters[1]?.body).toContain(`${url}/notices/unsubscribe/${unsubscribe}`)
    await db.showing(Buffer.alloc(32), (tx) => sql`select mail_unsubscribe(${unsubscribe})`.execute(tx))
    await tell(people.lan)
    expect(await reminding().sendDue()).toBe(0)
    await tell(people.lan)
    expect(await mail().sendDue()).toBe(1)
    expect((await outgoing()).filter(({ failed }) => failed === 'not_wanted')).toHaveLength(1)
  })

  test('that may be left out wait for the day, others do not', async () => {
    await has(people.lan, 'lan@donvi.vn')
    await tell(people.lan)
    const morning = new Date(Date.now() + 8 * 3_600_000)
    expect(await reminding({ quietUntil: () => morning }).sendDue()).toBe(0)
    expect(await outgoing()).toEqual([{ tries: 0, failed: null, settled: false, sent: false }])
    expect(await mail().sendDue()).toBe(0) // not due before the morning
    await later()
    expect(await reminding({ quietUntil: () => undefined }).sendDue()).toBe(1)
  })

  test('come back to an address of their own, and what came back for good ends mail to that address until it is confirmed anew', async () => {
    await has(people.lan, 'lan@donvi.vn')
    await tell(people.lan)
    expect(await reminding({ bounces: 'tra-lai@donvi.vn' }).sendDue()).toBe(1)
    const [{ notice }] = (await db.asSuperuser('select notice from outgoing_mail')).rows
    expect(server.letters[0]?.from).toBe(`tra-lai+${notice.replaceAll('-', '')}@donvi.vn`)
    const bounced = (forGood: boolean) => db.under('operator', (tx) => noteBounce(tx, notice, '5_1_1', forGood))
    expect(await bounced(false)).toBe('noted')
    await tell(people.lan)
    expect(await mail().sendDue()).toBe(1)
    expect([await bounced(true), await bounced(true)]).toEqual(['unreachable', 'unreachable'])
    await tell(people.lan)
    expect(await mail().sendDue()).toBe(0)
    await db.asSuperuser('update mail_address set bounced_at = null, confirmed_at = now()')
    expect(await bounced(true)).toBe('unreachable') // an old one that comes late
    expect((await db.asSuperuser('select bounced_at from mail_address')).rows).toEqual([{ bounced_at: null }])
    expect(await db.under('operator', (tx) => noteBounce(tx, newId(), '5_1_1', true))).toBe('unknown')
  })

  test('to whom the server says that nobody is there end mail to that address; to whom it says no for now do not', async () => {
    await has(people.lan, 'lan@donvi.vn')
    await has(people.binh, 'binh@donvi.vn')
    await tell(people.lan)
    await tell(people.binh)
    server.refuse = (address) => (address.startsWith('lan') ? 550 : 452)
    expect(await mail().sendDue()).toBe(0)
    const { rows } = await db.asSuperuser('select address from mail_address where bounced_at is not null')
    expect(rows).toEqual([{ address: 'lan@donvi.vn' }])
  })
})

describe('a process that is killed after the letter is out and before it is marked', () => {
  const program = join(import.meta.dirname, `../../dist/test/mail-${process.pid}.js`)
  beforeAll(() =>
    build({
      ...{ entryPoints: [join(import.meta.dirname, 'tests/sending-process.ts')], outfile: program, bundle: true },
      ...{ platform: 'node', target: 'node24', format: 'esm', packages: 'external', logLevel: 'error' },
      ...{ jsx: 'automatic', jsxImportSource: 'preact' },
    }),
  )
  afterAll(() => rm(program, { force: true }))

  test('leaves it to the next at once, under the same Message-ID and no third time', async () => {
    await has(people.lan, 'lan@donvi.vn')
    await tell(people.lan)
    const killed = Promise.withResolvers<void>()
    server.onTaken = () => killed.promise
    const process_ = spawn(process.execPath, [program, JSON.stringify({ url: db.adminUrl, smtp: server.url })], {
      stdio: 'inherit',
    })
    await vi.waitFor(() => expect(server.letters).toHaveLength(1), { timeout: 15_000, interval: 20 })
    process_.kill('SIGKILL')
    await once(process_, 'exit')
    killed.resolve()
    server.onTaken = undefined
    await vi.waitFor(async () => expect(await mail().sendDue()).toBe(1), { timeout: 5_000 }) // as soon as the database has seen it die
    expect(await mail().sendDue()).toBe(0)
    const ids = server.letters.map(({ head }) => /^Message-ID: (.*)$/im.exec(head)?.[1])
    expect(ids).toEqual([expect.stringMatching(/^<[0-9a-f-]{36}@so\.donvi\.vn>$/), ids[0]])
  })
})

describe('a letter with a link', () => {
  test('goes to whoever confirmed the address, however it is written, and its link stands in no table', async () => {
    await has(people.lan, 'Lan@Donvi.vn', 'en')
    await mail().sendLinksTo('lan@donvi.VN', 'sign_in_link', async (person) => {
      expect(person).toBe(people.lan.id)
      return `${url}/sign-in/mail/bi-mat-duy-nhat`
    })
    expect(server.letters).toHaveLength(1)
    expect(server.letters[0]?.head).toMatch(/^Subject: Your sign-in link$/m)
    expect(server.letters[0]?.body).toContain(`${url}/sign-in/mail/bi-mat-duy-nhat`)
    expect(await outgoing()).toEqual([])
  })

  test('goes to nobody where the address is not confirmed, where the asker is to wait, or where no mail goes out', async () => {
    await has(people.lan, 'lan@donvi.vn')
    await mail().sendLinksTo('khac@donvi.vn', 'sign_in_link', async () => url)
    await mail().sendLinksTo('lan@donvi.vn', 'sign_in_link', async () => undefined)
    const none = mailOf({ db, url, rooms: () => [saying], way: undefined })
    await none.sendLinksTo('lan@donvi.vn', 'sign_in_link', async () => url)
    expect([none.goesOut, await none.sendDue(), server.letters]).toEqual([false, 0, []])
  })
})

test('an address that holds a line break sends no second letter and no header of its own', async () => {
  const posted = await mail().sendLink('confirm_address', { address: 'a@donvi.vn\r\nBcc: x@y.vn', lang: 'vi' }, url)
  expect(server.letters.every(({ to, head }) => !/x@y\.vn/.test(to) && !/^Bcc:/im.test(head))).toBe(true)
  expect(['sent', 'failed']).toContain(posted.kind)
})
