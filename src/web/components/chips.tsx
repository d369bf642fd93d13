export type Chip = { href: string; text: string; count?: number; current?: boolean }

/** Filters of a list, as links. */
export function Chips({ label, items }: { label: string; items: readonly Chip[] }) {
  return (
    <nav aria-label={label}>
      <ul class="cd-chips">
        {items.map(({ href, text, count, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'true' : undefined}>
              {text}
              {count !== undefined && <b class="cd-n"> {count}</b>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
