import { displayAddress } from '../../addresses/index.ts'
import { platformName } from '../../declarations/index.ts'
import {
  ActLink,
  Button,
  Checkboxes,
  Fact,
  Facts,
  Form,
  Heading,
  InsetText,
  Lead,
  OpenTask,
  PageTitle,
  Radios,
  TaskDesk,
  timeText,
  Who,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { desk } from '../given.ts'
import { disclaimers, isSaid, ways } from '../rules.ts'
import type { Imitated, Impersonation, Task } from '../store.ts'
import { words } from '../words.ts'
import { ReportFacts, Timeline } from './parts.tsx'
import { stateText } from './report-pages.tsx'

export function deskPage({ tasks, lang }: { tasks: readonly Task[]; lang: Lang }): Reply {
  const w = words[lang]
  const lines = tasks.map(({ id, number, platform, stage, since }) => ({
    href: `${desk}/${id}`,
    number,
    kind: platformName(platform, lang),
    cells: [w[`stage_${stage}`], timeText(since, lang)],
  }))
  const heads = { number: w.number, cells: [w.state, w.since], open: w.openIt }
  const content = <TaskDesk title={w.deskTitle} lead={w.deskLead} none={w.deskNone} heads={heads} tasks={lines} />
  return page(w.deskTitle, content, { nav: desk, wide: true })
}

/** Before it is opened: neither name nor page. */
export function closedTaskPage({ task, looker, lang }: { task: Task; looker: string; lang: Lang }): Reply {
  const w = words[lang]
  const title = w.openTitle(task.number)
  const content = (
    <>
      <PageTitle>{title}</PageTitle>
      <Facts>
        <Fact term={w.platform}>{platformName(task.platform, lang)}</Fact>
        <Fact term={w.state}>{w[`stage_${task.stage}`]}</Fact>
        <Fact term={w.since}>{timeText(task.since, lang)}</Fact>
      </Facts>
      <OpenTask action={`${desk}/${task.id}`} text={w.openText} looker={looker} button={w.openIt} />
    </>
  )
  return page(title, content, { nav: desk, back: { href: desk } })
}

type Opened = { readonly one: Impersonation; readonly person: Imitated; readonly lang: Lang; readonly came?: string }

/** What the row opened: the answer to a POST. */
export function openedTaskPage({ one, person, lang, came }: Opened): Reply {
  const w = words[lang]
  const title = came ? w.foundByYou : w.openTitle(one.number)
  const at = `${desk}/${one.id}`
  const content = (
    <>
      <PageTitle caption={displayAddress(one.address)}>{title}</PageTitle>
      {came && <Lead>{stateText(one, lang)}</Lead>}
      <Facts>
        <Fact term={w.person}>
          <Who of={person} />
        </Fact>
      </Facts>
      <ReportFacts one={one} lang={lang} />
      {!came && !one.closedAt && one.stage === 'denied' && <Finding at={at} lang={lang} />}
      {!came && !one.closedAt && one.stage === 'objected' && <Objection {...{ one, at, lang }} />}
      {isSaid(one.stage) && !one.closedAt && <Pack at={at} lang={lang} />}
      <Timeline one={one} lang={lang} />
      <p>
        <ActLink href={desk}>{w.toDesk}</ActLink>
      </p>
    </>
  )
  return page(title, content, { nav: desk, path: at, headers: { 'cache-control': 'no-store' } })
}

function Finding({ at, lang }: { at: string; lang: Lang }) {
  const w = words[lang]
  return (
    <>
      <InsetText>{w.look}</InsetText>
      <Form action={`${at}/finding`}>
        <Radios
          {...{ lang, name: 'as_own', legend: w.asOwn }}
          items={[
            { value: 'yes', text: w.yes },
            { value: 'no', text: w.no },
          ]}
        />
        <Radios
          {...{ lang, name: 'says', legend: w.says }}
          items={disclaimers.map((value) => ({ value, text: w[`says_${value}`] }))}
        />
        <Checkboxes
          {...{ lang, name: 'reasons', legend: w.byWhat, hint: w.byWhatHint }}
          items={ways.map((value) => ({ value, text: w[`way_${value}`] }))}
        />
        <p>{w.onlyBoth}</p>
        <Button>{w.decide}</Button>
      </Form>
    </>
  )
}

function Objection({ one, at, lang }: { one: Impersonation; at: string; lang: Lang }) {
  const w = words[lang]
  return (
    <>
      <Heading>{w.objectionTitle}</Heading>
      <Facts>
        <Fact term={w.ground}>{one.objection ? w[`ground_${one.objection}`] : undefined}</Fact>
        <Fact term={w.objectionOpen}>{one.objectedAt ? timeText(one.objectedAt, lang) : undefined}</Fact>
      </Facts>
      <InsetText>{w.look}</InsetText>
      <Form action={`${at}/objection`}>
        <Radios
          {...{ lang, name: 'stands', legend: w.doesItStand }}
          items={[
            { value: 'yes', text: w.stands },
            { value: 'no', text: w.lifts },
          ]}
        />
        <Button>{w.decide}</Button>
      </Form>
    </>
  )
}

function Pack({ at, lang }: { at: string; lang: Lang }) {
  const w = words[lang]
  return (
    <>
      <Heading>{w.packTitle}</Heading>
      <p>{w.packText}</p>
      <Form action={`${at}/evidence/pdf`}>
        <Button kind="secondary">{w.packPdf}</Button>
      </Form>
    </>
  )
}
