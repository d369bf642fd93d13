import { classes, describedBy, FieldGroup, type FieldProps, idOf } from './field.tsx'
import { words } from './words.ts'

export type SelectOption = { value: string; text: string }
export type SelectProps = FieldProps & {
  options: readonly SelectOption[]
  value?: string
  /** Adds an empty first line, so that nothing is chosen by accident. */
  empty?: boolean
}

export function Select(props: SelectProps) {
  const { lang, name, error, options, value = '', empty } = props
  const id = idOf(props)
  const lines = empty ? [{ value: '', text: words[lang].choose }, ...options] : options
  return (
    <FieldGroup {...props}>
      <select
        class={classes('govuk-select', error && 'govuk-select--error')}
        id={id}
        name={name}
        aria-describedby={describedBy(id, props)}
        aria-invalid={error ? 'true' : undefined}
      >
        {lines.map((line) => (
          <option key={line.value} value={line.value} selected={line.value === value}>
            {line.text}
          </option>
        ))}
      </select>
    </FieldGroup>
  )
}
