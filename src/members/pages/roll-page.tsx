import type { PersonId } from '../../db/index.ts'
import {
  ActLink,
  CellLines,
  Chips,
  Heading,
  PageTitle,
  Pagination,
  Soft,
  StackTable,
  timeText,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { type Listed, pageLength } from '../list-members.ts'
import type { Found } from '../search-members.ts'
import { attestationStates } from '../shapes.ts'
import type { RollLine } from '../store.ts'
import { words } from '../words.ts'
import { Search, Units } from './front-page.tsx'

type Shown = {
  readonly listed: Extract<Listed, { kind: 'listed' }>
  readonly me: PersonId
  readonly today: string
  readonly lang: Lang
}

export function rollPage({ listed, me, today, lang }: Shown): Reply {
  const w = words[lang]
  const { unit, below, lines, from, state, persons } = listed
  const at = (start: number, only = state) =>
    `/members?unit=${unit.id}${only ? `&state=${only}` : ''}${start > 0 ? `&from=${start}` : ''}`
  const content = (
    <>
      <PageTitle caption={unit.name}>{w.members}</PageTitle>
      <Soft>{w.listed}</Soft>
      <States listed={listed} lang={lang} to={(only) => at(0, only)} />
      {lines.length === 0 ? <p>{w.nobody}</p> : <Roll {...{ lines, me, today, lang }} />}
      <Pagination
        lang={lang}
        previous={from > 0 ? at(Math.max(0, from - pageLength)) : undefined}
        next={from + lines.length < persons ? at(from + pageLength) : undefined}
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

/** How many are in each state; each leads to a list of those alone. */
function States({ listed, lang, to }: Pick<Shown, 'listed' | 'lang'> & { to: (state?: string) => string }) {
  const w = words[lang]
  const { states, state, unit } = listed
  if (states.length < 2 && state === undefined) return null
  const items = [
    { href: to(''), text: w.allStates, count: unit.persons, current: state === undefined },
    ...attestationStates.flatMap((one) => {
      const persons = states.find((counted) => counted.state === one)?.persons
      return persons ? [{ href: to(one), text: stateText(one, lang), count: persons, current: state === one }] : []
    }),
  ]
  return <Chips label={w.attestation} items={items} />
}

type Searched = Omit<Shown, 'listed'> & { readonly found: Found; readonly sought: string }

/** A short list over all the units that the officer keeps. */
export function foundPage({ found, sought, me, today, lang }: Searched): Reply {
  const w = words[lang]
  const { lines, units, more } = found
  const content = (
    <>
      <PageTitle caption={w.members}>{w.found(sought)}</PageTitle>
      {lines.length > 0 && <Soft>{w.listed}</Soft>}
      {lines.length === 0 ? <p>{w.nothingFound}</p> : <Roll {...{ lines, units, me, today, lang }} />}
      {more && <p>{w.moreFound}</p>}
      <Search sought={sought} lang={lang} />
    </>
  )
  const path = `/members?q=${encodeURIComponent(sought)}`
  return page(w.found(sought), content, { nav: '/members', back: { href: '/members' }, wide: true, path })
}

type Listing = Omit<Shown, 'listed'> & {
  readonly lines: readonly RollLine[]
  /** Names of units, where people of several stand in one list. */
  readonly units?: ReadonlyMap<string, string>
}

function Roll({ lines, units, me, today, lang }: Listing) {
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
      <CellLines
        first={<Name line={line} />}
        second={[line.office, units?.get(line.unit ?? '')].filter(Boolean).join(', ')}
      />,
      <CellLines
        first={away(line, today, lang) ?? stateText(line.attestation, lang)}
        second={line.due_on && w.due(timeText(line.due_on, lang, 'day'))}
      />,
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

const Name = ({ line }: { line: RollLine }) => (
  <a class="govuk-link cd-act" href={`/members/${line.person}`} lang="vi">
    {line.name}
  </a>
)

/** That somebody is away today, and until when. */
function away(
  { absence, away_from: from, away_until: until }: RollLine,
  today: string,
  lang: Lang,
): string | undefined {
  const w = words[lang]
  if (!absence || !from || !until || from > today || until < today) return undefined
  return w.awayUntil(w[absence as 'leave' | 'abroad' | 'exempt'], timeText(until, lang, 'day'))
}

/** Kind and number. Whose look it is may go up to the unit above, so not every line leads on. */
function Task({ line, lang }: { line: RollLine; lang: Lang }) {
  if (line.task === 'incident') return <>{`${words[lang].incident} ${line.task_number}`}</>
  if (line.task !== 'witness') return line.invite_again ? <span>{words[lang].inviteAgain}</span> : null
  const text = `${words[lang].witness} ${line.task_number}`
  if (line.request === null) return <>{text}</>
  return (
    <ActLink href={`/witness/${line.request}`} of={words[lang].of(line.name)}>
      {text}
    </ActLink>
  )
}

function stateText(attestation: string, lang: Lang): string {
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
