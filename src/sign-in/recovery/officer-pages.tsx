import { type Looker, lookerText } from '../../access-record/index.ts'
import type { PersonId } from '../../db/index.ts'
import {
  ActLink,
  Button,
  ButtonGroup,
  ButtonLink,
  CellLines,
  ErrorSummary,
  Fact,
  Facts,
  Form,
  Heading,
  InsetText,
  Lead,
  Measure,
  NoPrint,
  PageTitle,
  Quote,
  Radios,
  StackTable,
  Time,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { InvitationSheet } from '../invitation-page.tsx'
import { type RecoveryLine, waysRecognised } from './store.ts'
import { isOpen, StateTag, StoryFacts } from './story.tsx'
import { words } from './words.ts'

export const nav = '/recoveries'
const back = { href: nav }

/** What waits for this officer, as who keeps the person or as the second. */
export function listPage(recoveries: readonly RecoveryLine[], lang: Lang): Reply {
  const w = words[lang]
  const columns = [
    { head: w.person },
    { head: w.state, label: w.state },
    { head: w.askedAt, label: w.askedAt },
    { head: w.actions },
  ]
  const rows = recoveries.map((one) => ({
    key: one.id,
    cells: [
      <CellLines
        first={<span lang="vi">{one.name}</span>}
        second={[one.office, one.unit_name].filter(Boolean).join(', ')}
      />,
      <StateTag state={one.state} lang={lang} />,
      <Time at={one.asked_at} lang={lang} form="day" />,
      <ActLink href={`/recoveries/${one.id}`} of={one.name}>
        {w.open}
      </ActLink>,
    ],
  }))
  const content = (
    <>
      <PageTitle>{w.recoveries}</PageTitle>
      <Lead>{w.listLead}</Lead>
      {rows.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <StackTable caption={w.recoveries} captionHidden named {...{ columns, rows }} />
      )}
    </>
  )
  return page(w.recoveries, content, { nav, wide: true })
}

export function onePage(one: RecoveryLine, lang: Lang): Reply {
  const w = words[lang]
  const content = (
    <Measure>
      <PageTitle caption={w.recoveries}>
        <span lang="vi">{one.name}</span>
      </PageTitle>
      <Lead>{w[`${one.state}_text`]}</Lead>
      <Facts>
        <Fact term={w.office}>{one.office && <span lang="vi">{one.office}</span>}</Fact>
        <Fact term={w.unit}>{one.unit_name && <span lang="vi">{one.unit_name}</span>}</Fact>
      </Facts>
      <StoryFacts story={one} lang={lang} />
      {one.seconds === '0' && ['asked', 'started'].includes(one.state) && <InsetText>{w.noSecond}</InsetText>}
      <Next one={one} lang={lang} />
      {isOpen(one) && (one.keeps || one.agrees) && (
        <Form action={`/recoveries/${one.id}/stop`}>
          <p>{w.stopText}</p>
          <Button kind="secondary">{w.stop}</Button>
        </Form>
      )}
    </Measure>
  )
  return page(`${w.recoveries}, ${one.name}`, content, { nav, back })
}

/** The one step that this officer can take now, if there is one. */
function Next({ one, lang }: { one: RecoveryLine; lang: Lang }) {
  const w = words[lang]
  if (one.state === 'asked' && one.keeps)
    return <ButtonLink href={`/recoveries/for/${one.person}`}>{w.toStart}</ButtonLink>
  if (one.state === 'started' && one.agrees)
    return (
      <Form action={`/recoveries/${one.id}/agree`}>
        <p>{w.agreeText}</p>
        <Button>{w.agree}</Button>
      </Form>
    )
  if (one.state === 'ready' && one.keeps)
    return (
      <Form action={`/recoveries/${one.id}/link`}>
        <p>{w.giveText}</p>
        <Button>{w.give}</Button>
      </Form>
    )
  return null
}

type Start = { readonly subject: PersonId; readonly looker: Looker; readonly wrong?: boolean; readonly lang: Lang }

/** The first officer says how they saw who it is. Chosen, never typed; the person is not named before. */
export function startPage({ subject, looker, wrong, lang }: Start): Reply {
  const w = words[lang]
  const error = wrong ? w.howMissing : undefined
  const items = waysRecognised.map((value) => ({ value, text: w[`${value}_way`] }))
  const content = (
    <Measure>
      <ErrorSummary lang={lang} errors={error ? [{ field: 'recognised', message: error }] : []} />
      <PageTitle>{w.startTitle}</PageTitle>
      <Lead>{w.startLead}</Lead>
      <p>{w.startNext}</p>
      <Form action={`/recoveries/for/${subject}`}>
        <Radios name="recognised" legend={w.how} {...{ lang, items, error }} />
        <Heading small>{w.willSee}</Heading>
        <Quote>
          <p>{w.line(lookerText(looker))}</p>
        </Quote>
        <ButtonGroup>
          <Button>{w.start}</Button>
          <ActLink href={nav}>{w.done_button}</ActLink>
        </ButtonGroup>
      </Form>
    </Measure>
  )
  return page(w.startTitle, content, { nav, back, ...(error ? { status: 422, error: true } : {}) })
}

type Given = {
  readonly id: string
  readonly link: string
  readonly name: string
  readonly expiresAt: Date
  readonly organisation: string | undefined
  readonly lang: Lang
}

/** The only time it is seen: the answer to a POST, at no address of its own. */
export function givenPage({ id, ...sheet }: Given): Reply {
  const { lang } = sheet
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.givenTitle}</PageTitle>
      <NoPrint>
        <Lead>{w.givenLead}</Lead>
      </NoPrint>
      <InvitationSheet {...sheet} again />
      <NoPrint>
        <p>
          <ActLink href={nav}>{w.done_button}</ActLink>
        </p>
      </NoPrint>
    </>
  )
  const headers = { 'cache-control': 'no-store' }
  return page(w.givenTitle, content, { nav, path: `/recoveries/${id}`, islands: ['copy.js'], headers })
}

/** On the opened record: where one officer alone has nothing to give. */
export function OfferRecovery({ subject, lang }: { readonly subject: PersonId; readonly lang: Lang }) {
  const w = words[lang]
  return (
    <NoPrint>
      <Heading>{w.offer}</Heading>
      <p>{w.offerText}</p>
      <p>
        <ActLink href={`/recoveries/for/${subject}`}>{w.offerLink}</ActLink>
      </p>
    </NoPrint>
  )
}
