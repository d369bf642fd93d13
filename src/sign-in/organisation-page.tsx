import { ActLink, Lead, PageTitle } from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import { words } from './words.ts'

/** How a sign-in at the organisation's provider ended, where it let nobody in. */
export function OrganisationPage({ lang, title, text }: { lang: Lang; title: string; text: string }) {
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <Lead>{text}</Lead>
      <p>
        <ActLink href="/sign-in">{words[lang].toSignIn}</ActLink>
      </p>
    </>
  )
}
