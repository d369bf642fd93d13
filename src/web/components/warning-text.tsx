import type { ComponentChildren } from 'preact'
import type { Lang } from '../words.ts'
import { words } from './words.ts'

/** Something with consequences, said before the button. */
export function WarningText({ lang, children }: { lang: Lang; children: ComponentChildren }) {
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{words[lang].warning}: </span>
        {children}
      </strong>
    </div>
  )
}
