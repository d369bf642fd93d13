import {
  CellLines,
  Details,
  ErrorSummary,
  Fact,
  Facts,
  Heading,
  PageTitle,
  StackTable,
  Time,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { type Above, childrenAtOnce, type Leaf, type UnitHappening } from '../tree.ts'
import { words } from '../words.ts'
import { AddForm, CloseForm, type Failed, MergeForm, MoveForm, messageOf, RenameForm } from './forms.tsx'
import { Listing, Pages, Search, UnitLink } from './listing.tsx'
import { statusOf } from './tree-page.tsx'

export type UnitShown = {
  readonly unit: Leaf
  /** From the root down. */
  readonly above: readonly Above[]
  readonly below: readonly Leaf[]
  readonly from: number
  /** Only for who may change the unit. */
  readonly history?: readonly UnitHappening[]
  readonly failed?: Failed
}

/** One unit: where it stands, what is below it, and, for its administrator, what can be done with it and what was. */
export function unitPage(shown: UnitShown & { lang: Lang }): Reply {
  const { unit, above, below, from, history, failed, lang } = shown
  const w = words[lang]
  const parent = above.at(-1)
  const path = `/units/${unit.id}`
  const content = (
    <>
      {failed && <ErrorSummary lang={lang} errors={[messageOf(failed, lang)]} />}
      <PageTitle caption={parent && <span lang="vi">{parent.name}</span>}>
        <span lang="vi">{unit.name}</span>
      </PageTitle>
      <Standing {...{ unit, above, lang }} />
      <Heading>{w.below}</Heading>
      {below.length === 0 ? (
        <p>{w.nothingBelow}</p>
      ) : (
        <Listing units={below.slice(0, childrenAtOnce)} caption={w.below} lang={lang} />
      )}
      <Pages {...{ path, from, most: childrenAtOnce, more: below.length > childrenAtOnce, lang }} />
      {history && !unit.closed_at && <Changes {...{ unit, failed, lang }} />}
      {history && <History {...{ history, lang }} />}
      <Search lang={lang} />
    </>
  )
  const back = { href: parent ? `/units/${parent.id}` : '/units' }
  return page(unit.name, content, { nav: '/units', back, wide: true, path, ...statusOf(failed) })
}

function Standing({ unit, above, lang }: Pick<UnitShown, 'unit' | 'above'> & { lang: Lang }) {
  const w = words[lang]
  return (
    <Facts>
      <Fact term={w.code}>{unit.code}</Fact>
      <Fact term={w.kind}>{unit.kind && <span lang="vi">{unit.kind}</span>}</Fact>
      <Fact term={w.path}>
        {above.length > 0 &&
          above.map((one, n) => (
            <>
              {n > 0 && ' › '}
              <UnitLink unit={one} />
            </>
          ))}
      </Fact>
      <Fact term={w.closedOn}>{unit.closed_at && <Time at={unit.closed_at} lang={lang} form="day" />}</Fact>
    </Facts>
  )
}

type Changing = { readonly unit: Leaf; readonly failed?: Failed; readonly lang: Lang }

function Changes({ unit, failed, lang }: Changing) {
  const w = words[lang]
  const given = { unit, failed, lang }
  const open = (form: Failed['form']) => failed?.form === form
  return (
    <>
      <Heading>{w.change}</Heading>
      <Details summary={w.rename} open={open('rename')}>
        <RenameForm {...given} />
      </Details>
      <Details summary={w.add} open={open('add')}>
        <AddForm failed={failed} parent={unit} lang={lang} />
      </Details>
      <Details summary={w.move} open={open('move')}>
        <MoveForm {...given} />
      </Details>
      <Details summary={w.merge} open={open('merge')}>
        <MergeForm {...given} />
      </Details>
      <Details summary={w.close} open={open('close')}>
        <CloseForm {...given} />
      </Details>
    </>
  )
}

function History({ history, lang }: { history: readonly UnitHappening[]; lang: Lang }) {
  const w = words[lang]
  const columns = [{ head: w.when, nowrap: true }, { head: w.what }, { head: w.who, label: w.who }]
  const rows = history.map((one) => ({
    key: String(one.n),
    cells: [
      <CellLines
        first={<Time at={one.at} lang={lang} form="day" />}
        second={<Time at={one.at} lang={lang} form="time" />}
      />,
      happening(one, lang),
      one.by_name ?? w.operator,
    ],
  }))
  return (
    <>
      <Heading>{w.history}</Heading>
      <StackTable caption={w.history} captionHidden {...{ columns, rows }} />
    </>
  )
}

function happening({ act, from_text, to_text, from_name, to_name }: UnitHappening, lang: Lang): string {
  const w = words[lang]
  switch (act) {
    case 'renamed':
    case 'kind_changed':
    case 'code_changed':
      return w[act](from_text ?? w.none, to_text ?? w.none)
    case 'moved':
      return w.moved(from_name ?? w.top, to_name ?? w.top)
    case 'merged':
      return w.merged(to_name ?? '')
    case 'took_in':
      return w.took_in(from_name ?? '')
    case 'closed':
    case 'opened':
      return w[act]
    default:
      return w.created
  }
}
