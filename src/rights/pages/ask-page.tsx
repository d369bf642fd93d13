import {
  Button,
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
import { mine } from '../given.ts'
import { type Asked, choices, longestValue } from '../rules.ts'
import { words } from '../words.ts'

/** What was sent and did not go in. */
export type Typed = { readonly what: string; readonly value: string; readonly errors: readonly FieldError[] }
type Given = { readonly kind: Asked; readonly typed?: Typed; readonly lang: Lang }

/** One kind of request: what follows from it, and what is to be chosen. */
export function askPage({ kind, typed, lang }: Given): Reply {
  const w = words[lang]
  const items = choices[kind].map((value) => ({ value, text: w[`what_${value}`] }))
  const content = (
    <Measure>
      <ErrorSummary lang={lang} errors={typed?.errors} />
      <PageTitle caption={w.short}>{w[kind]}</PageTitle>
      <Lead>{w[`${kind}Text`]}</Lead>
      <Form action={`${mine}/${kind}`}>
        {kind !== 'erasure' && (
          <Radios
            {...{ lang, name: 'what', legend: w[`${kind}Legend`], items, value: typed?.what }}
            error={errorFor(typed?.errors, 'what')}
          />
        )}
        {kind === 'correction' && (
          <TextField
            {...{ lang, name: 'value', label: w.valueLabel, hint: w.valueHint, value: typed?.value }}
            {...{ maxlength: longestValue, error: errorFor(typed?.errors, 'value') }}
          />
        )}
        <Button>{kind === 'erasure' ? w.agree : w.sendIt}</Button>
      </Form>
    </Measure>
  )
  return page(w[kind], content, {
    nav: '/my-record',
    back: { href: mine },
    path: `${mine}/${kind}`,
    status: typed ? 422 : 200,
    error: typed !== undefined,
  })
}
