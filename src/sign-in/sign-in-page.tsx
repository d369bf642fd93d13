import { ActLink, Heading, InsetText, Lead, PageTitle } from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { withThen } from './then.ts'
import { words } from './words.ts'

type Props = {
  lang: Lang
  then: string | null
  done: string | undefined
  organisation: string | undefined
  mail: boolean
}

export function SignInPage({ lang, then, done, organisation, mail }: Props) {
  const w = words[lang]
  return (
    <>
      {done && <InsetText>{done}</InsetText>}
      <PageTitle>{w.signIn}</PageTitle>
      <Lead>{w.signInLead}</Lead>
      <PasskeyButton
        lang={lang}
        ceremony="sign-in"
        options="/sign-in/options"
        answer={withThen('/sign-in/passkey', then)}
        text={w.signInButton}
        withoutScript={w.needsScript}
      />
      {organisation && (
        <p>
          <ActLink href={withThen('/sign-in/organisation', then)}>{w.organisationInstead(organisation)}</ActLink>
        </p>
      )}
      <p>
        <ActLink href={withThen('/sign-in/code', then)}>{w.codeInstead}</ActLink>
      </p>
      {mail && (
        <p>
          <ActLink href={withThen('/sign-in/mail', then)}>{w.mailInstead}</ActLink>
        </p>
      )}
      <Heading small>{w.noKeyYet}</Heading>
      <p>{w.noKeyYetText}</p>
      <p>
        <ActLink href="/recovery">{w.lostAll}</ActLink>
      </p>
    </>
  )
}

/** Before anybody could have been invited. The link itself is on the console and nowhere else. */
export function NotSetUpPage({ lang }: { lang: Lang }) {
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.notSetUp}</PageTitle>
      <Lead>{w.notSetUpText}</Lead>
    </>
  )
}
