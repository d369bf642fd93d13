import {
  ActLink,
  Button,
  ButtonGroup,
  Fact,
  Facts,
  Form,
  Heading,
  InsetText,
  OpenTask,
  PageTitle,
  Steps,
  Tag,
  TaskDesk,
  timeText,
  Who,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { desk } from '../given.ts'
import type { Concerned, Task } from '../store.ts'
import { words } from '../words.ts'
import { IncidentFacts, noticesStep, type PartProps, recoveryStep, Timeline, titleOf } from './parts.tsx'

export function deskPage({ tasks, lang }: { tasks: readonly Task[]; lang: Lang }): Reply {
  const w = words[lang]
  const lines = tasks.map((task) => ({
    href: `${desk}/${task.id}`,
    number: task.number,
    kind: kindText(task, lang),
    cells: [<span lang="vi">{task.unit}</span>, w[`stage_${task.stage}`], <Due task={task} lang={lang} />],
  }))
  const heads = { number: w.number, cells: [w.deskUnit, w.state, w.due], open: w.openTask }
  const content = <TaskDesk title={w.deskTitle} lead={w.deskLead} none={w.deskNone} heads={heads} tasks={lines} />
  return page(w.deskTitle, content, { nav: desk, wide: true })
}

const kindText = ({ kind, matter }: Task, lang: Lang) => (matter ? words[lang][matter] : words[lang][kind])

function Due({ task: { due_at: due }, lang }: { task: Task; lang: Lang }) {
  if (!due) return null
  const when = timeText(due, lang)
  return due < new Date() ? (
    <>
      <Tag kind="late">{words[lang].late}</Tag> {when}
    </>
  ) : (
    <span>{when}</span>
  )
}

/** Before it is opened: neither name nor page. */
export function closedTaskPage({ task, looker, lang }: { task: Task; looker: string; lang: Lang }): Reply {
  const w = words[lang]
  const title = w.openTitle(task.number)
  const content = (
    <>
      <PageTitle caption={kindText(task, lang)}>{title}</PageTitle>
      <Facts>
        <Fact term={w.deskUnit}>
          <span lang="vi">{task.unit}</span>
        </Fact>
        <Fact term={w.state}>{w[`stage_${task.stage}`]}</Fact>
        <Fact term={w.since}>{timeText(task.opened_at, lang)}</Fact>
        <Fact term={w.due}>
          <Due task={task} lang={lang} />
        </Fact>
      </Facts>
      <OpenTask action={`${desk}/${task.id}`} text={w.openText} looker={looker} button={w.openIt} />
      {task.stage === 'open' && (
        <Form action={`${desk}/${task.id}/answer`}>
          <Button kind="secondary">{w.takeInHand}</Button>
        </Form>
      )}
    </>
  )
  return page(title, content, { nav: desk, back: { href: desk } })
}

/** What the row opened: the answer to a POST. */
export function openedTaskPage(given: PartProps & { readonly person: Concerned }): Reply {
  const { incident, person, lang, at } = given
  const w = words[lang]
  const title = w.openTitle(incident.number)
  const content = (
    <>
      <PageTitle caption={titleOf(incident, lang)}>{title}</PageTitle>
      <Facts>
        <Fact term={w.person}>
          <Who of={person} />
        </Fact>
      </Facts>
      <IncidentFacts {...given} />
      {incident.stage === 'asked' && !incident.closedAt && <CallBack at={at} lang={lang} />}
      {incident.stage !== 'asked' && !incident.closedAt && (
        <>
          {incident.stage === 'open' && (
            <Form action={`${at}/answer`}>
              <Button>{w.takeInHand}</Button>
            </Form>
          )}
          <Heading>{w.whatToDo}</Heading>
          <Steps items={[recoveryStep(given), noticesStep(given)]} heading="h3" />
        </>
      )}
      <Timeline {...given} />
      <p>
        <ActLink href={desk}>{w.toDesk}</ActLink>
      </p>
    </>
  )
  return page(title, content, { nav: desk, path: at, islands: ['copy.js'], headers: { 'cache-control': 'no-store' } })
}

function CallBack({ at, lang }: { at: string; lang: Lang }) {
  const w = words[lang]
  return (
    <>
      <Heading>{w.callBack}</Heading>
      <InsetText>{w.callBackText}</InsetText>
      <Form action={`${at}/confirm`}>
        <ButtonGroup>
          <Button kind="warning">{w.saysSo}</Button>
          <Button kind="secondary" formaction={`${at}/dismiss`}>
            {w.saysNot}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}
