import { Lead, PageTitle, Pagination, StackTable } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { type Person, peopleAtOnce, type Text } from '../store.ts'
import { words } from '../words.ts'
import { titleOf } from './parts.tsx'

type Shown = {
  readonly text: Text
  readonly unit: { readonly code: string; readonly name: string }
  readonly people: readonly Person[]
  readonly missing: number
  readonly from: number
  readonly next?: number
  readonly lang: Lang
}

/** Who of one unit has not acknowledged the text: names and offices, no more. */
export function missingPage({ text, unit, people, missing, from, next, lang }: Shown): Reply {
  const w = words[lang]
  const href = `/guidance/${text.guidance}`
  const path = `${href}/missing?unit=${encodeURIComponent(unit.code)}`
  const at = (start: number) => (start > 0 ? `${path}&from=${start}` : path)
  const columns = [{ head: w.person }, { head: w.office, label: w.office }]
  const rows = people.map(({ person, name, office }) => ({
    key: person,
    cells: [<span lang="vi">{name}</span>, office && <span lang="vi">{office}</span>],
  }))
  const content = (
    <>
      <PageTitle caption={titleOf(text, lang)}>{w.missingOf(unit.name)}</PageTitle>
      <Lead>{missing === 0 ? w.missingNone : w.missingLead(missing)}</Lead>
      {rows.length > 0 && <StackTable caption={w.missing} captionHidden named {...{ columns, rows }} />}
      <Pagination
        lang={lang}
        previous={from > 0 ? at(Math.max(0, from - peopleAtOnce)) : undefined}
        next={next === undefined ? undefined : at(next)}
      />
    </>
  )
  return page(w.missingOf(unit.name), content, { nav: '/guidance', back: { href }, path: at(from), wide: true })
}
