import {
  ActLink,
  Button,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  PageTitle,
  Radios,
  RedBox,
  TextField,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { matters } from '../rules.ts'
import { words } from '../words.ts'

type Given = {
  readonly address: string
  readonly matter: string
  readonly errors?: readonly FieldError[]
  readonly lang: Lang
}

/** For people who cannot sign in: an address and what is the matter. It names nobody, and takes no number to call. */
export function helpPage({ address, matter, errors, lang }: Given): Reply {
  const w = words[lang]
  const content = (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.helpTitle}</PageTitle>
      <Lead>{w.helpLead}</Lead>
      <RedBox>
        <Form action="/incidents/help">
          <TextField
            {...{ lang, name: 'address', label: w.helpAddress, hint: w.helpAddressHint, value: address }}
            {...{ inputmode: 'url', code: true, maxlength: 2048, error: errorFor(errors, 'address') }}
          />
          <Radios
            {...{ lang, name: 'matter', legend: w.whatMatter, value: matter, error: errorFor(errors, 'matter') }}
            items={matters.map((value) => ({ value, text: w[value] }))}
          />
          <Button kind="warning">{w.helpSend}</Button>
        </Form>
      </RedBox>
      <p>{w.helpNoPhone}</p>
      <p>
        <ActLink href="/incidents/new">{w.helpSignIn}</ActLink>
      </p>
    </>
  )
  const status = errors ? 422 : 200
  return page(w.helpTitle, content, { path: '/incidents/help', status, error: errors !== undefined })
}

/** The same for every address, whether or not anybody declared it. */
export function helpDonePage(lang: Lang): Reply {
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.helpThanks}</PageTitle>
      <Lead>{w.helpThanksText}</Lead>
      <Heading>{w.helpMeanwhile}</Heading>
      <p>{w.payNobody}</p>
      <p>
        <ActLink href="/incidents/new">{w.helpSignIn}</ActLink>
      </p>
    </>
  )
  return page(w.helpThanks, content, { path: '/incidents/help' })
}
