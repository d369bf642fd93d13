import type { Lang } from '../words.ts'
import type { FieldError } from './field.tsx'
import { words } from './words.ts'

export type ErrorSummaryProps = { lang: Lang; errors: readonly FieldError[] | undefined; title?: string }

/** What is wrong, above the heading, each line leading to its field. It takes the focus, also without script. */
export function ErrorSummary({ lang, errors = [], title = words[lang].errorSummary }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    <div class="govuk-error-summary" tabindex={-1} autofocus>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map(({ field, message }) => (
              <li key={`${field} ${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
