import type { Lang } from '../words.ts'
import { describedBy, Hint } from './field.tsx'
import { words } from './words.ts'

export type CopyFieldProps = {
  lang: Lang
  id: string
  label: string
  value: string
  hint?: string
  /** More than one line: a long value is shown whole. */
  rows?: number
  /** What the button copies, inside a sentence: “Chép tên”. Defaults to the label in lower case. */
  what?: string
}

/** A value to take elsewhere: selectable by hand; with the island `copy.js` a button copies it. */
export function CopyField(props: CopyFieldProps) {
  const { lang, id, label, value, hint, rows } = props
  const what = props.what ?? label.toLocaleLowerCase(lang)
  const w = words[lang]
  const described = describedBy(id, { hint })
  return (
    <div class="cd-copy">
      <label class="govuk-label govuk-label--s" for={id}>
        {label}
      </label>
      {hint && <Hint id={id}>{hint}</Hint>}
      <div class="cd-copy__row">
        {rows ? (
          <textarea class="govuk-textarea" id={id} rows={rows} readonly aria-describedby={described} value={value} />
        ) : (
          <input class="govuk-input" id={id} type="text" readonly value={value} aria-describedby={described} />
        )}
        <button
          class="govuk-button govuk-button--secondary cd-js"
          type="button"
          data-copies={id}
          data-done={w.copied(what)}
        >
          {w.copy}
          <span class="govuk-visually-hidden"> {what}</span>
        </button>
      </div>
    </div>
  )
}
