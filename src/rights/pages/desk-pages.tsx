import {
  ActLink,
  Button,
  CellLines,
  ErrorSummary,
  errorFor,
  Fact,
  Facts,
  type FieldError,
  Form,
  OpenTask,
  PageTitle,
  Radios,
  Tag,
  TaskDesk,
  timeText,
  Who,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { desk } from '../given.ts'
import { groundsFor } from '../rules.ts'
import type { Concerned, Task } from '../store.ts'
import { words } from '../words.ts'

/** What one answers: no name and no value. */
export function deskPage({ tasks, lang }: { tasks: readonly Task[]; lang: Lang }): Reply {
  const w = words[lang]
  const lines = tasks.map((task) => ({
    href: `${desk}/${task.id}`,
    number: task.number,
    kind: w[task.kind],
    cells: [
      task.unit && <span lang="vi">{task.unit}</span>,
      <CellLines first={w[`state_${task.state}`]} second={task.late && <Tag kind="late">{w.late}</Tag>} />,
      timeText(task.due_on, lang, 'day'),
    ],
  }))
  const heads = { number: w.number, cells: [w.unit, w.state, w.due], open: w.openTask }
  const content = <TaskDesk title={w.deskTitle} lead={w.deskLead} none={w.deskNone} heads={heads} tasks={lines} />
  return page(w.deskTitle, content, { nav: desk, wide: true })
}

function TaskFacts({ task, lang }: { task: Task; lang: Lang }) {
  const w = words[lang]
  return (
    <Facts>
      <Fact term={w.unit}>{task.unit && <span lang="vi">{task.unit}</span>}</Fact>
      <Fact term={w.asking}>{task.what && w[`what_${task.what}`]}</Fact>
      <Fact term={w.state}>{w[`state_${task.state}`]}</Fact>
      <Fact term={w.due}>{timeText(task.due_on, lang, 'day')}</Fact>
    </Facts>
  )
}

/** Before it is opened. */
export function closedTaskPage({ task, looker, lang }: { task: Task; looker: string; lang: Lang }): Reply {
  const w = words[lang]
  const title = w.requestTitle(task.number)
  const content = (
    <>
      <PageTitle caption={w[task.kind]}>{title}</PageTitle>
      <TaskFacts {...{ task, lang }} />
      <OpenTask action={`${desk}/${task.id}`} text={w.openText} looker={looker} button={w.openIt} />
    </>
  )
  return page(title, content, { nav: desk, back: { href: desk } })
}

type Given = {
  readonly task: Task
  readonly person: Concerned
  readonly errors?: readonly FieldError[]
  readonly lang: Lang
}

/** What the row opened: the answer to a POST. */
export function openedTaskPage({ task, person, errors, lang }: Given): Reply {
  const w = words[lang]
  const title = w.requestTitle(task.number)
  const items = [
    { value: 'granted', text: w.granted, hint: w[`grantedHint_${task.kind}`] },
    ...groundsFor[task.kind].map((value) => ({ value, text: w.refuseAs(w[value]) })),
  ]
  const content = (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle caption={w[task.kind]}>{title}</PageTitle>
      <Facts>
        <Fact term={w.person}>
          <Who of={person} />
        </Fact>
        {task.kind === 'correction' && (
          <>
            <Fact term={w.nowIs}>
              <span lang="vi">{person.now_is ?? '—'}</span>
            </Fact>
            <Fact term={w.wish}>
              <span lang="vi">{[person.wish, person.wished_unit].filter(Boolean).join(', ')}</span>
            </Fact>
          </>
        )}
      </Facts>
      <TaskFacts {...{ task, lang }} />
      <Form action={`${desk}/${task.id}/answer`}>
        <Radios {...{ lang, name: 'answer', legend: w.answerLegend, items, error: errorFor(errors, 'answer') }} />
        <Button>{w.answerIt}</Button>
      </Form>
      <p>
        <ActLink href={desk}>{w.toDesk}</ActLink>
      </p>
    </>
  )
  return page(title, content, {
    nav: desk,
    path: `${desk}/${task.id}`,
    status: errors ? 422 : 200,
    error: errors !== undefined,
    headers: { 'cache-control': 'no-store' },
  })
}
