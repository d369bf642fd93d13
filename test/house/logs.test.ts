import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashOf } from '../../src/db/index.ts'
import { type TestHouse, testHouse } from '../support/house.ts'
import { smallOrganisation } from '../support/people.ts'
import { declared } from './declared.ts'

// Logs are read by people who may read nothing else of the register: no address, name, token or text of anybody stands in them.

const secrets = {
  address: 'bimat-trang.example.com',
  name: 'Nguyễn Bí Mật Tên',
  mail: 'bimat.thu@example.com',
  text: 'bimat-chu-go',
  session: 'bimat-phien-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  token: 'cd_bimat-the-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  invitation: 'bimat-moi-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  place: '203.0.113.77',
}
const lines: string[] = []
let house: TestHouse
let people: Awaited<ReturnType<typeof smallOrganisation>>
let me: string

beforeAll(async () => {
  house = await testHouse({ log: { write: (line) => lines.push(line) } })
  people = await smallOrganisation(house.db)
  me = (await people.person(secrets.name, people.north.id)).id
  await house.db.asSuperuser("insert into session (hash, person, how) values ($1, $2, 'passkey')", [
    hashOf(secrets.session),
    me,
  ])
  await house.db.asSuperuser('insert into api_token (id, hash, person) values (gen_random_uuid(), $1, $2)', [
    hashOf(secrets.token),
    me,
  ])
  await house.db.asSuperuser('insert into invitation (hash, person) values ($1, $2)', [hashOf(secrets.invitation), me])
})
afterAll(() => house[Symbol.asyncDispose]())

const cookie = `session=${secrets.session}; lang=vi; ${secrets.text}=1`
const telling = {
  cookie,
  'user-agent': secrets.text,
  referer: `https://${secrets.address}/`,
  'x-forwarded-for': secrets.place,
  'x-request-id': secrets.text,
  'request-id': secrets.text,
  from: secrets.mail,
  host: secrets.address,
  'accept-language': secrets.text,
  'idempotency-key': secrets.text,
}
const send = (method: string, url: string, headers: Record<string, string> = {}, payload?: string) =>
  house.server.inject({
    method: method as 'GET',
    url,
    headers: { ...telling, ...headers },
    ...(payload === undefined ? {} : { payload }),
    remoteAddress: '127.0.0.1',
  })
const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:8080' }
const json = { 'content-type': 'application/json', authorization: `Bearer ${secrets.token}` }

function expectSilence() {
  expect(lines.length).toBeGreaterThan(0)
  const said = lines.join('').normalize('NFC')
  const heard = Object.entries(secrets).flatMap(([what, value]) =>
    [value, encodeURIComponent(value), hashOf(value).toString('hex'), Buffer.from(value).toString('base64')]
      .filter((one) => said.includes(one) || said.includes(JSON.stringify(one).slice(1, -1)))
      .map(() => what),
  )
  expect([heard, said.includes('bimat'), said.includes(me)]).toEqual([[], false, false])
  lines.length = 0
}

test('requests that hold them in path, query, body and headers leave none in the log', async () => {
  const q = encodeURIComponent(`${secrets.name} ${secrets.mail} https://${secrets.address}/`)
  const { address, text, mail, invitation } = secrets
  for (const path of [
    `/${text}`,
    `/declarations/${text}`,
    `/receipts/${text}`,
    `/invitations/${invitation}`,
    `/set-up/${text}`,
    `/proofs/${text}%ff`,
    `/%zz${text}`,
    `/v1/${text}%`,
    `/assets/${text}`,
    `/assets/..%2f${text}`,
    `/${text.repeat(500)}`,
    `/declarations/${text.repeat(100)}`,
  ])
    for (const method of ['GET', 'POST', 'PATCH', 'OPTIONS', 'HEAD'])
      await send(method, path, form, method === 'GET' ? undefined : text)
  for (const path of [
    `/?url=${q}`,
    `/?url=${address}`,
    `/v1/verify?url=${q}`,
    `/v1/verify?url=${address}`,
    `/sign-in?then=/${text}`,
    `/declarations?page=${text}`,
    `/v1/my-record?before=${text}`,
    `/members?unit=${text}`,
    `/?lang=${text}`,
  ])
    await send('GET', path)
  for (const payload of [
    `address=${q}&name=${q}&code=${text}`,
    `address=https://${address}/&hint=${text}`,
    `%ff${text}`,
    `${text}\0`,
    text.repeat(9_000),
  ])
    for (const path of ['/declarations/new', '/sign-in/code', '/me/tokens/new', `/records/${me}`, '/sign-out'].slice(
      0,
      4,
    ))
      await send('POST', path, form, payload)
  for (const payload of [
    JSON.stringify({ address }),
    JSON.stringify({ [text]: mail }),
    `{"address":"${text}`,
    `"${text}"`,
    text.repeat(9_000),
  ])
    await send('POST', '/v1/declarations', json, payload)
  await send('POST', '/v1/declarations', { ...json, 'content-type': text }, text)
  await send('POST', '/declarations/new', { ...form, origin: `https://${address}` }, text)
  await send('GET', '/v1/declarations', { authorization: `Bearer ${text}` })
  expectSilence()
})

