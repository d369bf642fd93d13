import { openDatabase } from '../../db/database.ts'
import { mailOf } from '../../mail/mail.ts'
import { mailWay } from '../../net/mail-way.ts'
import { resolvers } from '../../net/resolvers.ts'
import type { Room } from '../../web/index.ts'
import { notices } from '../notices.ts'
import { atWork, gatherSome, sendWave } from '../store.ts'

// A process of its own that does what the jobs of this room and of the mail do, over and over, so that a test can kill it anywhere. The hour is
// not asked: when a wave may go, the tables of rules.test.ts say.
const { url, smtp, campaign, day } = JSON.parse(process.argv[2] as string) as Record<string, string>
const db = openDatabase(url as string)
const way = mailWay({ url: smtp as string, from: 'so@donvi.vn', resolvers: resolvers(['127.0.0.1:9']) })
const mail = mailOf({ db, url: 'https://so.donvi.vn', rooms: () => [{ name: 'campaigns', notices } as Room], way })
process.stdout.write('begun\n')
for (;;) {
  while (await db.under('reminder', (tx) => gatherSome(tx, campaign as string, day as string, 200)));
  const now = (await db.under('reminder', (tx) => atWork(tx, day as string))).find(({ id }) => id === campaign)
  const told = now ? await db.under('reminder', (tx) => sendWave(tx, now.id, now.waves, day as string, 40)) : 0
  const sent = await mail.sendDue()
  if (!now && told + sent === 0) break
}
await db.close()
