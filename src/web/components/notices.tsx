import type { ComponentChildren } from 'preact'

export type Notice = { tag?: ComponentChildren; title: string; text: ComponentChildren; act?: ComponentChildren }

/** Notices side by side: to the unit, the authority, the platform. */
export function Notices({ items }: { items: readonly Notice[] }) {
  return (
    <ul class="cd-notices">
      {items.map(({ tag, title, text, act }) => (
        <li key={title}>
          {tag}
          <h3>{title}</h3>
          <p>{text}</p>
          {act}
        </li>
      ))}
    </ul>
  )
}
