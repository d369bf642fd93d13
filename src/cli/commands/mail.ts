import { text } from 'node:stream/consumers'
import { isId } from '../../db/index.ts'
import { noteBounce, readBounce } from '../../mail/index.ts'
import { onRegister } from '../on-register.ts'
import { type Command, refused } from '../outcome.ts'

/** As long as a report is worth reading: it encloses at most the head of the letter, or a short letter. */
const longest = 1_000_000

const bounce: Command = {
  usage: '[RECIPIENT]',
  summary:
    'read a report that a letter could not be delivered (RFC 3464) from standard input; RECIPIENT is the address that it came back to',
  options: {},
  positionals: true,
  async run(asked) {
    const [recipient = '', ...more] = asked.rest
    if (more.length > 0) return { kind: 'wrong_use', text: 'Usage: bin/chinhdanh mail bounce [RECIPIENT] < REPORT' }
    const read = readBounce((await text(process.stdin)).slice(0, longest), recipient)
    if (!read || !isId(read.letter)) return refused('no_bounce')
    return onRegister(asked, async (db) => {
      const said = await db.under('operator', (tx) => noteBounce(tx, read.letter, read.code, read.forGood))
      if (said === 'unknown') return refused('letter_unknown')
      return {
        kind: 'done',
        result: { noted: read.code, unreachable: said === 'unreachable' },
        text: `Noted: ${read.code}, ${said}`,
      }
    })
  },
}

export const mailCommands = { 'mail bounce': bounce }
