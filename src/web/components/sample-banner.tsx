import type { Lang } from '../words.ts'
import { words } from './words.ts'

/** Says on every page of sample mode that nothing here is real, and ends it by one button. */
export function SampleBanner({ lang }: { lang: Lang }) {
  const w = words[lang]
  return (
    <section class="cd-sample" aria-label={w.sampleName}>
      <div class="govuk-width-container">
        <div class="cd-sample__row">
          <p>{w.sampleLine}</p>
          <form method="post" action="/sample/end">
            <button class="govuk-button govuk-button--secondary" type="submit">
              {w.sampleEnd}
            </button>
          </form>
        </div>
      </div>
    </section>
  )
}
