import {
  Button,
  ButtonLink,
  Details,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  PageTitle,
  Radios,
  Steps,
  WarningText,
} from '../../web/components/index.ts'
import { page, type Reply } from '../../web/index.ts'
import { nav } from '../given.ts'
import { mayBeDone } from '../rules.ts'
import { words } from '../words.ts'
import { IncidentFacts, noticesStep, type PartProps, plainAddress, recoveryStep, Timeline, titleOf } from './parts.tsx'

type Given = PartProps & { readonly errors?: readonly FieldError[] }

/** One incident, to the owner of the page: what holds, what to do in which order, and the ways out. */
export function incidentPage(given: Given): Reply {
  const { incident, lang, errors } = given
  const title = titleOf(incident, lang)
  const content = (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle caption={plainAddress(incident)}>{title}</PageTitle>
      {incident.closedAt ? (
        <IncidentFacts {...given} />
      ) : incident.stage === 'asked' ? (
        <Asked {...given} />
      ) : (
        <Open {...given} />
      )}
      <Timeline {...given} />
    </>
  )
  return page(title, content, {
    nav,
    back: { href: '/incidents' },
    path: `/incidents/${incident.id}`,
    islands: ['copy.js'],
    status: errors ? 422 : 200,
    error: errors !== undefined,
  })
}

function Open(given: Given) {
  const { incident, lang } = given
  const w = words[lang]
  const prove = {
    title: w.step3,
    children: (
      <>
        <p>{w.step3Text}</p>
        <ButtonLink href={`/declarations/${incident.declaration}/prove`}>{w.prove}</ButtonLink>
      </>
    ),
  }
  return (
    <>
      <Lead>{w.publicSays}</Lead>
      <IncidentFacts {...given} />
      {incident.kind === 'reused_handle' && <Decision {...given} />}
      {incident.kind === 'hijack' && (
        <>
          <Heading>{w.whatToDo}</Heading>
          <Steps items={[recoveryStep(given), noticesStep(given), prove]} heading="h3" />
        </>
      )}
      <WaysOut {...given} />
    </>
  )
}

/** Reported by somebody who was not signed in: the owner says what is so. */
function Asked(given: Given) {
  const { incident, lang, at } = given
  const w = words[lang]
  return (
    <>
      <Lead>{w.askedLead}</Lead>
      <IncidentFacts {...given} />
      <Form action="/incidents" hidden={{ pages: incident.declaration, matter: incident.matter ?? 'taken_over' }}>
        <Button kind="warning">{w.stopNow}</Button>
      </Form>
      <Form action={`${at}/end`} hidden={{ outcome: 'false_alarm' }}>
        <Button kind="secondary">{w.nothingWrongAsked}</Button>
      </Form>
    </>
  )
}

function Decision({ incident, lang, at, errors }: Given) {
  const w = words[lang]
  if (incident.renamed)
    return (
      <>
        <p>{w.renamedNow}</p>
        <ButtonLink href="/declarations/new">{w.declareNew}</ButtonLink>
        <p>{w.newAccount}</p>
      </>
    )
  const items = [
    { value: 'renamed', text: w.renamed, hint: w.renamedHint },
    { value: 'hijacked', text: w.hijacked, hint: w.hijackedHint },
  ]
  return (
    <>
      <Form action={`${at}/decide`}>
        <Radios {...{ lang, name: 'decision', legend: w.decideTitle, items, error: errorFor(errors, 'decision') }} />
        <Button>{w.goOn}</Button>
      </Form>
      <p>{w.stillMine}</p>
      <p>
        <ButtonLink kind="secondary" href={`/declarations/${incident.declaration}/prove`}>
          {w.prove}
        </ButtonLink>
      </p>
    </>
  )
}

/** Each asks once more who it is, and is a step of its own: nobody ends a page by a slip of the thumb. */
function WaysOut({ incident, lang, at }: Given) {
  const w = words[lang]
  const { kind, stage } = incident
  return (
    <>
      <Heading>{w.otherwise}</Heading>
      {kind === 'hijack' && mayBeDone('false_alarm', stage) && (
        <Details summary={w.nothingWrong}>
          <p>{w.nothingWrongText}</p>
          <Form action={`${at}/end`} hidden={{ outcome: 'false_alarm' }}>
            <Button kind="secondary">{w.nothingWrong}</Button>
          </Form>
        </Details>
      )}
      {mayBeDone('give_up', stage) && (
        <Details summary={kind === 'hijack' ? w.giveUp : w.notMine}>
          <WarningText lang={lang}>{w.giveUpText}</WarningText>
          <Form action={`${at}/end`} hidden={{ outcome: 'lost' }}>
            <Button kind="secondary">{w.giveUp}</Button>
          </Form>
        </Details>
      )}
    </>
  )
}
