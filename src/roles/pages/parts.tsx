import { CellLines, StackTable, Tag, Time } from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import type { Ahead, Handover, Reach, RoleLine, RoleState } from '../store.ts'
import { words } from '../words.ts'

export const roleName = (role: RoleLine['role'], lang: Lang): string => words[lang][role]

const tagOf = {
  serving: 'done',
  coming: 'later',
  proposed: 'late',
  ended: 'later',
  refused: 'later',
  lapsed: 'later',
} as const
export const StateTag = ({ state, lang }: { state: RoleState; lang: Lang }) => (
  <Tag kind={tagOf[state]}>{words[lang][state]}</Tag>
)

/** A term ends with its last day: the moment after it belongs to the next. */
const lastMoment = (to: Date) => new Date(to.getTime() - 1)

export function Term({ line, lang }: { line: Pick<RoleLine, 'from_at' | 'to_at'>; lang: Lang }) {
  const w = words[lang]
  const end = line.to_at ? (
    <>
      {w.until} <Time at={lastMoment(line.to_at)} lang={lang} form="day" />
    </>
  ) : (
    w.noEnd
  )
  return <CellLines first={<Time at={line.from_at} lang={lang} form="day" />} second={end} />
}

export const UnitOf = ({ line, lang }: { line: RoleLine; lang: Lang }) =>
  line.unit === null ? (
    <span>{words[lang].wholeOrganisation}</span>
  ) : (
    <span lang="vi">{`${line.unit_name} (${line.unit_code})`}</span>
  )

const figure = (n: number, lang: Lang) => n.toLocaleString(lang)

/** What a role does, in words, with how many it is about. */
export function effectOf(role: RoleLine['role'], reach: Reach | undefined, lang: Lang): string {
  const w = words[lang]
  if (!reach) return `${w[`${role}Hint`]}. ${w.forAll}`
  const says = {
    officer: w.willKeep,
    overseer: w.willOversee,
    reviewer: w.willReview,
    auditor: w.willAudit,
    administrator: w.willAdminister,
  }
  return says[role](figure(reach.persons, lang), figure(reach.units, lang))
}

export function goesTo({ to_name: name, same_unit: same }: Ahead, lang: Lang): string {
  const w = words[lang]
  if (name === null) return w.toNobody
  return same ? w.toSameUnit(name) : w.toUnitAbove(name)
}

export const openIn = ({ witness, invitations, incidents, recoveries, cases, rights }: Ahead, lang: Lang): string => {
  const w = words[lang]
  const open = [w.witnessOpen(witness), w.invitationsOpen(invitations)]
  if (incidents > 0) open.push(w.incidentsOpen(incidents))
  if (recoveries > 0) open.push(w.recoveriesOpen(recoveries))
  if (cases > 0) open.push(w.casesOpen(cases))
  if (rights > 0) open.push(w.rightsOpen(rights))
  return open.join(', ')
}

export function Handovers({ handovers, lang }: { handovers: readonly Handover[]; lang: Lang }) {
  const w = words[lang]
  const columns = [
    { head: w.unit },
    { head: w.handedOn, label: w.handedOn },
    { head: w.handedBy, label: w.handedBy },
    { head: w.handedTo, label: w.handedTo },
    { head: w.handedWhat, label: w.handedWhat },
  ]
  const rows = handovers.map((one) => ({
    key: one.id,
    cells: [
      <span lang="vi">{`${one.unit_name} (${one.unit_code})`}</span>,
      <CellLines first={<Time at={one.at} lang={lang} form="day" />} second={w[`why_${one.why}`]} />,
      <span lang="vi">{one.officer_name}</span>,
      goesTo(one, lang),
      openIn(one, lang),
    ],
  }))
  return <StackTable caption={w.handovers} captionHidden named {...{ columns, rows }} />
}
