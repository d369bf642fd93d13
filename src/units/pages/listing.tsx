import { CellLines, Pagination, SearchForm, StackTable } from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import { type Above, type Leaf, linesAbove } from '../tree.ts'
import { words } from '../words.ts'

export function Search({ sought, lang }: { sought?: string; lang: Lang }) {
  const w = words[lang]
  return <SearchForm action="/units" label={w.search} hint={w.searchHint} find={w.find} {...{ sought, lang }} />
}

type Given = {
  readonly units: readonly Leaf[]
  readonly caption: string
  /** Where each stands, for units from all over the tree. */
  readonly above?: ReadonlyMap<string, Above>
  readonly lang: Lang
}

/** Units as plain links: whoever opens one sees what is below it. */
export function Listing({ units, caption, above, lang }: Given) {
  const w = words[lang]
  const columns = [
    { head: w.unit },
    { head: w.code, label: w.code },
    ...(above ? [{ head: w.above, label: w.above }] : []),
    { head: w.howMany, label: w.howMany, figures: true },
  ]
  const rows = units.map((unit) => ({
    key: unit.id,
    cells: [
      <CellLines first={<UnitLink unit={unit} />} second={unit.kind && <span lang="vi">{unit.kind}</span>} />,
      unit.code,
      ...(above ? [<Where unit={unit} above={above} />] : []),
      unit.below,
    ],
  }))
  return <StackTable captionHidden named {...{ caption, columns, rows }} />
}

export const UnitLink = ({ unit }: { unit: Pick<Leaf, 'id' | 'name'> }) => (
  <a class="govuk-link cd-act" href={`/units/${unit.id}`} lang="vi">
    {unit.name}
  </a>
)

/** The nearest two units above: enough to tell one from another of the same name. */
function Where({ unit, above }: { unit: Leaf; above: ReadonlyMap<string, Above> }) {
  const lines = linesAbove(unit.path, above).slice(-2).reverse()
  return <span lang="vi">{lines.map(({ name }) => name).join(', ')}</span>
}

type Paging = { readonly path: string; readonly from: number; readonly most: number; readonly more: boolean }

export function Pages({ path, from, most, more, lang }: Paging & { lang: Lang }) {
  const at = (start: number) => (start > 0 ? `${path}${path.includes('?') ? '&' : '?'}from=${start}` : path)
  return (
    <Pagination
      lang={lang}
      previous={from > 0 ? at(Math.max(0, from - most)) : undefined}
      next={more ? at(from + most) : undefined}
    />
  )
}
