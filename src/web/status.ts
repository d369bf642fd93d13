import { anyone } from '../permissions/index.ts'
import { json } from './reply.ts'
import { room } from './room.ts'

const patience = 1_000 // milliseconds

/** For load balancers: is the process alive, and does its database answer within a second? */
export const status = (given: { readonly databaseAnswers: () => Promise<unknown> }) =>
  room('status', (at) => [
    at.get('/healthz', anyone, () => json({ status: 'alive' })),
    at.get('/readyz', anyone, async () => {
      const ready = await Promise.race([
        given.databaseAnswers().then(
          () => true,
          () => false,
        ),
        after(patience),
      ])
      return ready ? json({ status: 'ready' }) : json({ status: 'database_away' }, 503, { 'retry-after': '5' })
    }),
  ])

const after = (milliseconds: number) =>
  new Promise<false>((done) => setTimeout(() => done(false), milliseconds).unref())
