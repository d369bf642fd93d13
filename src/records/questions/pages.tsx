import {
  ActLink,
  Button,
  ButtonGroup,
  CellLines,
  ErrorSummary,
  Fact,
  Facts,
  Form,
  InsetText,
  Lead,
  Measure,
  PageTitle,
  Radios,
  StackTable,
  Tag,
  Time,
  timeText,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { channelName, fieldsName, purposeName, purposeSaid } from '../access-words.ts'
import { type Question, saidWhy } from './store.ts'
import { words } from './words.ts'

const nav = '/records/questions'

export function questionsPage(all: readonly Question[], lang: Lang): Reply {
  const w = words[lang]
  const columns = [
    { head: w.when, nowrap: true },
    { head: w.who, label: w.who },
    { head: w.purpose, label: w.purpose },
    { head: w.due, label: w.due },
    { head: w.open },
  ]
  const rows = all.map((one) => ({
    key: one.id,
    cells: [
      <Time at={one.at} lang={lang} />,
      <Who one={one} lang={lang} />,
      <CellLines first={purposeName(one.purpose, lang)} second={one.number} />,
      <Due one={one} lang={lang} />,
      <ActLink href={`${nav}/${one.id}`} of={timeText(one.at, lang)}>
        {w.open}
      </ActLink>,
    ],
  }))
  const content = (
    <>
      <PageTitle>{w.title}</PageTitle>
      <Measure>
        <Lead>{w.lead}</Lead>
      </Measure>
      {all.length === 0 ? <p>{w.none}</p> : <StackTable caption={w.title} captionHidden {...{ columns, rows }} />}
    </>
  )
  return page(w.title, content, { nav, wide: true })
}

/** The look, and a closed list of what may be said of it. */
export function questionPage(one: Question, lang: Lang, missing = false): Reply {
  const w = words[lang]
  const error = missing ? w.choose : undefined
  const content = (
    <Measure>
      <ErrorSummary lang={lang} errors={error ? [{ field: 'answer', message: error }] : []} />
      <PageTitle>{w.title}</PageTitle>
      <Facts>
        <Fact term={w.when}>
          <Time at={one.at} lang={lang} />
        </Fact>
        <Fact term={w.who}>
          <Who one={one} lang={lang} />
        </Fact>
        <Fact term={w.purpose}>{purposeSaid(one, lang)}</Fact>
        <Fact term={w.seen}>{`${fieldsName(one.fields, lang)}. ${channelName(one.channel, lang)}`}</Fact>
        <Fact term={w.due}>
          <Due one={one} lang={lang} />
        </Fact>
      </Facts>
      {one.answer ? (
        <InsetText>{`${w.answered}: ${w[one.answer]}`}</InsetText>
      ) : (
        <Form action={`${nav}/${one.id}`}>
          <Radios
            name="answer"
            legend={w.question}
            hint={w.questionHint}
            items={saidWhy.map((value) => ({ value, text: w[value] }))}
            {...{ lang, error }}
          />
          <ButtonGroup>
            <Button>{w.send}</Button>
            <ActLink href={nav}>{w.later}</ActLink>
          </ButtonGroup>
        </Form>
      )}
    </Measure>
  )
  return page(w.title, content, { nav, back: { href: nav }, ...(missing ? { status: 422, error: true } : {}) })
}

type Props = { readonly one: Question; readonly lang: Lang }

function Who({ one, lang }: Props) {
  if (one.by_name === null) return <>{words[lang].operator}</>
  return (
    <CellLines
      first={<span lang="vi">{one.by_name}</span>}
      second={<span lang="vi">{[one.by_office, one.by_unit].filter(Boolean).join(', ')}</span>}
    />
  )
}

function Due({ one, lang }: Props) {
  const w = words[lang]
  return (
    <>
      <CellLines
        first={<Time at={one.due_on} lang={lang} form="day" />}
        second={one.raised > 0 ? w.raised : undefined}
      />
      {one.late && (
        <>
          {' '}
          <Tag kind="late">{w.late}</Tag>
        </>
      )}
    </>
  )
}
