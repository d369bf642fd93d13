import {
  Button,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  InsetText,
  PageTitle,
  TextField,
} from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import { words } from './words.ts'

export type PasskeyPageProps = { lang: Lang; id: string; typed: string; last: boolean; errors?: readonly FieldError[] }

export function PasskeyPage({ lang, id, typed, last, errors }: PasskeyPageProps) {
  const w = words[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.passkeyTitle}</PageTitle>
      <Form action={`/me/passkeys/${id}`}>
        <TextField
          lang={lang}
          name="name"
          label={w.passkeyName}
          hint={w.passkeyNameHint}
          value={typed}
          error={errorFor(errors, 'name')}
          maxlength={100}
        />
        <Button>{w.save}</Button>
      </Form>
      <Heading>{w.removeTitle}</Heading>
      {last ? (
        <InsetText>{w.removeLast}</InsetText>
      ) : (
        <>
          <p>{w.removeText}</p>
          <Form action={`/me/passkeys/${id}/remove`}>
            <Button kind="secondary">{w.removeButton}</Button>
          </Form>
        </>
      )}
    </>
  )
}
