import { Heading, LevelsAside, PageTitle } from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import { words } from './words.ts'

export function HelpPage({ lang, signedIn }: { lang: Lang; signedIn: boolean }) {
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.helpTitle}</PageTitle>
      <Topic title={w.askTitle} text={w.ask} href="/" link={w.toFront} />
      <Topic title={w.scamTitle} text={w.scam} />
      {!signedIn && <Topic title={w.inviteTitle} text={w.invite} />}
      {!signedIn && <Topic title={w.signTitle} text={w.sign} href="/sign-in/code" link={w.toCode} />}
      <LevelsAside lang={lang} />
    </>
  )
}

function Topic({ title, text, href, link }: { title: string; text: string; href?: string; link?: string }) {
  return (
    <>
      <Heading>{title}</Heading>
      <p>{text}</p>
      {href && (
        <p>
          <a class="govuk-link cd-act" href={href}>
            {link}
          </a>
        </p>
      )}
    </>
  )
}
