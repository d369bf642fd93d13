import { classes, describedBy, FieldGroup, type FieldProps, idOf } from './field.tsx'

export type TextAreaProps = FieldProps & { value?: string; rows?: number; maxlength?: number; code?: boolean }

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { name, error, value = '', rows = 5, maxlength, code } = props
  const id = idOf(props)
  return (
    <FieldGroup {...props}>
      <textarea
        class={classes('govuk-textarea', error && 'govuk-textarea--error')}
        id={id}
        name={name}
        rows={rows}
        maxlength={maxlength}
        spellcheck={code ? false : undefined}
        aria-describedby={describedBy(id, props)}
        aria-invalid={error ? 'true' : undefined}
        value={value}
      />
    </FieldGroup>
  )
}
