import type { ComponentChildren } from 'preact'

export type Step = { title: string; children?: ComponentChildren; state?: 'done' | 'now' }

/** Numbered steps in their order. `heading`: the level that fits below the heading above them. */
export function Steps({ items, heading: Heading = 'h2' }: { items: readonly Step[]; heading?: 'h2' | 'h3' }) {
  return (
    <ol class="cd-steps">
      {items.map(({ title, children, state }) => (
        <li key={title} class={state && `is-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          {state === 'done' && <Tick />}
          <Heading>{title}</Heading>
          {typeof children === 'string' ? <p>{children}</p> : children}
        </li>
      ))}
    </ol>
  )
}

function Tick() {
  return (
    <svg class="cd-steps__tick" viewBox="0 0 19 19" aria-hidden="true" focusable="false">
      <path d="M3 10l4.5 4.5L16 5" />
    </svg>
  )
}
