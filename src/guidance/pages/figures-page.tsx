import { ActLink, Lead, PageTitle, Soft, StackTable, timeText } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import type { Cell, Text } from '../store.ts'
import { words } from '../words.ts'
import { titleOf } from './parts.tsx'

type Shown = { readonly text: Text; readonly cells: readonly Cell[]; readonly lang: Lang }

/** How far the text has been read, in a unit and right below it. Figures only. */
export function figuresPage({ text, cells, lang }: Shown): Reply {
  const w = words[lang]
  const href = `/guidance/${text.guidance}`
  const figuresAt = (code: string) => `${href}/figures?unit=${encodeURIComponent(code)}`
  const at = cells.find((cell) => cell.at)?.at
  const columns = [
    { head: w.unit },
    { head: w.persons, label: w.persons, figures: true },
    { head: w.readCount, label: w.readCount, figures: true },
  ]
  const figure = (n: number | null) => (n === null ? w.leftOut : n.toLocaleString(lang))
  const name = (cell: Cell) => {
    if (cell.part === 'whole') return <strong lang="vi">{cell.name}</strong>
    if (cell.part === 'here') return w.here(cell.name)
    return <ActLink href={figuresAt(cell.code)}>{cell.name}</ActLink>
  }
  const rows = cells.map((cell) => ({
    key: `${cell.part}-${cell.unit}`,
    cells: [name(cell), figure(cell.persons), figure(cell.read)],
  }))
  const content = (
    <>
      <PageTitle caption={titleOf(text, lang)}>{w.figures}</PageTitle>
      <Lead>{w.figuresLead}</Lead>
      <StackTable caption={w.figures} captionHidden named {...{ columns, rows }} />
      <Soft>{at ? w.counted(timeText(at, lang, 'minute')) : w.notCounted}</Soft>
    </>
  )
  return page(w.figures, content, {
    nav: '/guidance',
    back: { href },
    path: figuresAt(cells[0]?.code ?? ''),
    wide: true,
  })
}
