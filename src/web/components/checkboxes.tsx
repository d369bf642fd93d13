import type { ComponentChildren } from 'preact'
import type { Lang } from '../words.ts'
import { type Choice, ChoiceItem, type ChoicesProps, itemId } from './choices.tsx'
import { classes, ErrorMessage, idOf } from './field.tsx'
import { Fieldset } from './fieldset.tsx'

export type CheckboxesProps = ChoicesProps & { items: readonly Choice[]; values?: readonly string[] }

/** Any number of several answers. */
export function Checkboxes(props: CheckboxesProps) {
  const { name, items, values = [] } = props
  const id = idOf(props)
  return (
    <Fieldset {...props} id={id}>
      <div class="govuk-checkboxes">
        {items.map((item, n) => (
          <ChoiceItem
            key={item.value}
            kind="checkboxes"
            {...item}
            id={itemId(id, n)}
            name={name}
            checked={values.includes(item.value)}
          />
        ))}
      </div>
    </Fieldset>
  )
}

export type CheckboxProps = {
  lang: Lang
  name: string
  text: ComponentChildren
  hint?: ComponentChildren
  error?: string
  value?: string
  checked?: boolean
}

/** A single yes, without a question above it. */
export function Checkbox({ lang, name, text, hint, error, value = '1', checked = false }: CheckboxProps) {
  return (
    <div class={classes('govuk-form-group', error && 'govuk-form-group--error')}>
      {error && (
        <ErrorMessage id={name} lang={lang}>
          {error}
        </ErrorMessage>
      )}
      <div class="govuk-checkboxes">
        <ChoiceItem kind="checkboxes" id={name} {...{ name, value, text, hint, checked }} />
      </div>
    </div>
  )
}
