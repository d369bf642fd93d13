import { CellLines, Lead, PageTitle, StackTable } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import type { RoleLine } from '../store.ts'
import { words } from '../words.ts'
import { roleName, StateTag, Term, UnitOf } from './parts.tsx'

/** One's own roles: over what, from when to when, and who granted them. */
export function minePage({ roles, lang }: { roles: readonly RoleLine[]; lang: Lang }): Reply {
  const w = words[lang]
  const columns = [
    { head: w.role },
    { head: w.unit, label: w.unit },
    { head: w.term, label: w.term },
    { head: w.proposedBy, label: w.proposedBy },
    { head: w.state, label: w.state },
  ]
  const rows = roles.map((line) => ({
    key: line.id,
    cells: [
      roleName(line.role, lang),
      <UnitOf line={line} lang={lang} />,
      <Term line={line} lang={lang} />,
      <CellLines first={line.proposed_by_name ?? w.operator} second={line.decided_by_name} />,
      <StateTag state={line.state} lang={lang} />,
    ],
  }))
  const content = (
    <>
      <PageTitle>{w.mine}</PageTitle>
      <Lead>{w.mineLead}</Lead>
      {roles.length === 0 ? (
        <p>{w.mineNone}</p>
      ) : (
        <StackTable caption={w.mine} captionHidden named {...{ columns, rows }} />
      )}
    </>
  )
  return page(w.mine, content, { wide: true, back: { href: '/me' } })
}
