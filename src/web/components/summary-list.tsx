import type { ComponentChildren } from 'preact'
import type { Lang } from '../words.ts'
import { words } from './words.ts'

export type SummaryRow = {
  /** A short name; it is also read out behind the change link. */
  key: string
  value: ComponentChildren
  change?: { href: string; text?: string }
}

/** Answers to check before sending, each with the way to change it. */
export function SummaryList({ lang, rows }: { lang: Lang; rows: readonly SummaryRow[] }) {
  return (
    <dl class="govuk-summary-list">
      {rows.map((row) => (
        <div key={row.key} class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value">{row.value}</dd>
          {row.change && (
            <dd class="govuk-summary-list__actions">
              <a class="govuk-link" href={row.change.href}>
                {row.change.text ?? words[lang].change}
                <span class="govuk-visually-hidden"> {row.key.toLocaleLowerCase(lang)}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