test('a database that fails with what was typed in its message leaves none of it in the log, not even dressed up as a place in the code', async () => {
  await house.db.asSuperuser(`create function telling() returns trigger language plpgsql as $$
    begin raise exception using message = new.typed || E'\\n    at ' || new.typed || ' (/srv/x.ts:1:1)', detail = new.typed, hint = new.typed, errcode = 'P0001'; end $$`)
  await house.db.asSuperuser('grant execute on function telling to public')
  for (const table of ['draft', 'declaration'])
    await house.db.asSuperuser(
      `create trigger telling before insert on ${table} for each row execute function telling()`,
    )
  const page = await send('POST', '/declarations/new', form, `address=https://${secrets.address}/${secrets.text}`)
  const api = await send(
    'POST',
    '/v1/declarations',
    { ...json, 'idempotency-key': 'k1' },
    JSON.stringify({ address: `https://${secrets.address}/${secrets.text}` }),
  )
  expect([page.statusCode, api.statusCode, api.json().code]).toEqual([500, 500, 'failed'])
  for (const table of ['draft', 'declaration']) await house.db.asSuperuser(`drop trigger telling on ${table}`)
  expect(page.body + api.body).not.toContain('bimat')
  expect(lines.filter((line) => line.includes('P0001'))).toHaveLength(2)
  expect(lines.join('')).toMatch(/src\/declarations/)
  expectSilence()
})

test('a job that fails with them leaves none in the log, and none in its queue', async () => {
  const { id } = await declared(house.db, { id: me }, `https://${secrets.text}.example.com/`, {
    visibility: 'confirmable',
    level: 2,
  })
  await house.db.asSuperuser(
    "insert into proof (id, declaration, person, method, token, keep, state, next_check_at) values (gen_random_uuid(), $1, $2, 'dns-txt', $3, true, 'found', now())",
    [id, me, secrets.text],
  )
  await house.db.asSuperuser(`create function telling_too() returns trigger language plpgsql as $$
    begin raise exception '% at %', new.token, '${secrets.address}' using detail = '${secrets.name}', errcode = 'P0002'; end $$`)
  await house.db.asSuperuser('grant execute on function telling_too to public')
  await house.db.asSuperuser(
    'create trigger telling_too before update on proof for each row execute function telling_too()',
  )
  await house.start()
  try {
    await house.db.as(me, (tx) => house.jobs.enqueue(tx, 'proofs.recheck', {}))
    for (let n = 0; n < 150 && !lines.some((line) => line.includes('job failed')); n += 1) await sleep(100)
    expect(lines.find((line) => line.includes('job failed'))).toContain('P0002')
    await sleep(500)
    const kept = await house.db.asSuperuser('select row_to_json(j)::text as job from pgboss.job j')
    expect(kept.rows.length).toBeGreaterThan(0)
    expect(kept.rows.map(({ job }) => job).join('')).not.toContain('bimat')
  } finally {
    await house.jobs.stop()
  }
  expectSilence()
}, 60_000)

test('what is no HTTP at all, or breaks off, leaves none in the log', async () => {
  await house.server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = house.server.addresses()[0] as { port: number }
  const speak = (text: string, hangUp: boolean) =>
    new Promise<void>((done) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(text)
        if (hangUp) setTimeout(() => socket.destroy(), 20)
      })
      socket.on('error', () => {})
      socket.on('close', () => done())
      socket.resume()
    })
  const { text } = secrets
  await speak(`${text}\r\n\r\n`, false)
  await speak(`GET /${text} HTTP/9.9\r\n\r\n`, false)
  await speak(`GET / HTTP/1.1\r\nhost: x\r\n${text}\r\n\r\n`, false)
  await speak(`GET / HTTP/1.1\r\nhost: x\r\nx: ${text.repeat(3_000)}\r\n\r\n`, false)
  await speak(
    `POST /sign-in/code HTTP/1.1\r\nhost: x\r\norigin: http://localhost:8080\r\ncontent-type: application/json\r\ncontent-length: 999\r\n\r\n{"${text}`,
    true,
  )
  await speak(`GET /v1/verify?url=${text}.example.com HTTP/1.1\r\nhost: x\r\n\r\n`, true)
  await send('GET', '/')
  expectSilence()
})
