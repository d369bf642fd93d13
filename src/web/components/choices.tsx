import type { ComponentChildren } from 'preact'
import type { FieldsetProps } from './fieldset.tsx'

/** One answer of a question. */
export type Choice = { value: string; text: ComponentChildren; hint?: ComponentChildren }

/** What radios and checkboxes share. The first item's id is the name itself: there the error summary lands. */
export type ChoicesProps = Omit<FieldsetProps, 'id' | 'children'> & { name: string; id?: string }

export const itemId = (id: string, n: number): string => (n === 0 ? id : `${id}-${n + 1}`)

type ItemProps = Choice & { kind: 'radios' | 'checkboxes'; id: string; name: string; checked: boolean }

export function ChoiceItem({ kind, id, name, value, text, hint, checked }: ItemProps) {
  const hintId = hint ? `${id}-item-hint` : undefined
  return (
    <div class={`govuk-${kind}__item`}>
      <input
        class={`govuk-${kind}__input`}
        id={id}
        name={name}
        type={kind === 'radios' ? 'radio' : 'checkbox'}
        value={value}
        checked={checked}
        aria-describedby={hintId}
      />
      <label class={`govuk-label govuk-${kind}__label`} for={id}>
        {text}
      </label>
      {hint && (
        <div id={hintId} class={`govuk-hint govuk-${kind}__hint`}>
          {hint}
        </div>
      )}
    </div>
  )
}
