import { displayAddress } from '../../addresses/index.ts'
import {
  ActLink,
  Button,
  ButtonGroup,
  CopyField,
  Details,
  Form,
  Heading,
  Lead,
  PageTitle,
  Radios,
  Soft,
  timeText,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { type Given, mine } from '../given.ts'
import { formOf } from '../platforms.ts'
import { isSaid, type Referral, referrals } from '../rules.ts'
import type { Imitated, Impersonation } from '../store.ts'
import { words } from '../words.ts'
import { ReportFacts, Timeline } from './parts.tsx'
import { stateText } from './report-pages.tsx'

type Props = {
  readonly one: Impersonation
  readonly person: Imitated
  readonly authority: Given['authority']
  readonly lang: Lang
}

/** One report, to the person it names: the question first, then how it stands and what they can do outside. */
export function onePage(props: Props): Reply {
  const { one, lang } = props
  const w = words[lang]
  const at = `/impersonations/${one.id}`
  const asked = one.stage === 'asked' && !one.closedAt
  const title = asked ? w.isItYours : stateText(one, lang)
  const content = (
    <>
      <PageTitle caption={displayAddress(one.address)}>{title}</PageTitle>
      {asked && <Question at={at} lang={lang} />}
      {!asked && <HowItStands {...props} />}
      <ReportFacts one={one} lang={lang} />
      {isSaid(one.stage) && !one.closedAt && <Referrals {...props} />}
      {!asked && !one.closedAt && (
        <Details summary={w.isMineAfter}>
          <Form action={`${at}/answer`}>
            <Button kind="secondary" name="answer" value="mine">
              {w.isMine}
            </Button>
          </Form>
        </Details>
      )}
      <Timeline one={one} lang={lang} />
    </>
  )
  return page(title, content, { back: { href: mine }, path: at, islands: ['copy.js'] })
}

function Question({ at, lang }: { at: string; lang: Lang }) {
  const w = words[lang]
  return (
    <Form action={`${at}/answer`}>
      <ButtonGroup>
        <Button kind="warning" name="answer" value="not_mine">
          {w.notMine}
        </Button>
        <Button kind="secondary" name="answer" value="mine">
          {w.isMine}
        </Button>
      </ButtonGroup>
    </Form>
  )
}

function HowItStands({ one, lang }: Props) {
  const w = words[lang]
  if (one.outcome === 'mine')
    return (
      <>
        <Lead>{w.declareText}</Lead>
        <Form action="/declarations/new" hidden={{ address: one.address }}>
          <Button>{w.declareIt}</Button>
        </Form>
      </>
    )
  if (one.closedAt) return null
  if (one.stage === 'denied') return <Lead>{w.waitsForReviewer}</Lead>
  return <Lead>{one.stage === 'objected' ? w.objectedText : w.foundText}</Lead>
}

/** Out of the register: the pack, to whom it goes, and what came of it. Only of what was found. */
function Referrals(props: Props) {
  const { one, lang } = props
  const w = words[lang]
  const at = `/impersonations/${one.id}`
  return (
    <>
      <Heading>{w.packTitle}</Heading>
      <p>{w.packText}</p>
      <ButtonGroup>
        <ActLink href={`${at}/evidence/pdf`}>{w.packPdf}</ActLink>
        <ActLink href={`${at}/evidence/json`}>{w.packJson}</ActLink>
      </ButtonGroup>
      <Heading>{w.referTitle}</Heading>
      <PlatformPart {...props} />
      <AuthorityPart {...props} />
      <Heading>{w.outcomeTitle}</Heading>
      <Form action={`${at}/mark`}>
        <Radios
          {...{ lang, name: 'whom', legend: w.whoAnswered, value: 'platform' }}
          items={referrals.map((value) => ({ value, text: w[value] }))}
        />
        <Radios
          {...{ lang, name: 'how', legend: w.outcomeTitle }}
          items={(['removed', 'changed', 'refused', 'no_reply'] as const).map((value) => ({
            value,
            text: w[`out_${value}`],
          }))}
        />
        <Button kind="secondary">{w.record}</Button>
      </Form>
    </>
  )
}

function PlatformPart({ one, person, lang }: Props) {
  const w = words[lang]
  const form = formOf(one.platform)
  return (
    <>
      <p>
        <strong>{w.platform}</strong>
      </p>
      {form && (
        <p>
          <a class="govuk-link cd-act" href={form.link} rel="noopener noreferrer external" target="_blank">
            {w.platformForm}
          </a>
          <br />
          <span class="cd-small cd-soft">
            {form.checked ? w.linkChecked(timeText(form.checked, lang, 'day')) : w.linkUnchecked}
          </span>
        </p>
      )}
      <Details summary={w.copyThese}>
        <CopyField {...{ lang, id: 'copy-address', label: w.copyAddress, value: one.address }} />
        {one.uid && <CopyField {...{ lang, id: 'copy-id', label: w.uid, value: one.uid }} />}
        <CopyField {...{ lang, id: 'copy-name', label: w.copyRight, value: person.name }} />
        <CopyField
          {...{ lang, id: 'copy-text', label: w.copyText, value: w.packSentence(one.address, one.number), rows: 3 }}
        />
      </Details>
      <Told whom="platform" one={one} lang={lang} />
    </>
  )
}

function AuthorityPart({ one, authority, lang }: Props) {
  const w = words[lang]
  return (
    <>
      <p>
        <strong>{authority?.name ?? w.authority}</strong>
      </p>
      {authority ? (
        <p>{[authority.address, authority.phone, authority.mail].filter(Boolean).join(', ')}</p>
      ) : (
        <p>{w.noAuthority}</p>
      )}
      <Told whom="authority" one={one} lang={lang} />
    </>
  )
}

function Told({ whom, one, lang }: { whom: Referral; one: Impersonation; lang: Lang }) {
  const w = words[lang]
  const last = one.events.findLast((event) => event.whom === whom)
  if (last) return <Soft>{`${w[`did_${last.what}` as 'did_done']}: ${timeText(last.at, lang)}`}</Soft>
  return (
    <Form action={`/impersonations/${one.id}/mark`} hidden={{ whom }}>
      <Button kind="secondary" name="how" value="done">
        {w.iTold(w[whom])}
      </Button>
    </Form>
  )
}
