import { ActLink, Lead, PageTitle, Pagination, StackTable, timeText } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { type Campaign, type Person, peopleAtOnce } from '../store.ts'
import { words } from '../words.ts'
import { nav } from './list-page.tsx'
import { taskText } from './parts.tsx'

type Shown = {
  readonly campaign: Campaign
  readonly unit: { readonly code: string; readonly name: string }
  readonly people: readonly Person[]
  readonly from: number
  readonly next?: number
  readonly lang: Lang
}

/** Whom it reminds in one unit, in the order of their names. */
export function peoplePage({ campaign, unit, people, from, next, lang }: Shown): Reply {
  const w = words[lang]
  const href = `/campaigns/${campaign.id}`
  const path = `${href}/people?unit=${encodeURIComponent(unit.code)}`
  const at = (start: number) => (start > 0 ? `${path}&from=${start}` : path)
  const columns = [
    { head: w.person },
    { head: w.office, label: w.office },
    { head: w.toldHead, label: w.toldHead },
    { head: w.standsHead, label: w.standsHead },
  ]
  const rows = people.map(({ person, name, office, told, told_at, stands }) => ({
    key: person,
    cells: [
      <span lang="vi">{name}</span>,
      office && <span lang="vi">{office}</span>,
      told_at ? w.toldText(told, timeText(told_at, lang, 'day')) : w.notTold,
      w[`s_${stands}`],
    ],
  }))
  const content = (
    <>
      <PageTitle caption={taskText(campaign, lang)}>{w.people(unit.name)}</PageTitle>
      <Lead>{w.peopleLead}</Lead>
      <p>
        <ActLink href={`${href}/letters?unit=${encodeURIComponent(unit.code)}`}>{w.printLetters}</ActLink>
      </p>
      {rows.length === 0 ? (
        <p>{w.peopleNone}</p>
      ) : (
        <StackTable caption={w.people(unit.name)} captionHidden named {...{ columns, rows }} />
      )}
      <Pagination
        lang={lang}
        previous={from > 0 ? at(Math.max(0, from - peopleAtOnce)) : undefined}
        next={next === undefined ? undefined : at(next)}
      />
    </>
  )
  return page(w.people(unit.name), content, { nav, back: { href }, path: at(from), wide: true })
}
