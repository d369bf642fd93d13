import { openDatabase } from '../../../db/index.ts'
import { guardedClient, resolvers } from '../../../net/index.ts'
import { pushOf } from '../push.ts'

// A process of its own that tells browsers, so that a test can kill it in the middle.
const { url, dns, port, settings } = JSON.parse(process.argv[2] as string)
const db = openDatabase(url)
const client = guardedClient({
  ...{ resolvers: resolvers([dns]), networks: ['127.0.0.0/8'], ports: { 443: port }, userAgent: 'test' },
})
const words = { vi: 'x', en: 'x' }
const kinds = new Map([['level_lower', { title: words, text: words, href: () => '/' }]])
const given = { db, client, settings, url: 'https://so.donvi.vn', organisation: () => 'Đơn vị Mẫu', kinds: () => kinds }
await pushOf(given)?.sendDue()
await db.close()
