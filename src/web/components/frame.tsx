import { FrameFoot } from './frame-foot.tsx'
import { FrameHead } from './frame-head.tsx'
import type { FrameProps } from './frame-props.ts'
import { FrameTop } from './frame-top.tsx'
import { MainNav } from './main-nav.tsx'
import { SampleBanner } from './sample-banner.tsx'
import { words } from './words.ts'

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
