import {
  ActLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Lead,
  Measure,
  PageTitle,
  Radios,
  TextField,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { words } from './words.ts'

export type Typed = {
  readonly id: string
  readonly address: string
  readonly how: string
  readonly paper_on: string
  readonly manager: string
}
type Given = {
  readonly subject: string
  readonly unit: string
  readonly typed: Typed
  readonly errors?: readonly FieldError[]
  readonly lang: Lang
  readonly status?: number
}

/** The person is not named before the record opens; what they will see is said. */
export function formPage({ subject, unit, typed, errors, lang, status }: Given): Reply {
  const w = words[lang]
  const content = (
    <Measure>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle caption={w.memberOf(unit)}>{w.title}</PageTitle>
      <Lead>{w.lead}</Lead>
      <Form action={`/declarations/assisted/${subject}`} hidden={{ id: typed.id }}>
        <TextField
          {...{ lang, name: 'address', label: w.address, hint: w.addressHint, value: typed.address }}
          {...{ inputmode: 'url', code: true, maxlength: 2048 }}
          error={errorFor(errors, 'address')}
        />
        <Questions {...{ typed, errors, lang }} />
        <p>{w.willSee}</p>
        <ButtonGroup>
          <Button>{w.file}</Button>
          <ActLink href="/members">{w.leave}</ActLink>
        </ButtonGroup>
      </Form>
    </Measure>
  )
  return page(w.title, content, { nav: '/members', status, error: errors !== undefined })
}

function Questions({ typed, errors, lang }: Pick<Given, 'typed' | 'errors' | 'lang'>) {
  const w = words[lang]
  const hows = [
    { value: 'paper', text: w.paper },
    { value: 'phone', text: w.phone },
  ]
  const managers = [
    { value: 'alone', text: w.alone },
    { value: 'shared', text: w.shared },
    { value: 'unit', text: w.unit },
  ]
  return (
    <>
      <Radios
        {...{ lang, name: 'how', legend: w.how, items: hows, value: typed.how, error: errorFor(errors, 'how') }}
      />
      <TextField
        {...{ lang, name: 'paper_on', label: w.paperOn, hint: w.paperOnHint, value: typed.paper_on }}
        {...{ type: 'date', width: 10 }}
        error={errorFor(errors, 'paper_on')}
      />
      <Radios
        {...{ lang, name: 'manager', legend: w.manager, items: managers, value: typed.manager }}
        error={errorFor(errors, 'manager')}
      />
    </>
  )
}
