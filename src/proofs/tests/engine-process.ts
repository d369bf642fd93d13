// One process of re-checks, for tests that need several, or that kill one: `node … '{"url", "servers"}'`. Says how many it checked.
import { defaultSettings } from '../../config.ts'
import { openDatabase, today } from '../../db/index.ts'
import { guardedClient, resolvers, services } from '../../net/index.ts'
import { recheckDue } from '../recheck-due.ts'

const { url, servers } = JSON.parse(process.argv[2] ?? '') as { url: string; servers: string[] }
const asking = resolvers(servers)
const userAgent = 'ChinhDanh/test'
const net = {
  resolvers: asking,
  client: guardedClient({ resolvers: asking, networks: [], userAgent }),
  services: services({ origins: [], resolvers: asking, userAgent }),
}
const db = openDatabase(url)
const day = () => today('Asia/Ho_Chi_Minh')
const terms = { label: 'so', url: 'http://localhost', settings: defaultSettings, sample: false }
console.log('begins')
console.log(await recheckDue({ db, net, today: day, ...terms }))
await db.close()
