import { PageTitle, Pagination, Soft, StackTable } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { nav } from '../given.ts'
import { type Found, type Part, rowsAtOnce, type Shown } from '../life/store.ts'
import { fieldWords, lifeReasons, words } from '../life-words.ts'
import { rowReasons } from '../words.ts'

type Rows = {
  readonly one: Found
  readonly part: Part
  readonly rows: readonly Shown[]
  readonly from: number
  readonly lang: Lang
}

/** The rows of one part, as the file has them. What stands in the register is not shown here: a file must not be a way to look. */
export function rowsPage({ one, part, rows, from, lang }: Rows): Reply {
  const w = words[lang]
  const to = (start: number) => `/imports/${one.id}?part=${part}&from=${start}`
  const content = (
    <>
      <PageTitle caption={one.file_name ?? w.aFile}>{w[`p_${part}`]}</PageTitle>
      {part === 'missing' && <Soft>{w.missingNote}</Soft>}
      {rows.length === 0 ? <p>{w.empty}</p> : <Table rows={rows.slice(0, rowsAtOnce)} {...{ part, lang }} />}
      <Pagination
        lang={lang}
        previous={from > 0 ? to(Math.max(0, from - rowsAtOnce)) : undefined}
        next={rows.length > rowsAtOnce ? to(from + rowsAtOnce) : undefined}
      />
    </>
  )
  return page(w[`p_${part}`], content, { nav, back: { href: `/imports/${one.id}` }, wide: true })
}

function Table({ rows, part, lang }: { rows: readonly Shown[]; part: Part; lang: Lang }) {
  const w = words[lang]
  const reasoned = part === 'rejected' || part === 'left' || part === 'kept'
  const differing = part === 'changed' || part === 'moved'
  const columns = [
    ...(part === 'missing' ? [] : [{ head: w.rowNumber, label: w.rowNumber }]),
    { head: part === 'missing' ? w.p_missing : w.inFile },
    ...(reasoned ? [{ head: w.reason, label: w.reason }] : []),
    ...(differing ? [{ head: w.differs, label: w.differs }] : []),
  ]
  const reasons: Record<string, string> = { ...lifeReasons[lang], ...rowReasons[lang] }
  const fields: Record<string, string> = fieldWords[lang]
  const lines = rows.map(({ n, row, fields: told, differs, reason, undo }) => ({
    key: String(n),
    cells: [
      ...(part === 'missing' ? [] : [String(row)]),
      <span lang="vi">{told.filter(Boolean).join(' · ').slice(0, 300)}</span>,
      ...(reasoned ? [reasons[(part === 'kept' ? undo : reason) ?? ''] ?? ''] : []),
      ...(differing ? [differs.map((name) => fields[name] ?? name).join(', ')] : []),
    ],
  }))
  return <StackTable caption={w[`p_${part}`]} captionHidden columns={columns} rows={lines} />
}
