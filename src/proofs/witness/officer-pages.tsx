import { maskPhone, platformName } from '../../addresses/index.ts'
import {
  ActLink,
  Address,
  Button,
  ButtonGroup,
  ButtonLink,
  CellLines,
  ErrorSummary,
  errorFor,
  Fact,
  Facts,
  type FieldError,
  Form,
  Heading,
  InsetText,
  Lead,
  Measure,
  PageTitle,
  Panel,
  Quote,
  Radios,
  Soft,
  StackTable,
  Steps,
  TextField,
  Time,
  timeText,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { type Code, type ShownPage, type Task, type WitnessRequest, waysSeen } from './types.ts'
import { words } from './words.ts'

const nav = '/witness'
const back = { href: '/witness' }
const plain = (title: string) => title.replaceAll('\u00a0', ' ')
const noStore = { 'cache-control': 'no-store' }

/** Numbers and units of what waits. Opening one is a step of its own, because it leaves a line. */
export function tasksPage(tasks: readonly Task[], lang: Lang): Reply {
  const w = words[lang]
  const columns = [
    { head: w.request },
    { head: w.unit, label: w.unit },
    { head: w.askedAt, label: w.askedAt },
    { head: w.open },
  ]
  const rows = tasks.map(({ id, number, unit, look, askedAt }) => ({
    key: id,
    cells: [
      <CellLines first={number} second={look === 2 && w.secondLook} />,
      <span lang="vi">{unit}</span>,
      <Time at={askedAt} lang={lang} form="day" />,
      <ActLink href={`/witness/${id}`} of={number}>
        {w.open}
      </ActLink>,
    ],
  }))
  const content = (
    <>
      <PageTitle>{w.tasksTitle}</PageTitle>
      <Lead>{w.tasksLead}</Lead>
      {tasks.length === 0 ? (
        <p>{w.noTasks}</p>
      ) : (
        <StackTable caption={w.tasksTitle} captionHidden named {...{ columns, rows }} />
      )}
    </>
  )
  return page(w.tasksTitle, content, { nav, wide: true })
}

type Intro = { readonly task: Task; readonly looker: string; readonly lang: Lang }

/** Before anything opens: what it will show, and the line that the person will see. */
export function introPage({ task, looker, lang }: Intro): Reply {
  const w = words[lang]
  const title = w.requestTitle(task.number)
  const content = (
    <Measure>
      <PageTitle caption={<span lang="vi">{task.unit}</span>}>{title}</PageTitle>
      {task.look === 2 && <InsetText>{w.secondIntro}</InsetText>}
      <Lead>{w.introText}</Lead>
      <Heading small>{w.willSee}</Heading>
      <Quote>
        <p>
          <strong>{w.purpose}</strong>
        </p>
        <p>{w.line(looker, task.number)}</p>
      </Quote>
      <Form action={`/witness/${task.id}`}>
        <ButtonGroup>
          <Button>{w.openRequest}</Button>
          <ActLink href="/witness">{w.leave}</ActLink>
        </ButtonGroup>
      </Form>
    </Measure>
  )
  return page(plain(title), content, { nav, back })
}

/** What the row opened: the answer to a POST, at no address of its own. */
export function openedPage(shown: ShownPage, lang: Lang): Reply {
  const w = words[lang]
  const { id, number, person, platform, canonical, handle } = shown
  const title = w.requestTitle(number)
  const vi = (text: string | null) => text && <span lang="vi">{text}</span>
  const content = (
    <Measure>
      <PageTitle>{title}</PageTitle>
      <InsetText>{w.written}</InsetText>
      <Facts>
        <Fact term={w.person}>{vi(person.name)}</Fact>
        <Fact term={w.office}>{vi(person.office)}</Fact>
        <Fact term={w.unit}>{vi(person.unit)}</Fact>
        <Fact term={w.platform}>{platform === 'website' ? w.website : platformName(platform)}</Fact>
        <Fact term={w.address}>
          <Address text={maskPhone({ canonical, handle })} />
        </Fact>
      </Facts>
      <Steps
        items={[
          { title: w.doMeet, children: w.doMeetText },
          { title: w.doCode, children: w.doCodeText },
          { title: w.doLook, children: w.doLookText },
        ]}
      />
      <Form action={`/witness/${id}/code`}>
        <ButtonGroup>
          <Button>{w.getCode}</Button>
          <Button kind="secondary" formaction={`/witness/${id}/decline`}>
            {w.sawNot}
          </Button>
        </ButtonGroup>
      </Form>
      <Soft>{w.sawNotText}</Soft>
    </Measure>
  )
  return page(plain(title), content, { nav, back, path: `/witness/${id}`, headers: noStore })
}

type CodeProps = {
  readonly id: string
  readonly number: string
  readonly code: Code
  readonly lang: Lang
  readonly typed?: { readonly address: string; readonly seen: string }
  readonly errors?: readonly FieldError[]
  /** Another address than the declared one was given. */
  readonly mismatch?: boolean
}

/** The code, and the form in which the officer says what they saw. The declared address is not on it. */
export function codePage(props: CodeProps): Reply {
  const { id, number, lang, typed, errors, mismatch } = props
  const w = words[lang]
  const title = mismatch ? w.mismatchTitle : w.codeTitle
  const content = (
    <Measure>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle caption={w.requestTitle(number)}>{title}</PageTitle>
      {mismatch && <Lead>{w.mismatchText}</Lead>}
      <CodePanel {...props} />
      <Heading>{w.sawTitle}</Heading>
      <Form action={`/witness/${id}/confirm`}>
        <TextField
          lang={lang}
          name="address"
          label={w.sawAt}
          hint={w.sawAtHint}
          labelSize="s"
          code
          inputmode="url"
          value={typed?.address}
          error={errorFor(errors, 'address')}
        />
        <Radios
          lang={lang}
          name="seen"
          legend={w.sawHow}
          legendSize="s"
          value={typed?.seen}
          error={errorFor(errors, 'seen')}
          items={waysSeen.map((value) => ({ value, text: w[value] }))}
        />
        <p>{w.statement}</p>
        <ButtonGroup>
          <Button>{w.saw}</Button>
          <Button kind="secondary" formaction={`/witness/${id}/decline`}>
            {w.sawNot}
          </Button>
        </ButtonGroup>
      </Form>
      <Soft>{w.sawNotText}</Soft>
      <p>
        <ActLink href={`/witness/${id}`}>{w.openAgain}</ActLink>
      </p>
    </Measure>
  )
  const options = { nav, back: { href: `/witness/${id}` }, path: `/witness/${id}`, headers: noStore }
  return page(title, content, errors ? { ...options, status: 422, error: true } : options)
}

function CodePanel({ code, lang }: CodeProps) {
  const w = words[lang]
  return (
    <Panel>
      <p>{w.code}</p>
      <p class="govuk-heading-xl">{code.code}</p>
      <p>{w.goodUntil(timeText(code.until, lang, 'time'))}</p>
    </Panel>
  )
}

export function codeOverPage(id: string, lang: Lang): Reply {
  const w = words[lang]
  const content = (
    <Measure>
      <PageTitle>{w.codeOverTitle}</PageTitle>
      <Lead>{w.codeOverText}</Lead>
      <Form action={`/witness/${id}/code`}>
        <ButtonGroup>
          <Button>{w.newCode}</Button>
          <ActLink href={`/witness/${id}`}>{w.openAgain}</ActLink>
        </ButtonGroup>
      </Form>
    </Measure>
  )
  return page(w.codeOverTitle, content, { nav, back, path: `/witness/${id}`, status: 409, error: true })
}

/** What this officer recorded: how and when, and not whose it was. */
export function decidedPage(request: WitnessRequest, lang: Lang): Reply {
  const w = words[lang]
  const title = request.state === 'witnessed' ? w.doneTitle : w.declinedTitle
  const content = (
    <Measure>
      <PageTitle caption={w.requestTitle(request.number)}>{title}</PageTitle>
      <Lead>{decidedText(request, lang)}</Lead>
      <Facts>
        <Fact term={w.how}>{request.seen && w[request.seen]}</Fact>
        <Fact term={w.when}>{request.decidedAt && <Time at={request.decidedAt} lang={lang} />}</Fact>
      </Facts>
      <ButtonLink kind="secondary" href="/witness">
        {w.toTasks}
      </ButtonLink>
    </Measure>
  )
  return page(title, content, { nav, back })
}

function decidedText({ state, look, follows }: WitnessRequest, lang: Lang): string {
  const w = words[lang]
  if (state === 'witnessed') return w.doneText
  if (look === 2) return w.declinedSecond
  return follows === null ? w.declinedText : w.declinedLast
}
