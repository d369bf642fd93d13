import type { PersonId } from '../db/index.ts'
import type { KeptUnit } from '../units/index.ts'
import {
  ActLink,
  CellLines,
  Heading,
  Lead,
  PageTitle,
  Pagination,
  Soft,
  StackTable,
  timeText,
} from '../web/components/index.ts'
import { type Lang, page, type Reply } from '../web/index.ts'
import { type Listed, pageLength } from './list-members.ts'
import type { RollLine } from './store.ts'
import { words } from './words.ts'

/** Which rolls there are to list. Listing is a step of its own, because it leaves a line. */
export function unitsPage(units: readonly KeptUnit[], lang: Lang): Reply {
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.members}</PageTitle>
      {units.length === 0 ? <Lead>{w.noUnits}</Lead> : <Lead>{w.beforeListing}</Lead>}
      {units.length > 0 && <Units units={units} lang={lang} caption={w.units} />}
    </>
  )
  return page(w.members, content, { nav: '/members', wide: true })
}

function Units({ units, lang, caption }: { units: readonly KeptUnit[]; lang: Lang; caption: string }) {
  const w = words[lang]
  const columns = [{ head: w.unit }, { head: w.persons, label: w.persons, figures: true }, { head: w.list }]
  const rows = units.map((unit) => ({
    key: unit.id,
    cells: [
      <CellLines first={<span lang="vi">{unit.name}</span>} second={unit.code} />,
      unit.persons,
      <ActLink href={`/members?unit=${unit.id}`} of={unit.name}>
        {w.list}
      </ActLink>,
    ],
  }))
  return <StackTable {...{ caption, columns, rows }} captionHidden named />
}

type Shown = { readonly listed: Extract<Listed, { kind: 'listed' }>; readonly me: PersonId; readonly lang: Lang }

export function rollPage({ listed, me, lang }: Shown): Reply {
  const w = words[lang]
  const { unit, below, lines, from } = listed
  const at = (start: number) => `/members?unit=${unit.id}${start > 0 ? `&from=${start}` : ''}`
  const content = (
    <>
      <PageTitle caption={unit.name}>{w.members}</PageTitle>
      <Soft>{w.listed}</Soft>
      {lines.length === 0 ? <p>{w.nobody}</p> : <Roll {...{ lines, me, lang }} />}
      <Pagination
        lang={lang}
        previous={from > 0 ? at(Math.max(0, from - pageLength)) : undefined}
        next={from + lines.length < unit.persons ? at(from + pageLength) : undefined}
      />
      {below.length > 0 && (
        <>
          <Heading>{w.below}</Heading>
          <Units units={below} lang={lang} caption={w.below} />
        </>
      )}
    </>
  )
  return page(`${w.members}, ${unit.name}`, content, { nav: '/members', back: { href: '/members' }, wide: true })
}

function Roll({ lines, me, lang }: { lines: readonly RollLine[]; me: PersonId; lang: Lang }) {
  const w = words[lang]
  const tasks = lines.some(({ task }) => task !== null)
  const columns = [
    { head: w.member },
    { head: w.attestation, label: w.attestation },
    { head: w.pages, label: w.pages, figures: true },
    ...(tasks ? [{ head: w.task, label: w.task }] : []),
    { head: w.open },
  ]
  const rows = lines.map((line) => ({
    key: line.person,
    cells: [
      <CellLines first={<span lang="vi">{line.name}</span>} second={line.office} />,
      <CellLines first={stateOf(line, lang)} second={line.due_on && w.due(timeText(line.due_on, lang, 'day'))} />,
      line.pages,
      ...(tasks ? [<Task line={line} lang={lang} />] : []),
      line.person === me ? (
        w.yourself
      ) : (
        <ActLink href={`/records/${line.person}`} of={w.of(line.name)}>
          {w.open}
        </ActLink>
      ),
    ],
  }))
  return <StackTable caption={w.members} captionHidden named {...{ columns, rows }} />
}

/** Kind and number. Whose look it is may go up to the unit above, so not every line leads on. */
function Task({ line, lang }: { line: RollLine; lang: Lang }) {
  if (line.task !== 'witness') return null
  const text = `${words[lang].witness} ${line.task_number}`
  if (line.request === null) return <>{text}</>
  return (
    <ActLink href={`/witness/${line.request}`} of={words[lang].of(line.name)}>
      {text}
    </ActLink>
  )
}

function stateOf({ attestation }: RollLine, lang: Lang): string {
  const w = words[lang]
  const states = {
    never_asked: w.never_asked,
    attested: w.attested,
    attested_none: w.attested_none,
    due: w.asked,
    overdue: w.overdue,
    exempt: w.exempt,
    unreachable: w.unreachable,
  }
  return states[attestation as keyof typeof states] ?? attestation
}
