import { displayAddress } from '../../addresses/index.ts'
import { platformName } from '../../declarations/index.ts'
import { Entries, EntryState, Heading, Lead, PageTitle, Tag, timeText } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { isSaid } from '../rules.ts'
import type { Impersonation } from '../store.ts'
import { words } from '../words.ts'
import { stateText } from './report-pages.tsx'

/** Pages that were reported as imitating the person who looks, what is open first. */
export function minePage({ all, lang }: { all: readonly Impersonation[]; lang: Lang }): Reply {
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.mineTitle}</PageTitle>
      <Lead>{all.length === 0 ? w.mineNone : w.mineLead}</Lead>
      {all.length > 0 && (
        <>
          <Heading>{w.reportedPages}</Heading>
          <Entries items={all.map((one) => entryOf(one, lang))} />
        </>
      )}
    </>
  )
  return page(w.mineTitle, content)
}

function entryOf(one: Impersonation, lang: Lang) {
  const w = words[lang]
  return {
    title: `${one.number} · ${platformName(one.platform, lang)}`,
    address: displayAddress(one.address),
    tag: one.closedAt ? <Tag kind="later">{w.over_short}</Tag> : <Tag kind={tagOf(one)}>{w.open}</Tag>,
    state: <EntryState word={stateText(one, lang)}>{timeText(one.reportedAt, lang, 'day')}</EntryState>,
    acts: [{ href: `/impersonations/${one.id}`, text: w.see, of: one.number }],
  }
}

const tagOf = ({ stage }: Impersonation) => (isSaid(stage) ? 'incident' : stage === 'asked' ? 'late' : 'later')
