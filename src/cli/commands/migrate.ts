import { findGround, prepareGround } from '../../db/index.ts'
import type { Command } from '../outcome.ts'

export const migrateCommand: Command = {
  usage: '',
  summary: 'bring the database to the newest schema',
  options: {},
  async run({ config }) {
    const ground = await findGround(config)
    if (ground.kind === 'refused') return { kind: 'failed', text: ground.message }
    try {
      const prepared = await prepareGround(ground.adminUrl)
      if (prepared.kind === 'refused') return { kind: 'failed', text: prepared.message }
      const { applied } = prepared
      return {
        kind: 'done',
        result: { applied },
        text: applied.length ? `Applied: ${applied.join(', ')}` : 'Nothing to do: the schema is up to date.',
      }
    } finally {
      await ground.release()
    }
  },
}
