import {
  ActLink,
  Button,
  CellLines,
  Details,
  ErrorSummary,
  errorFor,
  Fact,
  Facts,
  type FieldError,
  Form,
  Heading,
  InsetText,
  OpenTask,
  PageTitle,
  Radios,
  Tag,
  TaskDesk,
  TextArea,
  timeText,
  Who,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { rulesFor } from '../duties.ts'
import { desk } from '../given.ts'
import { grounds, longest, outcomes } from '../rules.ts'
import type { Case, Concerned, Task } from '../store.ts'
import { words } from '../words.ts'
import { CaseFacts, File, History } from './parts.tsx'

/** Open cases that one decides or keeps: no name. */
export function deskPage({ tasks, lang }: { tasks: readonly Task[]; lang: Lang }): Reply {
  const w = words[lang]
  const lines = tasks.map((task) => ({
    href: `${desk}/${task.id}`,
    number: task.number,
    kind: w[task.kind],
    cells: [
      <span lang="vi">{task.unit}</span>,
      <CellLines first={w[`state_${task.state}`]} second={task.judge && <Tag kind="late">{w.yours}</Tag>} />,
      task.due_on && timeText(task.due_on, lang, 'day'),
    ],
  }))
  const heads = { number: w.number, cells: [w.deskUnit, w.state, w.due], open: w.openTask }
  const content = <TaskDesk title={w.deskTitle} lead={w.deskLead} none={w.deskNone} heads={heads} tasks={lines} />
  return page(w.deskTitle, content, { nav: desk, wide: true })
}

/** Before it is opened: no name, and nothing that was said. */
export function closedTaskPage({ task, looker, lang }: { task: Task; looker: string; lang: Lang }): Reply {
  const w = words[lang]
  const title = w.caseTitle(task.number)
  const content = (
    <>
      <PageTitle caption={w[task.kind]}>{title}</PageTitle>
      <Facts>
        <Fact term={w.deskUnit}>
          <span lang="vi">{task.unit}</span>
        </Fact>
        <Fact term={w.state}>{w[`state_${task.state}`]}</Fact>
        <Fact term={w.due}>{task.due_on && w.until(timeText(task.due_on, lang, 'day'))}</Fact>
      </Facts>
      <OpenTask action={`${desk}/${task.id}`} text={w.openText} looker={looker} button={w.openIt} />
    </>
  )
  return page(title, content, { nav: desk, back: { href: desk } })
}

/** What was sent and did not go in. */
export type Wished = {
  readonly outcome: string
  readonly rule: string
  readonly reasons: string
  readonly ground: string
  readonly errors: readonly FieldError[]
}
type Given = {
  readonly one: Case
  readonly person: Concerned
  readonly task: Task
  readonly address: string | undefined
  readonly wished: Wished | undefined
  readonly lang: Lang
}

/** What the row opened: the answer to a POST. */
export function openedTaskPage(given: Given): Reply {
  const { one, person, task, wished, lang } = given
  const w = words[lang]
  const title = w.caseTitle(one.number)
  const parts = { ...given, own: false }
  const content = (
    <>
      <ErrorSummary lang={lang} errors={wished?.errors} />
      <PageTitle caption={w[one.kind]}>{title}</PageTitle>
      <Facts>
        <Fact term={w.person}>
          <Who of={person} />
        </Fact>
      </Facts>
      <CaseFacts {...parts} />
      <File {...parts} />
      {task.judge && one.state === 'to_decide' && <Decide {...given} />}
      {task.judge && one.state === 'appealed' && <Settle {...given} />}
      {!task.judge && <InsetText>{w.notYours}</InsetText>}
      {!task.judge && (one.state === 'notified' || one.state === 'to_decide') && <Withdraw {...given} />}
      <History one={one} lang={lang} />
      <p>
        <ActLink href={desk}>{w.toDesk}</ActLink>
      </p>
    </>
  )
  return page(title, content, {
    nav: desk,
    path: `${desk}/${one.id}`,
    status: wished ? 422 : 200,
    error: wished !== undefined,
    headers: { 'cache-control': 'no-store' },
  })
}

function Decide({ one, wished, lang }: Given) {
  const w = words[lang]
  const rules = rulesFor(one.kind).map(({ number, text }) => ({
    value: number,
    text: w.ruleNumber(number, text[lang]),
  }))
  const found = outcomes.map((value) => ({ value, text: w[`outcome_${value}`], hint: w[`outcomeHint_${value}`] }))
  return (
    <>
      <Heading>{w.decideTitle}</Heading>
      <p>{w.decideText}</p>
      <Form action={`${desk}/${one.id}/decide`}>
        <Radios
          {...{ lang, name: 'outcome', legend: w.outcomeLegend, items: found, value: wished?.outcome }}
          error={errorFor(wished?.errors, 'outcome')}
        />
        <Radios
          {...{ lang, name: 'rule', legend: w.ruleLegend, items: rules, value: wished?.rule }}
          error={errorFor(wished?.errors, 'rule')}
        />
        <TextArea
          {...{ lang, name: 'reasons', label: w.reasonsLabel, hint: w.textHint, value: wished?.reasons, rows: 8 }}
          {...{ maxlength: longest, error: errorFor(wished?.errors, 'reasons') }}
        />
        <Button>{w.decideIt}</Button>
      </Form>
      <Details summary={w.handUp}>
        <p>{w.handUpText}</p>
        <Form action={`${desk}/${one.id}/hand-up`}>
          <Button kind="secondary">{w.handUp}</Button>
        </Form>
      </Details>
    </>
  )
}

function Settle({ one, wished, lang }: Given) {
  const w = words[lang]
  const items = (['upheld', 'annulled'] as const).flatMap((settled) =>
    grounds[settled].map((value) => ({ value, text: w[`settled_${settled}`], hint: w[`ground_${value}`] })),
  )
  return (
    <>
      <Heading>{w.settleTitle}</Heading>
      <p>{w.decideText}</p>
      <Form action={`${desk}/${one.id}/settle`}>
        <Radios
          {...{ lang, name: 'ground', legend: w.settleLegend, items, value: wished?.ground }}
          error={errorFor(wished?.errors, 'ground')}
        />
        <Button>{w.settleIt}</Button>
      </Form>
    </>
  )
}

function Withdraw({ one, lang }: Given) {
  const w = words[lang]
  return (
    <Details summary={w.withdraw}>
      <p>{w.withdrawText}</p>
      <Form action={`${desk}/${one.id}/withdraw`}>
        <Button kind="secondary">{w.withdraw}</Button>
      </Form>
    </Details>
  )
}
