import type { ComponentChildren } from 'preact'
import type { Lang } from '../words.ts'
import { classes, describedBy, ErrorMessage, Hint } from './field.tsx'

export type FieldsetProps = {
  lang: Lang
  /** Names the hint and the error (`ID-hint`, `ID-error`). */
  id: string
  legend: ComponentChildren
  /** `hidden`: the heading of the page already asks the question. */
  legendSize?: 's' | 'm' | 'l' | 'hidden'
  hint?: ComponentChildren
  error?: string
  children: ComponentChildren
}

/** Several fields that answer one question, with its hint and error. */
export function Fieldset(props: FieldsetProps) {
  const { lang, id, legend, legendSize = 'm', hint, error, children } = props
  const size = legendSize === 'hidden' ? 'govuk-visually-hidden' : `govuk-fieldset__legend--${legendSize}`
  return (
    <div class={classes('govuk-form-group', error && 'govuk-form-group--error')}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(id, props)}>
        <legend class={`govuk-fieldset__legend ${size}`}>{legend}</legend>
        {hint && <Hint id={id}>{hint}</Hint>}
        {error && (
          <ErrorMessage id={id} lang={lang}>
            {error}
          </ErrorMessage>
        )}
        {children}
      </fieldset>
    </div>
  )
}
