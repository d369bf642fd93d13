import {
  Button,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  InsetText,
  Lead,
  PageTitle,
} from '../web/components/index.ts'
import type { Fields, Lang } from '../web/index.ts'
import { CodeField } from './code-field.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { withThen } from './then.ts'
import { words } from './words.ts'

/** What waits until the person has shown who they are: a page to be fetched, or a form to be sent. */
export type Waiting = { readonly to: string; readonly form: Fields | undefined }

type Props = {
  lang: Lang
  waiting: Waiting
  sample: boolean
  provider: string | undefined
  typed?: string
  errors?: readonly FieldError[]
}

const waitingForm = 'waiting-form'

export function AgainPage(props: Props) {
  const { lang, waiting, sample, errors } = props
  const w = words[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.againTitle}</PageTitle>
      <Lead>{w.againLead}</Lead>
      {sample ? <SampleConfirms {...props} /> : <ByKeyOrCode {...props} />}
      {waiting.form && (
        <>
          <Heading small>{w.againElsewhere}</Heading>
          <WaitingForm lang={lang} waiting={waiting} kind="secondary" />
        </>
      )}
    </>
  )
}

function ByKeyOrCode({ lang, waiting, provider, typed, errors }: Props) {
  const w = words[lang]
  return (
    <>
      <PasskeyButton
        lang={lang}
        ceremony="sign-in"
        options="/sign-in/again/options"
        answer={withThen('/sign-in/again/passkey', waiting.to)}
        text={w.againButton}
        withoutScript={w.againNeedsScript}
        thenForm={waiting.form && waitingForm}
      />
      {provider && <AtOrganisation {...{ lang, waiting, provider }} />}
      <Heading small>{w.againByCode}</Heading>
      <Form action="/sign-in/again/code" hidden={carried(waiting)}>
        <CodeField lang={lang} label={w.againCodeLabel} typed={typed} errors={errors} />
        <Button kind="secondary">{w.againCode}</Button>
      </Form>
    </>
  )
}

/** The form that waits stays in this window; it is kept nowhere else. */
function AtOrganisation({ lang, waiting, provider }: { lang: Lang; waiting: Waiting; provider: string }) {
  const w = words[lang]
  const then = encodeURIComponent(waiting.form ? '/sign-in/again/done' : waiting.to)
  return (
    <p>
      <a
        class="govuk-link cd-act"
        href={`/sign-in/organisation?again=1&then=${then}`}
        target={waiting.form && '_blank'}
        rel="noopener"
      >
        {w.organisationAgain(provider)}
      </a>
      {waiting.form && <> {w.organisationAgainText}</>}
    </p>
  )
}

export function ReturnPage({ lang }: { lang: Lang }) {
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.againDone}</PageTitle>
      <Lead>{w.againReturn}</Lead>
    </>
  )
}

function SampleConfirms({ lang, waiting }: Props) {
  const w = words[lang]
  return (
    <>
      <InsetText>{w.againSample}</InsetText>
      <Form action="/sign-in/again/sample" hidden={carried(waiting)}>
        <Button>{w.againSampleButton}</Button>
      </Form>
    </>
  )
}

/** Carries what waits through a form of ours, as one field. */
const carried = ({ to, form }: Waiting) => ({
  to,
  waiting: form && new URLSearchParams(form.map(([name, value]) => [name, value])).toString(),
})

/** The very form that was sent too early, as it was filled in. */
export function WaitingForm({ lang, waiting, kind }: { lang: Lang; waiting: Waiting; kind?: 'secondary' }) {
  return (
    <form action={waiting.to} method="post" id={waitingForm}>
      {waiting.form?.map(([name, value], n) => (
        <input key={n} type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind}>{words[lang].goOn}</Button>
    </form>
  )
}

export function ConfirmedPage({ lang, waiting }: { lang: Lang; waiting: Waiting }) {
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.againDone}</PageTitle>
      <Lead>{w.againDoneText}</Lead>
      <WaitingForm lang={lang} waiting={waiting} />
    </>
  )
}
