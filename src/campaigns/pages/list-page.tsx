import { ButtonLink, CellLines, Lead, PageTitle, StackTable, timeText } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import type { Campaign } from '../store.ts'
import { words } from '../words.ts'
import { StateTag, taskText } from './parts.tsx'

export const nav = '/campaigns'

export function listPage({ campaigns, lang }: { readonly campaigns: readonly Campaign[]; readonly lang: Lang }): Reply {
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.campaigns}</PageTitle>
      <Lead>{w.lead}</Lead>
      <ButtonLink href="/campaigns/new">{w.newOne}</ButtonLink>
      {campaigns.length === 0 ? <p>{w.none}</p> : <Listing campaigns={campaigns} lang={lang} />}
    </>
  )
  return page(w.campaigns, content, { nav, wide: true })
}

function Listing({ campaigns, lang }: { campaigns: readonly Campaign[]; lang: Lang }) {
  const w = words[lang]
  const columns = [{ head: w.task }, { head: w.unit, label: w.unit }, { head: w.state, label: w.state }]
  const rows = campaigns.map((one) => ({
    key: one.id,
    cells: [
      <CellLines
        first={
          <a class="govuk-link cd-act" href={`/campaigns/${one.id}`}>
            {taskText(one, lang)}
          </a>
        }
        second={timeText(one.made_at, lang, 'day')}
      />,
      <span lang="vi">{one.unit_name}</span>,
      <StateTag state={one.state} lang={lang} />,
    ],
  }))
  return <StackTable caption={w.caption} captionHidden named {...{ columns, rows }} />
}
