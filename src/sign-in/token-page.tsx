import type { Scope } from '../permissions/index.ts'
import {
  ActLink,
  Button,
  Checkboxes,
  CopyField,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Lead,
  PageTitle,
  Radios,
  TextField,
} from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import { lives } from './token-lives.ts'
import { tokenWords } from './token-words.ts'
import { words } from './words.ts'

export type NewTokenProps = {
  lang: Lang
  id: string
  name: string
  life: string
  offered: readonly Scope[]
  scopes: readonly Scope[]
  errors?: readonly FieldError[]
}

export function NewTokenPage({ lang, id, name, life, offered, scopes, errors }: NewTokenProps) {
  const w = words[lang]
  const t = tokenWords[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.newToken}</PageTitle>
      <Lead>{w.tokensText}</Lead>
      <Form action="/me/tokens/new" hidden={{ form: id }}>
        <TextField
          lang={lang}
          name="name"
          label={w.tokenName}
          value={name}
          error={errorFor(errors, 'name')}
          maxlength={100}
        />
        <Checkboxes
          lang={lang}
          name="scopes"
          legend={t.scopes}
          hint={t.scopesHint}
          values={scopes}
          error={errorFor(errors, 'scopes')}
          items={offered.map((value) => ({ value, text: t[value] }))}
        />
        <Radios
          lang={lang}
          name="life"
          legend={w.tokenLife}
          value={life}
          error={errorFor(errors, 'life')}
          items={lives.map((days) => ({ value: String(days), text: w.days(days) }))}
        />
        <Button>{w.newToken}</Button>
      </Form>
    </>
  )
}

/** The only time the token is seen. */
export function TokenMadePage({ lang, token }: { lang: Lang; token: string | undefined }) {
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.tokenMade}</PageTitle>
      <Lead>{token ? w.tokenOnce : w.tokenAgain}</Lead>
      {token && <CopyField lang={lang} id="token" label={w.newTokenLabel} value={token} />}
      <p>
        <ActLink href="/me">{w.backToMe}</ActLink>
      </p>
    </>
  )
}
