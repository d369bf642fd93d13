import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionOf } from '../../test/house/wall.ts'
import { type TestHouse, testHouse } from '../../test/support/house.ts'
import { smallOrganisation } from '../../test/support/people.ts'
import { hashOf, newId, newSecret, type PersonId } from '../db/index.ts'
import { linkIsGood, type MailLinks, mailLink, signInByLink } from './mail-link.ts'

// A link by mail and a code on paper let their holder in. They are no step to something lasting.

let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
const sent: { to: string; link: string | undefined }[] = []
beforeAll(async () => {
  house = await testHouse()
  people = await smallOrganisation(house.db)
  await house.db.asSuperuser("insert into mail_address (person, address, lang) values ($1, 'lan@donvi.vn', 'vi')", [
    people.lan.id,
  ])
})
afterAll(() => house[Symbol.asyncDispose]())

/** As src/mail does it, without the letter. */
const mail: MailLinks = {
  goesOut: true,
  async sendLinksTo(address, _kind, linkFor) {
    const { rows } = await house.db.asSuperuser('select person from mail_address where address = $1', [address])
    for (const { person } of rows) sent.push({ to: address, link: await linkFor(person as PersonId) })
  },
}
async function secretFor(address = 'lan@donvi.vn'): Promise<string | undefined> {
  sent.length = 0
  mailLink(house.db, mail, 'http://x', address)
  await expect.poll(() => sent.length).toBe(1)
  return sent[0]?.link?.split('/').at(-1)
}
const minutesPass = (minutes: number) =>
  house.db.asSuperuser(
    "update sign_in_link set made_at = made_at - $1 * interval '1 minute', expires_at = expires_at - $1 * interval '1 minute'",
    [minutes],
  )

test('a link signs in once, by pressing, for fifteen minutes, and looking uses nothing up', async () => {
  const secret = (await secretFor()) as string
  expect([await linkIsGood(house.db, secret), await linkIsGood(house.db, secret)]).toEqual([true, true])
  const both = await Promise.all([1, 2].map(() => signInByLink(house.db, secret, 'iPhone')))
  expect(both.map(({ kind }) => kind).sort()).toEqual(['not_accepted', 'signed_in'])
  const { rows } = await house.db.asSuperuser('select how, device, verified_at from session where person = $1', [
    people.lan.id,
  ])
  expect(rows).toEqual([{ how: 'mail', device: 'iPhone', verified_at: null }])
  await minutesPass(2)
  const late = (await secretFor()) as string
  await minutesPass(16)
  expect([await linkIsGood(house.db, late), (await signInByLink(house.db, late, '')).kind]).toEqual([
    false,
    'not_accepted',
  ])
})

test('one a minute and ten a day are made, and a new one ends the one before', async () => {
  await house.db.asSuperuser('delete from sign_in_link')
  const first = (await secretFor()) as string
  expect(await secretFor()).toBe(undefined)
  await minutesPass(2)
  const second = (await secretFor()) as string
  expect([await linkIsGood(house.db, first), await linkIsGood(house.db, second)]).toEqual([false, true])
  for (let n = 3; n <= 10; n++) {
    await minutesPass(2)
    expect(await secretFor()).toBeTruthy()
  }
  await minutesPass(2)
  expect(await secretFor()).toBe(undefined)
})

test.each(['code', 'mail'])('a session that came by %s makes no passkey and no token beside a passkey', async (how) => {
  const who = await people.person(`Người ${how}`, people.north.id)
  const secret = newSecret()
  await house.db.asSuperuser('insert into session (hash, person, how) values ($1, $2, $3)', [
    hashOf(secret),
    who.id,
    how,
  ])
  const add = async () => {
    await using app = await sessionOf(house.db, 'app')
    await app.run('begin')
    await app.run("select set_config('cd.actor', $1, true), set_config('cd.came_by', $2, true)", [
      who.id,
      hashOf(secret).toString('hex'),
    ])
    return [
      await app.sees('insert into api_token (id, hash, person) values ($1, $2, $3)', [
        newId(),
        hashOf(newId()),
        who.id,
      ]),
    ]
  }
  expect(await add()).toEqual([1])
  await house.db.asSuperuser(
    "insert into passkey (id, person, credential_hash, credential, public_key) values ($1, $2, $3, 'x', $3)",
    [newId(), who.id, hashOf(who.id)],
  )
  expect(await add()).toEqual(['42501'])
  const cookie = `session=${secret}`
  const form = { name: 'T', life: '30', scopes: 'read', form: newId() }
  expect((await house.asPublic().post('/me/tokens/new', form, { cookie })).status).toBe(403)
  expect((await house.asPublic().get('/me', { cookie })).text).toContain('Phiên này vào bằng mã hoặc thư')
})

test('a passkey and a token that begin or end are told to their person at once', async () => {
  const { binh } = people
  const id = newId()
  const row = { id, person: binh.id, credential_hash: hashOf(id), credential: 'x', public_key: Buffer.alloc(1) }
  await house.db.as(binh.id, (tx) => tx.insertInto('passkey').values(row).execute())
  await house.db.as(binh.id, (tx) => tx.deleteFrom('passkey').where('id', '=', id).execute())
  const me = await house.as(binh)
  await me.post('/me/tokens/new', { name: 'T', life: '30', scopes: 'read', form: id })
  await me.post(`/me/tokens/${id}/revoke`)
  const { rows } = await house.db.asSuperuser('select kind from notice where person = $1 order by kind', [binh.id])
  expect(rows.map(({ kind }) => kind)).toEqual(['passkey_added', 'passkey_removed', 'token_added', 'token_revoked'])
})
