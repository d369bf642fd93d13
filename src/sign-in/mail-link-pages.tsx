import {
  ActLink,
  Button,
  ErrorSummary,
  type FieldError,
  Form,
  Lead,
  PageTitle,
  TextField,
} from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import { withThen } from './then.ts'
import { words } from './words.ts'

type Ask = { lang: Lang; then: string | null; typed?: string; errors?: readonly FieldError[] }

export function MailPage({ lang, then, typed, errors }: Ask) {
  const w = words[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <PageTitle>{w.mailTitle}</PageTitle>
      <Lead>{w.mailLead}</Lead>
      <Form action={withThen('/sign-in/mail', then)}>
        <TextField
          lang={lang}
          name="address"
          label={w.mailAddress}
          hint={w.mailHint}
          value={typed}
          error={errors?.[0]?.message}
          type="email"
          inputmode="email"
          autocomplete="email"
          maxlength={254}
          code
        />
        <Button>{w.mailSend}</Button>
      </Form>
    </>
  )
}

/** The same whoever's the address is, and whether it is anybody's. */
export function MailSentPage({ lang }: { lang: Lang }) {
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.mailSent}</PageTitle>
      <Lead>{w.mailSentLead}</Lead>
      <p>{w.mailSentText}</p>
      <p>
        <ActLink href="/sign-in">{w.toSignIn}</ActLink>
      </p>
    </>
  )
}

/** What the link in the letter opens. Only the button signs in: mail scanners open links as well. */
export function LinkPage({ lang, secret }: { lang: Lang; secret: string }) {
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.signIn}</PageTitle>
      <Lead>{w.linkLead}</Lead>
      <Form action={`/sign-in/link/${secret}`}>
        <Button>{w.linkButton}</Button>
      </Form>
    </>
  )
}
