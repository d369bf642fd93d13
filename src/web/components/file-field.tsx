import { describedBy, FieldGroup, type FieldProps, idOf } from './field.tsx'

/** One file from the machine of whoever sends the form; the form is `multipart/form-data`. */
export function FileField(props: FieldProps & { accept?: string }) {
  const { name, error, accept } = props
  const id = idOf(props)
  return (
    <FieldGroup {...props}>
      <input
        class="govuk-file-upload"
        id={id}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(id, props)}
        aria-invalid={error ? 'true' : undefined}
      />
    </FieldGroup>
  )
}
