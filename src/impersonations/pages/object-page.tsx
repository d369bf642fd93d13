import {
  Button,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Lead,
  PageTitle,
  Radios,
  Soft,
  TextField,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { grounds } from '../rules.ts'
import { words } from '../words.ts'

type Given = {
  readonly address: string
  readonly ground: string
  readonly errors?: readonly FieldError[]
  readonly lang: Lang
}

/** For whoever runs the page that was found an imitation: an address and a ground from a list. */
export function objectPage({ address, ground, errors, lang }: Given): Reply {
  const w = words[lang]
  const content = (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.objectTitle}</PageTitle>
      <Lead>{w.objectLead}</Lead>
      <Form action="/impersonations/object">
        <TextField
          {...{ lang, name: 'address', label: w.objectAddress, value: address, inputmode: 'url', code: true }}
          {...{ maxlength: 2048, error: errorFor(errors, 'address') }}
        />
        <Radios
          {...{ lang, name: 'ground', legend: w.objectWhy, value: ground, error: errorFor(errors, 'ground') }}
          items={grounds.map((value) => ({ value, text: w[`ground_${value}`] }))}
        />
        <Button>{w.objectSend}</Button>
      </Form>
      <Soft>{w.noText}</Soft>
    </>
  )
  const status = errors ? 422 : 200
  return page(w.objectTitle, content, { path: '/impersonations/object', status, error: errors !== undefined })
}
