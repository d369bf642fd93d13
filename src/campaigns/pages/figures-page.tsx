import { ActLink, Lead, PageTitle } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import type { Campaign, Cell } from '../store.ts'
import { words } from '../words.ts'
import { nav } from './list-page.tsx'
import { Cells, taskText } from './parts.tsx'

type Shown = { readonly campaign: Campaign; readonly cells: readonly Cell[]; readonly lang: Lang }

/** Results of one unit and of those right below it. */
export function figuresPage({ campaign, cells, lang }: Shown): Reply {
  const w = words[lang]
  const href = `/campaigns/${campaign.id}`
  const [whole] = cells
  const path = `${href}/figures?unit=${encodeURIComponent(whole?.code ?? '')}`
  const content = (
    <>
      <PageTitle caption={taskText(campaign, lang)}>{w.results}</PageTitle>
      <Lead>{w.resultsLead}</Lead>
      <Cells {...{ campaign, cells, lang }} />
      {whole && (
        <p>
          <ActLink href={`${href}/people?unit=${encodeURIComponent(whole.code)}`}>{w.seePeople(whole.name)}</ActLink>
        </p>
      )}
    </>
  )
  return page(w.results, content, { nav, back: { href }, path, wide: true })
}
