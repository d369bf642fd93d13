import type { ComponentChildren } from 'preact'

/** Facts to read. Where each can be changed, use `SummaryList`. */
export function Facts({ children }: { children: ComponentChildren }) {
  return <dl class="cd-facts">{children}</dl>
}

/** One fact; without a value it is not there. */
export function Fact({ term, children }: { term: ComponentChildren; children: ComponentChildren }) {
  if (children === undefined || children === null || children === false || children === '') return null
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
