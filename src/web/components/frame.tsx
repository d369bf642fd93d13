import type { ComponentChildren } from 'preact'
import type { Lang } from '../words.ts'
import { type FootLink, FrameFoot } from './frame-foot.tsx'
import { FrameHead } from './frame-head.tsx'
import { FrameTop } from './frame-top.tsx'
import { MainNav, type NavItem } from './main-nav.tsx'
import { SampleBanner } from './sample-banner.tsx'
import { words } from './words.ts'

/** From the plain name of an asset (`chinhdanh.css`, `copy.js`) to the address it is served under. */
export type Assets = (plainName: string) => string

export type FrameProps = {
  lang: Lang
  /** Without the product's name; the frame adds it, and “Lỗi: ” before it when `error`. */
  title: string
  error?: boolean
  organisation: string | undefined
  /** Path and query of this page, for the language switch. After a POST: of the page that shows the form. */
  path: string
  /** Who is signed in. Absent: the header offers to sign in. */
  person?: { name: string }
  nav?: readonly NavItem[]
  back?: { href: string; text?: string }
  /** True in sample mode: a banner on every page, with the button that ends it. */
  sample?: boolean
  assets: Assets
  /** Scripts of this page by plain name, for instance `['copy.js']`. Every page works without them. */
  islands?: readonly string[]
  robots?: 'noindex' | 'index'
  /** Uses the full page width; otherwise the content keeps to the measure of text. */
  wide?: boolean
  /** Replaces the footer's links, where a house has more or fewer rooms. */
  footLinks?: readonly FootLink[]
  /** Where one signs in; `null` where nobody can. */
  signInHref?: string | null
  children: ComponentChildren
}

/** The whole document around a page. Render it with `renderPage`. */
export function Frame(props: FrameProps) {
  const { lang, nav = [], back, islands = [], wide } = props
  const w = words[lang]
  return (
    <html class="govuk-template" lang={lang}>
      <FrameHead {...props} islands={islands} />
      <body class="govuk-template__body">
        <a class="govuk-skip-link" href="#main">
          {w.skip}
        </a>
        {props.sample && <SampleBanner lang={lang} />}
        <FrameTop {...props} />
        {nav.length > 0 && <MainNav lang={lang} items={nav} />}
        <div class="govuk-width-container">
          {back && (
            <nav class="cd-back" aria-label={w.back}>
              <a class="govuk-back-link" href={back.href}>
                {back.text ?? w.back}
              </a>
            </nav>
          )}
          <main class="govuk-main-wrapper" id="main">
            {wide ? props.children : <div class="cd-measure">{props.children}</div>}
          </main>
          {islands.includes('copy.js') && <p class="govuk-visually-hidden" id="copied" role="status" />}
        </div>
        <FrameFoot lang={lang} links={props.footLinks} />
      </body>
    </html>
  )
}
