import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { declared } from '../../test/house/declared.ts'
import { type MailServer, mailServer } from '../../test/peers/real/smtp.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { mailWay, resolvers } from '../net/index.ts'
import { sendLetters } from './letters.ts'
import { mark, myIncident, reportOwn } from './store.ts'

let db: TestDatabase
let server: MailServer
let people: Awaited<ReturnType<typeof smallOrganisation>>
let id: string
let n = 0
beforeAll(async () => {
  db = await testDatabase()
  server = await mailServer()
  people = await smallOrganisation(db)
})
afterAll(() => Promise.all([server[Symbol.asyncDispose](), db[Symbol.asyncDispose]()]))
beforeEach(async () => {
  server.letters.length = 0
  server.refuse = undefined
  const page = await declared(db, people.lan, `https://thu-${++n}.vn/`)
  const [one] = await db.as(people.lan.id, (tx) => reportOwn(tx, [page.id], 'taken_over', 'web'))
  id = one?.incident as string
})

const sends = () =>
  sendLetters({
    ...{ db, url: 'https://so.donvi.vn', organisation: () => 'Đơn vị Mẫu' },
    authority: { name: 'Cơ quan Mẫu', mail: 'tiep-nhan@coquan.vn' },
    way: mailWay({ url: server.url, from: 'so@donvi.vn', resolvers: resolvers(['127.0.0.1:9']), timeoutMs: 2_000 }),
  })
const wants = () => db.as(people.lan.id, (tx) => mark(tx, id, 'authority', 'queued'))
const said = async () =>
  (await db.as(people.lan.id, (tx) => myIncident(tx, id)))?.events.flatMap(({ what, whom }) =>
    whom === 'authority' ? [what] : [],
  )
const later = () => db.asSuperuser('update incident set letter_due_at = now() where letter_due_at is not null')

describe('the letter to the authority', () => {
  test('goes out only when it was asked for, and once', async () => {
    expect(await sends()).toBe(0)
    expect([await wants(), await wants()]).toEqual(['marked', 'again'])
    expect([await sends(), await sends()]).toEqual([1, 0])
    await later()
    expect(await sends()).toBe(0)
    expect(server.letters).toHaveLength(1)
    expect(await said()).toEqual(['queued', 'sent'])
  })

  test('names the page, the unit and the number, and nobody', async () => {
    await wants()
    await sends()
    const [letter] = server.letters
    expect(letter?.to).toBe('tiep-nhan@coquan.vn')
    expect(letter?.head).toMatch(/^Subject: Thông báo sự cố S-\d{4}$/m)
    for (const part of [`https://thu-${n}.vn/`, 'Phòng Mẫu 1', 'Đơn vị Mẫu', 'Người khác đã chiếm trang'])
      expect(letter?.body).toContain(part)
    expect(`${letter?.head}${letter?.body}`).not.toMatch(/Nguyễn|Lan\b/)
  })

  test('is tried again under the same Message-ID, and given up when the server wants none', async () => {
    server.refuse = () => 451
    await wants()
    expect(await sends()).toBe(0)
    expect(await said()).toEqual(['queued'])
    server.refuse = undefined
    await later()
    expect(await sends()).toBe(1)
    expect(server.letters.at(-1)?.head).toContain(`<${id}@so.donvi.vn>`)
  })

  test('that the server refuses for good is marked so, to be printed', async () => {
    server.refuse = () => 550
    await wants()
    await sends()
    await later()
    server.refuse = undefined
    expect(await sends()).toBe(0)
    expect(await said()).toEqual(['queued', 'failed'])
  })

  test('is not sent any more when the incident is over', async () => {
    await wants()
    await db.asSuperuser("select incident_close($1, 'false_alarm', 'web')", [id])
    expect(await sends()).toBe(0)
    expect(server.letters).toEqual([])
  })
})
