import { classes, describedBy, FieldGroup, type FieldProps, idOf } from './field.tsx'

export type TextFieldProps = FieldProps & {
  /** What was typed; it stays after an error. */
  value?: string
  type?: 'text' | 'email' | 'tel' | 'search' | 'date'
  inputmode?: 'text' | 'url' | 'numeric' | 'email' | 'tel'
  autocomplete?: string
  /** For addresses, codes and handles: no spelling help, no capital at the start. */
  code?: boolean
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  maxlength?: number
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { name, error, value = '', type = 'text', inputmode, autocomplete = 'off', code, width, maxlength } = props
  const id = idOf(props)
  return (
    <FieldGroup {...props}>
      <input
        class={classes('govuk-input', width && `govuk-input--width-${width}`, error && 'govuk-input--error')}
        id={id}
        name={name}
        type={type as 'text'} // the type of the element tells apart what we treat alike
        value={value}
        inputmode={inputmode}
        autocomplete={autocomplete}
        autocapitalize={code ? 'none' : undefined}
        spellcheck={code ? false : undefined}
        maxlength={maxlength}
        aria-describedby={describedBy(id, props)}
        aria-invalid={error ? 'true' : undefined}
      />
    </FieldGroup>
  )
}
