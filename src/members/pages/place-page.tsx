import {
  ActLink,
  Button,
  CellLines,
  Details,
  ErrorSummary,
  Fact,
  Facts,
  Form,
  Heading,
  PageTitle,
  Soft,
  StackTable,
  Tag,
  Time,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import type { Away, Place, Stretch } from '../place.ts'
import { words } from '../words.ts'
import { AbsenceForm, type Failed, LeaveForm, messageOf, OfficeForm, ReturnForm, TransferForm } from './forms.tsx'

type Shown = {
  readonly place: Place
  readonly mine: boolean
  /** May grant roles: where, the database says. */
  readonly administers: boolean
  readonly failed?: Failed
  readonly lang: Lang
}

/** Where one person stands and stood. To who keeps the unit or administers it, with what can be changed; to oneself, to read. */
export function placePage(shown: Shown & { readonly status?: number }): Reply {
  const { place, mine, failed, lang, status } = shown
  const w = words[lang]
  const content = (
    <>
      {failed && <ErrorSummary lang={lang} errors={[messageOf(failed, lang)]} />}
      <PageTitle caption={mine ? w.myPlace : w.place}>
        <span lang="vi">{place.name}</span>
      </PageTitle>
      {!mine && <Soft>{w.placeSeen}</Soft>}
      <Standing place={place} lang={lang} />
      <Absences {...shown} />
      {!mine && <Changes {...shown} />}
      <History stretches={place.stretches} lang={lang} />
    </>
  )
  const title = mine ? w.myPlace : place.name
  const options = { nav: mine ? '/my-record' : '/members', wide: true, path: `/members/${place.id}` }
  const back = { href: mine ? '/my-record' : '/members' }
  return page(title, content, { ...options, back, ...(failed ? { status, error: true } : {}) })
}

function Standing({ place, lang }: Pick<Shown, 'place' | 'lang'>) {
  const w = words[lang]
  return (
    <Facts>
      <Fact term={w.unit}>{place.unit && <span lang="vi">{`${place.unit.name} (${place.unit.code})`}</span>}</Fact>
      <Fact term={w.office}>{place.office && <span lang="vi">{place.office}</span>}</Fact>
      <Fact term={w.number}>{place.ref}</Fact>
      <Fact term={w.since}>
        <Time at={place.unit_since} lang={lang} form="day" />
      </Fact>
      <Fact term={w.leftOn}>{place.left_at && <Time at={place.left_at} lang={lang} form="day" />}</Fact>
    </Facts>
  )
}

function Absences({ place, mine, lang }: Shown) {
  const w = words[lang]
  if (place.absences.length === 0) return null
  const columns = [{ head: w.absence }, { head: w.days, label: w.days }, { head: w.state }]
  const rows = place.absences.map((one) => ({
    key: one.id,
    cells: [
      <CellLines first={w[one.kind as Kind]} second={one.reason && w[one.reason as Reason]} />,
      <>
        <Time at={one.from_on} lang={lang} form="day" /> – <Time at={one.until_on} lang={lang} form="day" />
      </>,
      <AbsenceState {...{ one, place, mine, lang }} />,
    ],
  }))
  return (
    <>
      <Heading>{w.absences}</Heading>
      <StackTable caption={w.absences} captionHidden {...{ columns, rows }} />
    </>
  )
}
type Kind = 'leave' | 'abroad' | 'exempt'
type Reason = 'age' | 'health' | 'no_network' | 'by_rule'

function AbsenceState({ one, place, mine, lang }: Omit<Shown, 'failed' | 'administers'> & { one: Away }) {
  const w = words[lang]
  if (one.ended_at) return <Tag kind="later">{w.endedEarly}</Tag>
  if (mine || place.left_at) return null
  return (
    <Form action={`/members/${place.id}/absence/${one.id}/end`}>
      <Button kind="secondary" flush>
        {w.endAbsence}
      </Button>
    </Form>
  )
}

function Changes(given: Shown) {
  const { place, failed, lang } = given
  const w = words[lang]
  const open = (form: Failed['form']) => failed?.form === form
  return (
    <>
      <Heading>{w.change}</Heading>
      {place.left_at ? (
        <Details summary={w.return} open={open('return')}>
          <ReturnForm {...given} />
        </Details>
      ) : (
        <>
          <Details summary={w.changeOffice} open={open('office')}>
            <OfficeForm {...given} />
          </Details>
          <Details summary={w.noteAbsence} open={open('absence')}>
            <AbsenceForm {...given} />
          </Details>
          <Details summary={w.transfer} open={open('transfer')}>
            <TransferForm {...given} />
          </Details>
          <Details summary={w.leaving} open={open('leave')}>
            <LeaveForm {...given} />
          </Details>
          {given.administers && (
            <p>
              <ActLink href={`/roles/new?person=${place.id}`}>{w.grantRole}</ActLink>
            </p>
          )}
        </>
      )}
    </>
  )
}

/** Who wrote the beginning and, where it has one, the end. */
function writersOf({ began_by_name: began, ended, ended_by_name: end }: Stretch, lang: Lang): string {
  const { operator } = words[lang]
  return [...new Set([began ?? operator, ...(ended ? [end ?? operator] : [])])].join(', ')
}

function History({ stretches, lang }: { stretches: readonly Stretch[]; lang: Lang }) {
  const w = words[lang]
  const columns = [
    { head: w.days, nowrap: true },
    { head: w.unit, label: w.unit },
    { head: w.began, label: w.began },
  ]
  const rows = stretches.map((one) => ({
    key: String(one.n),
    cells: [
      <CellLines
        first={<Time at={one.from_at} lang={lang} form="day" />}
        second={
          one.to_at && (
            <>
              {w.untilDay} <Time at={one.to_at} lang={lang} form="day" />
            </>
          )
        }
      />,
      <CellLines
        first={<span lang="vi">{one.unit ?? w.noUnit}</span>}
        second={[one.name, one.office].filter(Boolean).join(', ')}
      />,
      <CellLines
        first={[w[`by_${one.began}` as Began], one.ended && one.ended !== one.began && w[`by_${one.ended}` as Began]]
          .filter(Boolean)
          .join(' → ')}
        second={writersOf(one, lang)}
      />,
    ],
  }))
  return (
    <>
      <Heading>{w.history}</Heading>
      <StackTable caption={w.history} captionHidden {...{ columns, rows }} />
    </>
  )
}
type Began = 'by_joined' | 'by_transferred' | 'by_returned' | 'by_office' | 'by_name' | 'by_left'
