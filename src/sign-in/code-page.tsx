import {
  Button,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Lead,
  PageTitle,
  TextField,
} from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import { withThen } from './then.ts'
import { words } from './words.ts'

export type CodePageProps = { lang: Lang; then: string | null; typed?: string; errors?: readonly FieldError[] }

export function CodePage({ lang, then, typed, errors }: CodePageProps) {
  const w = words[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.codeTitle}</PageTitle>
      <Lead>{w.codeLead}</Lead>
      <Form action={withThen('/sign-in/code', then)}>
        <TextField
          lang={lang}
          name="code"
          label={w.codeLabel}
          hint={w.codeHint}
          error={errorFor(errors, 'code')}
          value={typed}
          autocomplete="one-time-code"
          code
          width={20}
          maxlength={40}
        />
        <Button>{w.signIn}</Button>
      </Form>
    </>
  )
}
