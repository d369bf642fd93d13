import { ActLink, StackTable, Tag, type TagKind } from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import type { State } from '../rules.ts'
import type { Campaign, Cell, Part } from '../store.ts'
import { words } from '../words.ts'

const tagKinds: Readonly<Record<State, TagKind>> = {
  draft: 'later',
  running: 'done',
  stopped: 'late',
  done: 'later',
  dropped: 'later',
}

export const StateTag = ({ state, lang }: { state: State; lang: Lang }) => (
  <Tag kind={tagKinds[state]}>{words[lang][`st_${state}`]}</Tag>
)

/** What it reminds of, in the reader's language. */
export function taskText({ task, whom, title_vi, title_en }: Campaign, lang: Lang): string {
  const w = words[lang]
  if (task === 'attest') return w[`attest_${whom}`]
  return `${w.read}: ${(lang === 'vi' ? title_vi : title_en) ?? ''}`
}

export const figure = (n: number | null, lang: Lang): string =>
  n === null ? words[lang].leftOut : n.toLocaleString(lang)

/** Everybody once, with the sum; nothing is left out of the sum that is not said. */
export function Parts({ parts, lang }: { parts: readonly Part[]; lang: Lang }) {
  const w = words[lang]
  const columns = [{ head: w.part }, { head: w.number, label: w.number, figures: true }]
  const rows = parts.map(({ part, n }) => ({ key: part, cells: [w[`p_${part}`], figure(n, lang)] }))
  const sum = { key: 'sum', cells: [<strong>{w.total}</strong>, <strong>{figure(sumOf(parts), lang)}</strong>] }
  return <StackTable caption={w.who} captionHidden named {...{ columns, rows: [...rows, sum] }} />
}

/** Of nobody where one part is left out. */
export const sumOf = (parts: readonly Part[]): number | null =>
  parts.some(({ n }) => n === null) ? null : parts.reduce((sum, { n }) => sum + (n ?? 0), 0)

/** How many are to be reminded, as far as it may be said. */
export const askedOf = (parts: readonly Part[]): number | null =>
  sumOf(parts.filter(({ part }) => part === 'mailed' || part === 'unmailed'))

type Figures = { readonly campaign: Campaign; readonly cells: readonly Cell[]; readonly lang: Lang }

/** By unit, in the order of the tree and of names: nobody is ranked. */
export function Cells({ campaign, cells, lang }: Figures) {
  const w = words[lang]
  const begun = campaign.started_at !== null
  const columns = [
    { head: w.unit },
    { head: w.persons, label: w.persons, figures: true },
    { head: w.asked, label: w.asked, figures: true },
    ...(begun
      ? [
          { head: w.reached, label: w.reached, figures: true },
          { head: w.followed, label: w.followed, figures: true },
        ]
      : []),
  ]
  const rows = cells.map((cell) => ({
    key: `${cell.part}-${cell.code}`,
    cells: [
      <Unit {...{ campaign, cell, lang }} />,
      figure(cell.persons, lang),
      figure(cell.asked, lang),
      ...(begun ? [figure(cell.reached, lang), figure(cell.followed, lang)] : []),
    ],
  }))
  return <StackTable caption={w.results} captionHidden named {...{ columns, rows }} />
}

function Unit({ campaign, cell, lang }: { campaign: Campaign; cell: Cell; lang: Lang }) {
  const name = <span lang="vi">{cell.name}</span>
  if (cell.part === 'whole') return <strong>{name}</strong>
  if (cell.part === 'here') return words[lang].here(cell.name)
  return <ActLink href={`/campaigns/${campaign.id}/figures?unit=${encodeURIComponent(cell.code)}`}>{name}</ActLink>
}
