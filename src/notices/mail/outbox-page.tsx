import type { Kinds } from '../../mail/index.ts'
import { CellLines, InsetText, Lead, Measure, PageTitle, StackTable, Time } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import type { Outgoing } from './store.ts'
import { words } from './words.ts'

type Given = {
  readonly letters: readonly Outgoing[]
  readonly kinds: Kinds
  readonly goesOut: boolean
  readonly lang: Lang
}

export const outboxNav = '/settings/outbox'

export function outboxPage({ letters, kinds, goesOut, lang }: Given): Reply {
  const w = words[lang]
  const columns = [{ head: w.when, nowrap: true }, { head: w.to }, { head: w.kind }, { head: w.state }]
  const rows = letters.map((letter, n) => ({
    key: String(n),
    cells: [
      <Time at={letter.made_at} lang={lang} />,
      letter.address ?? w.noAddress,
      kinds.get(letter.kind)?.title[lang] ?? letter.kind,
      <CellLines first={stateOf(letter, lang)} second={letter.failed ? w.code(letter.failed) : undefined} />,
    ],
  }))
  const content = (
    <>
      <Measure>
        <PageTitle>{w.outbox}</PageTitle>
        <Lead>{w.outboxLead}</Lead>
        {!goesOut && <InsetText>{w.noWay}</InsetText>}
        {letters.length === 0 && <p>{w.empty}</p>}
      </Measure>
      {letters.length > 0 && <StackTable caption={w.outbox} captionHidden {...{ columns, rows }} />}
    </>
  )
  return page(w.outbox, content, { nav: outboxNav, wide: true })
}

function stateOf({ sent_at, waits }: Outgoing, lang: Lang): string {
  const w = words[lang]
  return sent_at ? w.sent : waits ? w.waits : w.gaveUp
}
