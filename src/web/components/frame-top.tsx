import type { FrameProps } from './frame-props.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { BrandSeal, BrandWord } from './logo.tsx'
import { words } from './words.ts'

type TopProps = Pick<FrameProps, 'lang' | 'organisation' | 'path' | 'person' | 'signInHref'>

/** The header: whose register this is, who is signed in, the other language. */
export function FrameTop({ lang, organisation, path, person, signInHref = '/sign-in' }: TopProps) {
  const w = words[lang]
  return (
    <header class="cd-top">
      <div class="govuk-width-container">
        <div class="cd-top__row">
          <a class="cd-top__brand" href="/">
            <BrandSeal />
            <span>
              <span class="govuk-visually-hidden">{w.homeLink}</span>
              <BrandWord />
              <span class="cd-top__org">{organisation ? w.registerOf(organisation) : w.register}</span>
            </span>
          </a>
          <div class="cd-top__tools">
            {person ? <a href="/me">{person.name}</a> : signInHref && <a href={signInHref}>{w.signIn}</a>}
            <LanguageSwitch lang={lang} path={path} />
          </div>
        </div>
      </div>
    </header>
  )
}
