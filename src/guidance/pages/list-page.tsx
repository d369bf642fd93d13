import { ButtonLink, CellLines, Lead, PageTitle, StackTable } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import type { Text } from '../store.ts'
import { words } from '../words.ts'
import { StateTag, sinceText, titleOf } from './parts.tsx'

type Shown = { readonly texts: readonly Text[]; readonly writes: boolean; readonly lang: Lang }

/** All texts, what asks the reader first. */
export function listPage({ texts, writes, lang }: Shown): Reply {
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.guidance}</PageTitle>
      <Lead>{w.lead}</Lead>
      {texts.length === 0 ? <p>{w.none}</p> : <Listing texts={texts} lang={lang} />}
      {writes && (
        <ButtonLink href="/guidance/new" kind="secondary">
          {w.write}
        </ButtonLink>
      )}
    </>
  )
  return page(w.guidance, content, { nav: '/guidance', wide: true })
}

function Listing({ texts, lang }: Pick<Shown, 'texts' | 'lang'>) {
  const w = words[lang]
  const columns = [{ head: w.title }, { head: w.whom, label: w.whom }, { head: w.state, label: w.state }]
  const rows = texts.map((text) => ({
    key: text.guidance,
    cells: [
      <CellLines
        first={
          <a class="govuk-link cd-act" href={`/guidance/${text.guidance}`}>
            {titleOf(text, lang)}
          </a>
        }
        second={sinceText(text, lang)}
      />,
      text.unit_name === null ? w.everybody : <span lang="vi">{text.unit_name}</span>,
      <StateTag text={text} lang={lang} />,
    ],
  }))
  return <StackTable caption={w.caption} captionHidden named {...{ columns, rows }} />
}
