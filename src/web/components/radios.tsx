import { Fragment } from 'preact'
import { type Choice, ChoiceItem, type ChoicesProps, itemId } from './choices.tsx'
import { idOf } from './field.tsx'
import { Fieldset } from './fieldset.tsx'
import { words } from './words.ts'

export type RadioItem = Choice & {
  /** Puts “hoặc” above this item, where it is of another kind than those before. */
  apart?: boolean
}
export type RadiosProps = ChoicesProps & { items: readonly RadioItem[]; value?: string }

/** One of several answers. */
export function Radios(props: RadiosProps) {
  const { name, items, value, lang } = props
  const id = idOf(props)
  return (
    <Fieldset {...props} id={id}>
      <div class="govuk-radios">
        {items.map(({ apart, ...item }, n) => (
          <Fragment key={item.value}>
            {apart && <div class="govuk-radios__divider">{words[lang].or}</div>}
            <ChoiceItem kind="radios" {...item} id={itemId(id, n)} name={name} checked={item.value === value} />
          </Fragment>
        ))}
      </div>
    </Fieldset>
  )
}
