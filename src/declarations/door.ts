import { randomUUID } from 'node:crypto'
import { recognise } from '../addresses/index.ts'
import { serverOf } from '../web/index.ts'
import { testDatabase } from '../../test/support/database.ts'
import { declarations } from './index.ts'
export async function testHouse() {
  const db = await testDatabase()
  const { room } = declarations({ db, url: 'http://localhost:8080' })
  const people = new Map<string, any>()
  const server = await serverOf({ rooms: [room], url: 'http://localhost:8080', sample: false, organisation: () => 'Đơn vị Mẫu', quiet: true,
    identify: async (secret: string, kind: any) => people.get(secret) ? { kind: 'person', ...people.get(secret), roles: [], via: kind } : { kind: 'nobody' } } as any)
  server.setErrorHandler as any
  server.addHook('onError', async (_r, _p, e) => { console.error(e) })
  await server.ready()
  return {
    db, server, url: 'http://localhost:8080',
    async as(person: any) {
      const s = randomUUID(); people.set(s, { id: person.id, name: person.name ?? 'x' })
      const send = async (method: any, url: string, headers: any, payload?: string) => {
        const r = await server.inject({ method, url, headers, payload } as any)
        return { status: r.statusCode, headers: r.headers, text: r.body, json: () => JSON.parse(r.body) }
      }
      return {
        get: (p: string, h = {}) => send('GET', p, { cookie: `session=${s}`, ...h }),
        post: (p: string, f: any = {}, h = {}) => send('POST', p, { cookie: `session=${s}`, origin: 'http://localhost:8080', 'content-type': 'application/x-www-form-urlencoded', ...h }, new URLSearchParams(f).toString()),
        api: (m: any, p: string, b?: any, h = {}) => send(m, p, { authorization: `Bearer ${s}`, ...(b === undefined ? {} : { 'content-type': 'application/json' }), ...h }, b === undefined ? undefined : JSON.stringify(b)),
      }
    },
    async [Symbol.asyncDispose]() { await server.close(); await db[Symbol.asyncDispose]() },
  }
}
