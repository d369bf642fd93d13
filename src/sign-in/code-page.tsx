import { Button, ErrorSummary, type FieldError, Form, Lead, PageTitle } from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import { CodeField } from './code-field.tsx'
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
        <CodeField lang={lang} label={w.codeLabel} typed={typed} errors={errors} />
        <Button>{w.signIn}</Button>
      </Form>
    </>
  )
}
