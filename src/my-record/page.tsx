import type { PersonId } from '../db/index.ts'
import { channelName, fieldsName, purposeName } from '../records/index.ts'
import {
  ActLink,
  CellLines,
  Heading,
  InsetText,
  Measure,
  PageTitle,
  Pagination,
  Soft,
  StackTable,
  Time,
  timeText,
} from '../web/components/index.ts'
import { type Lang, page, type Reply } from '../web/index.ts'
import type { Look } from './store.ts'
import type { WhoLooked } from './who-looked.ts'
import { words } from './words.ts'

type Given = {
  readonly found: WhoLooked
  /** One's own, whole on their own pages. */
  readonly cases: readonly { readonly sealedAt: Date | null }[]
  readonly me: PersonId
  readonly first: boolean
  readonly lang: Lang
}

export function whoLookedPage({ found, cases, me, first, lang }: Given): Reply {
  const w = words[lang]
  const { looks, olderThan, in30Days, months } = found
  const content = (
    <>
      <PageTitle>{w.title}</PageTitle>
      <Measure>
        <p>{w.lead}</p>
        <Soft>{w.in30Days(in30Days.records, in30Days.lists)}</Soft>
        <p>
          <a class="govuk-link cd-act" href={`/members/${me}`}>
            {w.myPlace}
          </a>
        </p>
        <p>
          <a class="govuk-link cd-act" href="/rights">
            {w.myRights}
          </a>
        </p>
        {cases.length > 0 && (
          <p>
            <a class="govuk-link cd-act" href="/cases">
              {w.myCases(cases.filter(({ sealedAt }) => !sealedAt).length)}
            </a>
          </p>
        )}
      </Measure>
      {looks.some(isWayIn) && (
        <InsetText>
          {w.notYours}{' '}
          <a class="govuk-link" href="/me">
            {w.toAccount}
          </a>
        </InsetText>
      )}
      {looks.length === 0 ? <p>{w.nobody}</p> : <Looks {...{ looks, me, lang }} />}
      {months.length > 0 && (
        <>
          <Heading>{w.byMonth}</Heading>
          <ul class="govuk-list">
            {months.map(({ month, records, lists }) => (
              <li key={month}>{w.month(month.split('-').reverse().join('/'), records, lists)}</li>
            ))}
          </ul>
        </>
      )}
      <Pagination
        lang={lang}
        previous={first ? undefined : '/my-record'}
        next={olderThan && `/my-record?before=${olderThan}`}
      />
    </>
  )
  return page(w.title, content, { nav: '/my-record', wide: true })
}

function Looks({ looks, me, lang }: { looks: readonly Look[]; me: PersonId; lang: Lang }) {
  const w = words[lang]
  const columns = [
    { head: w.when, nowrap: true },
    { head: w.who },
    { head: w.purpose, label: w.purpose },
    { head: w.what, label: w.seen },
    { head: w.ask },
  ]
  const rows = looks.map((look) => ({
    key: look.id,
    cells: [
      <CellLines
        first={
          <strong>
            <Time at={look.at} lang={lang} form="day" />
          </strong>
        }
        second={<When {...{ look, lang }} />}
      />,
      <Who {...{ look, me, lang }} />,
      <CellLines first={purposeName(look.purpose, lang)} second={look.number} />,
      <What {...{ look, lang }} />,
      look.actor === me ? null : <Ask {...{ look, lang }} />,
    ],
  }))
  return <StackTable caption={w.caption} captionHidden {...{ columns, rows }} />
}

const waysIn = ['invitation', 'code', 'token']
const isWayIn = ({ purpose }: Look) => waysIn.includes(purpose)

/** The hour, and what the register found unusual about it. */
function When({ look, lang }: { look: Look; lang: Lang }) {
  const w = words[lang]
  const what = look.unusual.map((one) => w[one as 'many'])
  return (
    <>
      <Time at={look.at} lang={lang} form="time" />
      {what.length > 0 && (
        <>
          <br />
          {`${w.unusual}: ${what.join(', ')}`}
        </>
      )}
    </>
  )
}

function Ask({ look, lang }: { look: Look; lang: Lang }) {
  const w = words[lang]
  const text = !look.why ? w.ask : look.why.state === 'answered' ? w.answered : w.asked
  return (
    <ActLink href={`/my-record/${look.id}/why`} of={timeText(look.at, lang)}>
      {text}
    </ActLink>
  )
}

export function What({ look, lang }: { look: Look; lang: Lang }) {
  const w = words[lang]
  const fields = isWayIn(look) ? w.wayIn : fieldsName(look.fields, lang)
  const channel = channelName(look.channel, lang)
  return look.persons === null ? (
    <CellLines first={fields} second={channel} />
  ) : (
    <CellLines first={w.listOf(look.persons)} second={`${fields}. ${channel}`} />
  )
}

export function Who({ look, me, lang }: { look: Look; me: PersonId; lang: Lang }) {
  const w = words[lang]
  if (look.actor === null && look.by_name === null) return <>{w.operator}</>
  const name = look.actor === me ? `${look.by_name} (${w.yourself})` : look.by_name
  return (
    <CellLines
      first={<span lang="vi">{name}</span>}
      second={<span lang="vi">{[look.by_office, look.by_unit].filter(Boolean).join(', ')}</span>}
    />
  )
}
