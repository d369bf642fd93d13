import type { MailWay } from '../net/index.ts'
import { timeText } from '../web/components/index.ts'
import type { Given } from './given.ts'
import { type LetterDue, lettersDue, posted } from './store.ts'
import { words } from './words.ts'

const atOnce = 20

/** To the authority, of pages whose owner or officer asked for it. It names the page, the unit and the number, and no person. Gives how
 *  many went out. */
export async function sendLetters({ db, way, authority, organisation, url }: Given): Promise<number> {
  if (!way || !authority?.mail) return 0
  const due = await db.under('reminder', (tx) => lettersDue(tx, atOnce))
  let sent = 0
  for (const letter of due) {
    const came = await send(way, authority.mail, { letter, organisation: organisation() ?? words.vi.ourUnit, url })
    // From here the letter may be out. Should we die before the next line, it goes once more, under the same Message-ID.
    await db.under('reminder', (tx) => posted(tx, letter.id, came.kind === 'sent' ? null : came.code))
    if (came.kind === 'sent') sent += 1
  }
  return sent
}

type What = { readonly letter: LetterDue; readonly organisation: string; readonly url: string }

function send(way: MailWay, to: string, { letter, organisation, url }: What) {
  const w = words.vi
  const { id, number, matter, address, uid, unit, opened_at: at } = letter
  const lines = [
    `${w.number}: ${number}`,
    `${w.page}: ${address}`,
    ...(uid ? [`${w.copyId}: ${uid}`] : []),
    `${w.matter}: ${w[matter]}`,
    `${w.since}: ${timeText(at, 'vi')}`,
    ...(unit ? [`${w.ourUnit}: ${unit}`] : []),
  ]
  return way.send({
    to,
    subject: w.subject(number),
    text: `${w.letterText(organisation)}\n\n${lines.join('\n')}\n\n${w.letterNobody}\n`,
    messageId: `<${id}@${new URL(url).hostname}>`,
    lang: 'vi',
  })
}
