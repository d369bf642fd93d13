import { type Part, pdfOf } from '../pdf/index.ts'
import { timeText } from '../web/components/index.ts'
import type { Campaign, Recipient } from './store.ts'
import { words } from './words.ts'

type Printed = {
  readonly campaign: Campaign
  readonly to: readonly Recipient[]
  readonly url: string
  readonly organisation: string | undefined
  readonly at: Date
}

/** One letter a person on A4, in Vietnamese, for a window envelope. Its code leads to the page of whoever signs in: it is no secret. */
export function lettersOf({ campaign, to, url, organisation, at }: Printed): Promise<Buffer> {
  const w = words.vi
  const read = campaign.task === 'read'
  const link = read ? `${url}/guidance/${campaign.guidance}` : `${url}/attestations`
  const parts = to.flatMap(({ name, office, unit, due_on }): Part[] => [
    { kind: 'letter', to: [name, ...(office ? [office] : []), unit] },
    { kind: 'text', text: w.letterTo(name) },
    { kind: 'text', text: read ? w.letterRead(campaign.title_vi ?? '') : w.letterAttest },
    ...(due_on && !read ? [{ kind: 'text', text: w.letterDue(timeText(due_on, 'vi', 'day')) } as const] : []),
    { kind: 'qr', link, text: w.letterCode },
    { kind: 'text', text: w.letterHelp(unit) },
    { kind: 'text', text: w.letterSafe },
  ])
  const title = read ? w.letterReadTitle : w.letterAttestTitle
  return pdfOf({ lang: 'vi', title, from: organisation ?? url, foot: url, at, parts })
}
