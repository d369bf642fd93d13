import type { ComponentChildren } from 'preact'

/** A line as someone else will read it, shown before it is written. */
export function Quote({ children }: { children: ComponentChildren }) {
  return <div class="cd-quote">{children}</div>
}
