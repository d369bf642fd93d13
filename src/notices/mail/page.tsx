import {
  Button,
  ButtonGroup,
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
  Radios,
  TextField,
  Time,
  timeText,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import type { Kept, MailNow } from './store.ts'
import { words } from './words.ts'

export type Props = {
  readonly now: MailNow
  readonly goesOut: boolean
  readonly typed?: string
  readonly wanted?: Lang
  readonly errors?: readonly FieldError[]
  readonly lang: Lang
}

const nav = '/notices'

export function mailPage(props: Props, status = 200): Reply {
  const { now, goesOut, errors, lang } = props
  const w = words[lang]
  const content = (
    <Measure>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.title}</PageTitle>
      <Lead>{w.lead}</Lead>
      {now.asked !== undefined && <InsetText>{w.waiting(now.asked)}</InsetText>}
      {now.kept && <KeptAddress kept={now.kept} lang={lang} />}
      {goesOut ? <AskForm {...props} /> : <InsetText>{w.notSetUp}</InsetText>}
    </Measure>
  )
  return page(w.title, content, { nav, back: { href: nav }, status, error: errors !== undefined })
}

function KeptAddress({ kept, lang }: { kept: Kept; lang: Lang }) {
  const w = words[lang]
  return (
    <>
      <Heading>{w.now}</Heading>
      <Facts>
        <Fact term={w.address}>{kept.address}</Fact>
        <Fact term={w.since}>
          <Time at={kept.confirmedAt} lang={lang} form="day" />
        </Fact>
      </Facts>
      {kept.bouncedAt && <InsetText>{w.bounced(timeText(kept.bouncedAt, lang, 'day'))}</InsetText>}
      <Form action="/notices/mail/optional" hidden={{ optional: kept.optional ? '' : 'yes' }}>
        <p>{kept.optional ? w.remindersOn : w.remindersOff}</p>
        <Button kind="secondary">{kept.optional ? w.remindersStop : w.remindersStart}</Button>
      </Form>
      <Form action="/notices/mail/language">
        <Language lang={lang} value={kept.lang} id="kept" />
        <ButtonGroup>
          <Button kind="secondary">{w.keepLanguage}</Button>
          <Button kind="secondary" formaction="/notices/mail/remove">
            {w.remove}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

function AskForm({ now, typed, wanted, errors, lang }: Props) {
  const w = words[lang]
  return (
    <>
      <Heading>{now.kept ? w.change : w.set}</Heading>
      <Form action="/notices/mail">
        <TextField
          {...{ lang, name: 'address', label: w.address, hint: w.addressHint, value: typed, maxlength: 254 }}
          {...{ type: 'email', inputmode: 'email', autocomplete: 'email', code: true }}
          error={errorFor(errors, 'address')}
        />
        <Language lang={lang} value={wanted ?? now.kept?.lang ?? lang} id="language" />
        <Button>{w.send}</Button>
      </Form>
    </>
  )
}

function Language({ lang, value, id }: { lang: Lang; value: Lang; id: string }) {
  const w = words[lang]
  const items = [
    { value: 'vi', text: w.vietnamese },
    { value: 'en', text: w.english },
  ]
  return <Radios {...{ lang, id, name: 'language', legend: w.language, value, items }} />
}

/** A mail program may open links by itself: it takes a press to confirm. */
export function confirmPage(secret: string, lang: Lang): Reply {
  const w = words[lang]
  const content = (
    <Measure>
      <PageTitle>{w.confirmTitle}</PageTitle>
      <Lead>{w.confirmLead}</Lead>
      <Form action={`/notices/mail/${secret}`}>
        <Button>{w.confirm}</Button>
      </Form>
    </Measure>
  )
  return page(w.confirmTitle, content, { nav, back: { href: '/notices/mail' } })
}
