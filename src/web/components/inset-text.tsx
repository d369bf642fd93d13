import type { ComponentChildren } from 'preact'

/** A remark set off from the text around it. */
export function InsetText({ children }: { children: ComponentChildren }) {
  return <div class="govuk-inset-text">{children}</div>
}
