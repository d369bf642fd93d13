import type { Lang } from '../words.ts'
import { classes, describedBy, ErrorMessage } from './field.tsx'
import { words } from './words.ts'

export type AskBoxProps = {
  lang: Lang
  action?: string
  /** What was asked; it stays after an error. */
  value?: string
  error?: string
  /** On an answer: asks about another page, with a quieter button. */
  again?: boolean
}

/** The one question the public can ask: an address, never a name. */
export function AskBox({ lang, action = '/verify', value = '', error, again }: AskBoxProps) {
  const w = words[lang]
  const hint = again ? undefined : w.askExample
  return (
    <form class="cd-askbox cd-noprint" action={action} method="get" novalidate>
      <div class={classes('govuk-form-group', error && 'govuk-form-group--error')}>
        <label class={classes('govuk-label', !again && 'govuk-label--m')} for="url">
          {again ? w.askAgain : w.askLabel}
        </label>
        {hint && (
          <div id="url-hint" class="govuk-hint">
            {hint} <span class="cd-nowrap">{w.askExampleAddress}</span>
          </div>
        )}
        {error && (
          <ErrorMessage id="url" lang={lang}>
            {error}
          </ErrorMessage>
        )}
        <div class="cd-askbox__row">
          <input
            class={classes('govuk-input', error && 'govuk-input--error')}
            {...{ id: 'url', name: 'url', type: 'text', inputmode: 'url', value }}
            {...{ autocomplete: 'off', autocapitalize: 'none', spellcheck: false }}
            aria-describedby={describedBy('url', { hint, error })}
            aria-invalid={error ? 'true' : undefined}
          />
          <button
            type="submit"
            class={classes('govuk-button', again && 'govuk-button--secondary', 'govuk-!-margin-bottom-0')}
          >
            {w.ask}
          </button>
        </div>
      </div>
    </form>
  )
}
