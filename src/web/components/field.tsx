import type { ComponentChildren } from 'preact'
import type { Lang } from '../words.ts'
import { words } from './words.ts'

/** What every field says about itself. Its id is `id`, else its name: the error summary links to `#name`. */
export type FieldProps = {
  lang: Lang
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  /** The message for this field; `errorFor(errors, name)` picks it. */
  error?: string
  optional?: boolean
  id?: string
  labelSize?: 's' | 'm' | 'l'
}

export type FieldError = { field: string; message: string }

/** The first message about a field, if any. */
export const errorFor = (errors: readonly FieldError[] | undefined, field: string): string | undefined =>
  errors?.find((error) => error.field === field)?.message

export const idOf = ({ id, name }: { id?: string; name: string }): string => id ?? name

/** The ids of hint and error, for aria-describedby; undefined where there is neither. */
export function describedBy(id: string, { hint, error }: { hint?: ComponentChildren; error?: string }) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** Class names in one string; what is not true falls out. */
export const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ')

export function Hint({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <div id={`${id}-hint`} class="govuk-hint">
      {children}
    </div>
  )
}

export function ErrorMessage({ id, lang, children }: { id: string; lang: Lang; children: ComponentChildren }) {
  return (
    <p id={`${id}-error`} class="govuk-error-message">
      <span class="govuk-visually-hidden">{words[lang].error}</span> {children}
    </p>
  )
}

/** Label, hint, error and the control in one group, in the order in which they are read. */
export function FieldGroup(props: FieldProps & { children: ComponentChildren }) {
  const { lang, label, labelSize, hint, error, optional, children } = props
  const id = idOf(props)
  return (
    <div class={classes('govuk-form-group', error && 'govuk-form-group--error')}>
      <label class={classes('govuk-label', labelSize && `govuk-label--${labelSize}`)} for={id}>
        {label}
        {optional && ` ${words[lang].optional}`}
      </label>
      {hint && <Hint id={id}>{hint}</Hint>}
      {error && (
        <ErrorMessage id={id} lang={lang}>
          {error}
        </ErrorMessage>
      )}
      {children}
    </div>
  )
}
