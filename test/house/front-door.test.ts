import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testCa } from '../peers/ca.ts'
import { dnsServer } from '../peers/dns.ts'
import { type Hosts, tlsServer } from '../peers/tls.ts'

// The program as an operator has it: `bin/chinhdanh` in processes of its own, an embedded database, a real website on port 443.

const program = resolve(import.meta.dirname, '../../bin/chinhdanh')
const place = '127.0.0.43' // a loopback address of its own, so that port 443 is free
const host = 'nguyenvana-mau.vn'
const mayBind443 = await new Promise<boolean>((done) => {
  const probe = createServer().once('error', () => done(false))
  probe.listen(443, place, () => probe.close(() => done(true)))
})

describe.skipIf(!mayBind443)('from a token to a signed answer (needs port 443 of a loopback address)', () => {
  const data = mkdtempSync(join(tmpdir(), 'chinhdanh-door-'))
  chmodSync(data, 0o711) // user postgres passes, so the cluster lies in it
  const hosts: Hosts = new Map()
  const stack = new AsyncDisposableStack()
  let env: NodeJS.ProcessEnv
  let url: string
  let server: ChildProcess
  const said: string[] = []

  beforeAll(async () => {
    const ca = stack.use(await testCa())
    const dns = stack.use(
      await dnsServer({
        records: new Map([
          [`A ${host}`, [place]],
          [`A www.${host}`, [place]],
        ]),
      }),
    )
    stack.use(await tlsServer({ ca, hosts, address: place, port: 443 }))
    env = {
      ...process.env,
      CHINHDANH_DATA: data,
      CHINHDANH_DNS: dns.address,
      CHINHDANH_PROOF_NETWORKS: '127.0.0.0/8',
      NODE_EXTRA_CA_CERTS: ca.bundle,
      PORT: '0',
      DATABASE_URL: '',
      CHINHDANH_URL: '',
    }
    server = spawn(program, ['serve', '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    server.stderr?.on('data', (part) => said.push(String(part)))
    url = JSON.parse(await lineOf(server)).url
  }, 120_000)

  afterAll(async () => {
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    const [code] = await ended
    await stack.disposeAsync()
    rmSync(data, { recursive: true, force: true })
    expect([code, code === 0 ? '' : said.join('')], 'Ctrl-C ends it properly').toEqual([0, ''])
  })

  const run = async (...args: string[]) =>
    JSON.parse(
      (await promisify(execFile)(program, [...args, '--json'], { env })).stdout.trim().split('\n').at(-1) as string,
    )
  const call = async (method: string, path: string, token?: string, body?: unknown) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      body: body ? JSON.stringify(body) : undefined,
    })
    return { status: response.status, body: await response.json() }
  }

  test('a page is declared, proven by a file on its own server, made confirmable, and confirmed at level 2 in three spellings', async () => {
    const unit = await run('unit', 'add', '--code', 'PM1', '--name', 'Phòng Mẫu 1')
    expect(unit.id).toMatch(/^[0-9a-f-]{36}$/)
    const person = await run('person', 'add', '--unit', 'PM1', '--name', 'Nguyễn Văn A')
    const { token } = await run('token', 'create', '--person', person.id)

    const declared = await call('POST', '/v1/declarations', token, { address: `https://${host}/` })
    expect(declared).toMatchObject({
      status: 201,
      body: { level: 0, visibility: 'private', state: 'active', address: { canonical: `https://${host}/` } },
    })
    const { id } = declared.body
    const proof = await call('POST', `/v1/declarations/${id}/proofs`, token, { method: 'well-known' })
    expect(proof.status).toBe(201)

    const absent = await call('POST', `/v1/proofs/${proof.body.id}/check`, token)
    expect(absent).toMatchObject({ status: 200, body: { result: 'absent', level: 0 } })
    hosts.set(host, (request, response) => {
      const there = request.url === `/.well-known/chinhdanh-challenge/${proof.body.token}`
      response.writeHead(there ? 200 : 404, { 'content-type': 'text/plain' }).end(there ? proof.body.token : '')
    })
    const found = await call('POST', `/v1/proofs/${proof.body.id}/check`, token)
    expect(found).toMatchObject({ status: 200, body: { result: 'found', level: 2 } })

    expect((await call('GET', `/v1/verify?url=${host}`)).body).toEqual({ answer: 'unconfirmed' })
    expect((await call('PATCH', `/v1/declarations/${id}`, token, { visibility: 'confirmable' })).status).toBe(200)
    for (const spelling of [host, `http://WWW.${host}/`, `https://${host}/?utm_source=x#top`]) {
      const answer = await call('GET', `/v1/verify?url=${encodeURIComponent(spelling)}`)
      expect(answer).toMatchObject({ status: 200, body: { answer: 'confirmed', level: 2 } })
    }
    const signed = await (
      await fetch(`${url}/v1/verify?url=${host}`, { headers: { accept: 'application/jwt' } })
    ).text()
    const { payload } = await jwtVerify(signed, createRemoteJWKSet(new URL(`${url}/.well-known/jwks.json`)), {
      issuer: url,
    })
    expect(payload).toMatchObject({ sub: `https://${host}/`, answer: 'confirmed', level: 2 })
    expect((payload.iat as number) % 60).toBe(0)
  }, 60_000)

  test('the person sees that the operator made a token', async () => {
    const person = await run('person', 'add', '--unit', 'PM1', '--name', 'Trần Thị B')
    const { token } = await run('token', 'create', '--person', person.id)
    const { body } = await call('GET', '/v1/my-record', token)
    expect(JSON.stringify(body)).toContain('command_line')
  })

  test('a second server on the same port ends with a clear message and leaves the first one alone', async () => {
    const second = promisify(execFile)(program, ['serve'], { env: { ...env, PORT: new URL(url).port } })
    await expect(second).rejects.toMatchObject({ code: 3, stderr: expect.stringContaining('is in use') })
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })

  test('addresses stream through the command line, also with no server and no data folder', async () => {
    const child = spawn(program, ['address'], {
      env: { ...env, CHINHDANH_DATA: join(data, 'none') },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    child.stdin?.end('{"input":"m.facebook.com/Nguyen.Van.A.Mau"}\n{"input":"bit.ly/x"}\nnot json\n')
    const out = Buffer.concat((await child.stdout?.toArray()) as Buffer[])
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(out.map((line) => line.address?.canonical ?? line.error)).toEqual([
      'https://www.facebook.com/nguyenvanamau',
      'short_link',
      'bad_line',
    ])
  })

  test('wrong use ends with 2, a refusal with 1 and its code', async () => {
    await expect(run('unit', 'add')).rejects.toMatchObject({ code: 2 })
    await expect(run('no-such-command')).rejects.toMatchObject({ code: 2 })
    await expect(run('person', 'add', '--unit', 'NONE', '--name', 'X')).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('"refused":'),
    })
  })
})

async function lineOf(child: ChildProcess): Promise<string> {
  let errors = ''
  child.stderr?.on('data', (part) => {
    errors += part
  })
  for await (const part of child.stdout as NodeJS.ReadableStream) {
    const line = String(part)
      .split('\n')
      .find((text) => text.startsWith('{"ready"'))
    if (line) return line
  }
  throw new Error(`the server did not start:\n${errors}`)
}
