import {
  ActLink,
  CellLines,
  Lead,
  Measure,
  PageTitle,
  Pagination,
  StackTable,
  Tag,
  Time,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { channelName, fieldsName, purposeSaid } from '../access-words.ts'
import type { Audited } from './store.ts'
import { words } from './words.ts'

const home = '/records/access'
type Given = {
  readonly looks: readonly Audited[]
  readonly unusual: boolean
  readonly first: boolean
  readonly olderThan: string | undefined
  readonly lang: Lang
}

export function auditPage({ looks, unusual, first, olderThan, lang }: Given): Reply {
  const w = words[lang]
  const title = unusual ? w.titleUnusual : w.title
  const kind = unusual ? 'unusual=1&' : ''
  const content = (
    <>
      <PageTitle>{title}</PageTitle>
      <Measure>
        <Lead>{w.lead}</Lead>
        <p>
          <ActLink href={unusual ? home : `${home}?unusual=1`}>{unusual ? w.all : w.unusualOnly}</ActLink>
        </p>
      </Measure>
      {looks.length === 0 ? <p>{w.none}</p> : <Looks {...{ looks, title, lang }} />}
      <Pagination
        lang={lang}
        previous={first ? undefined : `${home}${unusual ? '?unusual=1' : ''}`}
        next={olderThan && `${home}?${kind}before=${olderThan}`}
      />
    </>
  )
  return page(title, content, { nav: home, wide: true })
}

function Looks({ looks, title, lang }: { looks: readonly Audited[]; title: string; lang: Lang }) {
  const w = words[lang]
  const columns = [
    { head: w.when, nowrap: true },
    { head: w.who, label: w.who },
    { head: w.purpose, label: w.purpose },
    { head: w.whose, label: w.whose },
    { head: w.mark, label: w.mark },
  ]
  const rows = looks.map((look) => ({
    key: look.id,
    cells: [
      <CellLines
        first={<Time at={look.at} lang={lang} form="day" />}
        second={<Time at={look.at} lang={lang} form="time" />}
      />,
      <Who look={look} lang={lang} />,
      <CellLines
        first={purposeSaid(look, lang)}
        second={`${fieldsName(look.fields, lang)}. ${channelName(look.channel, lang)}`}
      />,
      look.pseudonym ? (
        <span class="cd-nowrap">{look.pseudonym}</span>
      ) : (
        <span lang="vi">{w.listOf(look.listed ?? '', look.persons ?? 0)}</span>
      ),
      <Marks look={look} lang={lang} />,
    ],
  }))
  return <StackTable caption={title} captionHidden {...{ columns, rows }} />
}

type Props = { readonly look: Audited; readonly lang: Lang }

function Who({ look, lang }: Props) {
  if (look.by_name === null) return <>{words[lang].operator}</>
  return (
    <CellLines
      first={<span lang="vi">{look.by_name}</span>}
      second={<span lang="vi">{[look.by_office, look.by_unit].filter(Boolean).join(', ')}</span>}
    />
  )
}

function Marks({ look, lang }: Props) {
  const w = words[lang]
  const said = look.why_answer ?? look.why_state
  return (
    <>
      {look.unusual.map((one) => (
        <Tag key={one} kind="late">
          {w[one]}
        </Tag>
      ))}
      {said && <CellLines first="" second={w[said as 'asked']} />}
    </>
  )
}
