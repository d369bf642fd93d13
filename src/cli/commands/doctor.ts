import { existsSync } from 'node:fs'
import { assetsFolder } from '../../web/assets.ts'
import { onRegister } from '../on-register.ts'
import type { Command } from '../outcome.ts'

/** Says what this register runs on and whether each part answers. */
export const doctorCommand: Command = {
  usage: '',
  summary: 'say what this register runs on and whether each part answers',
  options: {},
  run: (asked) =>
    onRegister(asked, async (db) => {
      const { config } = asked
      const counts = await db.under('operator', async (tx) => ({
        units: Number(
          (
            await tx
              .selectFrom('unit')
              .select((q) => q.fn.countAll().as('n'))
              .executeTakeFirstOrThrow()
          ).n,
        ),
        persons: Number(
          (
            await tx
              .selectFrom('person')
              .select((q) => q.fn.countAll().as('n'))
              .executeTakeFirstOrThrow()
          ).n,
        ),
        setUp: (await tx.selectFrom('organisation').select('set_up_at').executeTakeFirst())?.set_up_at != null,
      }))
      const result = {
        node: process.version,
        database: config.databaseUrl ? 'DATABASE_URL' : config.data,
        url: config.url,
        resolvers: config.dns.length > 0 ? config.dns : 'system',
        proofNetworks: config.proofNetworks,
        assets: existsSync(assetsFolder),
        ...counts,
      }
      return {
        kind: 'done',
        result,
        text: Object.entries(result)
          .map(([name, value]) => `${name}: ${value}`)
          .join('\n'),
      }
    }),
}
