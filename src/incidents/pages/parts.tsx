import { displayAddress } from '../../addresses/index.ts'
import { platformName } from '../../declarations/index.ts'
import {
  ActLink,
  Address,
  Button,
  ButtonGroup,
  CellLines,
  CopyField,
  Details,
  Fact,
  Facts,
  Form,
  Heading,
  Soft,
  StackTable,
  type Step,
  Tag,
  Time,
  timeText,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import type { Given } from '../given.ts'
import { wayOf } from '../platforms.ts'
import { type Whom, whoms } from '../rules.ts'
import type { Event, Incident } from '../store.ts'
import { words } from '../words.ts'

export type PartProps = {
  readonly incident: Incident
  readonly lang: Lang
  readonly authority: Given['authority']
  readonly mailGoesOut: boolean
  /** Where the forms of this page lead: the owner's or the officer's. */
  readonly at: string
  readonly own: boolean
  /** The address as it may be shown. */
  readonly address: string
}

export const titleOf = ({ kind, stage, closedAt }: Incident, lang: Lang): string => {
  const w = words[lang]
  if (closedAt) return w.overTitle
  if (stage === 'asked') return w.askedTitle
  return kind === 'reused_handle' ? w.reusedTitle : w.frozenTitle
}

export function IncidentFacts({ incident, lang, address }: PartProps) {
  const w = words[lang]
  const { number, matter, kind, openedAt, receipt, outcome, closedAt, page } = incident
  return (
    <Facts>
      <Fact term={w.number}>{number}</Fact>
      <Fact term={w.page}>
        {platformName(page.platform, lang)}
        <br />
        <Address text={address} />
      </Fact>
      <Fact term={w.matter}>{matter ? w[matter] : w[kind as 'reused_handle']}</Fact>
      <Fact term={w.since}>
        <Time at={openedAt} lang={lang} />
      </Fact>
      <Fact term={w.receipt}>{receipt}</Fact>
      <Fact term={w.officer}>{closedAt ? undefined : answerText(incident, lang)}</Fact>
      <Fact term={w.state}>{outcome ? w[`ended_${outcome}`] : undefined}</Fact>
    </Facts>
  )
}

/** In hand, or until when; and how often it went up. */
function answerText({ stage, dueAt, raised }: Incident, lang: Lang): string {
  const w = words[lang]
  const now = stage === 'in_hand' ? w.hasAnswered : dueAt ? w.willAnswer(timeText(dueAt, lang)) : ''
  return [now, raised > 0 ? w.wentUp(raised) : ''].filter(Boolean).join('. ')
}

/** What the platform itself offers, and since when its link is known to be right. */
export function recoveryStep({ incident, lang }: PartProps): Step {
  const w = words[lang]
  const way = wayOf(incident.page.platform)
  return {
    title: w.step1,
    children: (
      <>
        <ul class="govuk-list govuk-list--bullet">
          {way.steps.map((step) => (
            <li key={step.en}>{step[lang]}</li>
          ))}
        </ul>
        {way.form && (
          <p>
            <a class="govuk-link cd-act" href={way.form} rel="noopener noreferrer external" target="_blank">
              {w.platformPage}
            </a>
            <br />
            <span class="cd-small cd-soft">
              {way.checked ? w.linkChecked(timeText(way.checked, lang, 'day')) : w.linkUnchecked}
            </span>
          </p>
        )}
        <Soft>{w.payNobody}</Soft>
      </>
    ),
  }
}

const nameOf = (whom: Whom, own: boolean, lang: Lang): string => words[lang][whom === 'unit' && !own ? 'unitOf' : whom]

const lastOf = (events: readonly Event[], whom: Whom): Event | undefined =>
  events.findLast((event) => event.whom === whom)

/** Three notices, each with how it stands, by whom and when, and what can be done about it. */
export function noticesStep(props: PartProps): Step {
  return {
    title: words[props.lang].step2,
    children: (
      <>
        {whoms.map((whom) => (
          <Notice key={whom} whom={whom} {...props} />
        ))}
      </>
    ),
  }
}

function Notice({ whom, ...props }: PartProps & { whom: Whom }) {
  const { incident, lang, authority, own } = props
  const w = words[lang]
  const last = lastOf(incident.events, whom)
  const name = (whom === 'authority' && authority?.name) || nameOf(whom, own, lang)
  return (
    <>
      <p class="govuk-!-margin-bottom-1">
        <strong>{name}</strong>{' '}
        <Tag kind={!last ? 'late' : last.what === 'failed' ? 'incident' : 'done'}>
          {last ? w[last.what as 'sent'] : w.prepared}
        </Tag>
      </p>
      {last && <Soft>{w.byAndWhen(last.by ?? w.theRegister, timeText(last.at, lang))}</Soft>}
      {whom === 'authority' && !authority && <p>{w.noAuthority}</p>}
      {whom === 'platform' && <PlatformFields {...props} />}
      <NoticeActs whom={whom} last={last} {...props} />
    </>
  )
}

function PlatformFields({ incident, lang, address }: PartProps) {
  const w = words[lang]
  const { page, number, openedAt, matter } = incident
  const text = `${w[matter ?? 'reused_handle']}. ${address}. ${timeText(openedAt, lang)}. ${number}`
  return (
    <Details summary={w.copyThese}>
      <CopyField {...{ lang, id: 'copy-address', label: w.copyAddress, value: address }} />
      {page.uid && <CopyField {...{ lang, id: 'copy-id', label: w.copyId, value: page.uid }} />}
      <CopyField {...{ lang, id: 'copy-when', label: w.copyWhen, value: timeText(openedAt, lang) }} />
      <CopyField {...{ lang, id: 'copy-text', label: w.copyText, value: text, rows: 3 }} />
    </Details>
  )
}

function NoticeActs({ whom, last, ...props }: PartProps & { whom: Whom; last: Event | undefined }) {
  const { lang, at, authority, mailGoesOut, incident, own } = props
  const w = words[lang]
  if (incident.closedAt || last?.what === 'done') return null
  const mails =
    whom === 'authority' && authority?.mail !== undefined && mailGoesOut && (!last || last.what === 'failed')
  return (
    <Form action={`${at}/mark`} hidden={{ whom }}>
      <ButtonGroup>
        {mails && (
          <Button kind="secondary" name="how" value="queued">
            {w.sendMail}
          </Button>
        )}
        <Button kind="secondary" name="how" value="done">
          {w.markDone}
          <span class="govuk-visually-hidden"> {w[whom]}</span>
        </Button>
        {whom !== 'platform' && own && <ActLink href={`${at}/letters/${whom}`}>{w.letter}</ActLink>}
        {whom !== 'platform' && !own && (
          <Button kind="secondary" formaction={`${at}/letters/${whom}`}>
            {w.letter}
          </Button>
        )}
      </ButtonGroup>
    </Form>
  )
}

export function Timeline({ incident, lang, own }: PartProps) {
  const w = words[lang]
  const rows = incident.events.map(({ what, whom, at, by, unit }) => ({
    cells: [
      <Time at={at} lang={lang} />,
      whom ? `${w[`did_${what}` as 'did_sent']}: ${nameOf(whom, own, lang)}` : w[`did_${what}` as 'did_sent'],
      <CellLines first={by ?? (what === 'asked' ? w.notSignedIn : w.theRegister)} second={unit ?? undefined} />,
    ],
  }))
  return (
    <>
      <Heading>{w.timeline}</Heading>
      <StackTable
        caption={w.timeline}
        captionHidden
        columns={[{ head: w.when, nowrap: true }, { head: w.what }, { head: w.who }]}
        rows={rows}
      />
    </>
  )
}

export const plainAddress = ({ page }: Incident): string => displayAddress(page.canonical)
