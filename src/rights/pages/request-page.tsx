import {
  Button,
  Details,
  Fact,
  Facts,
  Form,
  Heading,
  Lead,
  Measure,
  PageTitle,
  Soft,
  StackTable,
  Tag,
  Time,
  timeText,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { mine } from '../given.ts'
import { isLate, stands } from '../rules.ts'
import type { Event, Request } from '../store.ts'
import { words } from '../words.ts'

type Given = { readonly one: Request; readonly today: string; readonly lang: Lang }
type Props = Omit<Given, 'today'>

/** One's own request: its receipt, where it stands and until when, and what one can do now. */
export function requestPage({ one, today, lang }: Given): Reply {
  const w = words[lang]
  const title = w.requestTitle(one.number)
  const content = (
    <Measure>
      <PageTitle caption={w[one.kind]}>{title}</PageTitle>
      <Lead>{w[`state_${one.state}`]}</Lead>
      {one.kind === 'restriction' && one.state === 'asked' && <p>{w.inForceAlready}</p>}
      <Facts>
        <Fact term={w.receipt}>{one.receipt}</Fact>
        <Fact term={w.asking}>{one.what && w[`what_${one.what}`]}</Fact>
        <Fact term={w.wish}>{one.wish && <span lang="vi">{one.wish}</span>}</Fact>
        <Fact term={w.when}>
          <Time at={one.askedAt} lang={lang} />
        </Fact>
        <Fact term={w.due}>
          {one.dueOn && (
            <>
              {timeText(one.dueOn, lang, 'day')} {isLate(one.dueOn, today) && <Tag kind="late">{w.late}</Tag>}
            </>
          )}
        </Fact>
        <Fact term={w.ground}>
          {one.ground && (one.state === 'refused' || one.state === 'upheld') && w[one.ground]}
        </Fact>
      </Facts>
      {one.raised > 0 && <p>{w.again(one.raised)}</p>}
      {one.kind === 'copy' && <Soft>{w.copyAgain}</Soft>}
      {one.state === 'refused' && <Appeal one={one} lang={lang} />}
      {stands(one.state) && <TakeBack one={one} lang={lang} />}
      <History events={one.events} lang={lang} />
    </Measure>
  )
  return page(title, content, {
    nav: '/my-record',
    back: { href: mine },
    path: `${mine}/${one.id}`,
    headers: { 'cache-control': 'no-store' },
  })
}

function Appeal({ one, lang }: Props) {
  const w = words[lang]
  return (
    <>
      <Heading>{w.appealTitle}</Heading>
      <p>{w.appealText}</p>
      <Form action={`${mine}/${one.id}/appeal`}>
        <Button>{w.appealIt}</Button>
      </Form>
    </>
  )
}

function TakeBack({ one, lang }: Props) {
  const w = words[lang]
  const text = one.state === 'granted' ? w.lift : w.takeBack
  return (
    <Details summary={text}>
      <p>{w.takeBackText}</p>
      <Form action={`${mine}/${one.id}/take-back`}>
        <Button kind="secondary">{text}</Button>
      </Form>
    </Details>
  )
}

function History({ events, lang }: { events: readonly Event[]; lang: Lang }) {
  const w = words[lang]
  const columns = [{ head: w.when, nowrap: true }, { head: w.history }, { head: w.whoDid }]
  const rows = events.map(({ what, at, office, unit }, n) => ({
    key: String(n),
    cells: [
      <Time at={at} lang={lang} />,
      w[`event_${what}` as 'event_asked'],
      office || unit ? <span lang="vi">{[office, unit].filter(Boolean).join(', ')}</span> : w.byPerson,
    ],
  }))
  return (
    <>
      <Heading>{w.history}</Heading>
      <StackTable caption={w.history} captionHidden {...{ columns, rows }} />
    </>
  )
}
