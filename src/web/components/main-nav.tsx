import type { Lang } from '../words.ts'
import { words } from './words.ts'

/** `red` is for the one link that stops a stolen page. A `duty` is what only some are given: on a phone those fold away under one line. */
export type NavItem = { href: string; text: string; current?: boolean; red?: boolean; duty?: boolean }

export function MainNav({ lang, items }: { lang: Lang; items: readonly NavItem[] }) {
  const w = words[lang]
  const duties = items.filter(({ duty }) => duty)
  const here = duties.find(({ current }) => current)
  return (
    <nav class="cd-nav" aria-label={w.mainNav}>
      <div class="govuk-width-container">
        <Items items={items.filter(({ duty }) => !duty)} />
        {duties.length > 0 && (
          <details class="cd-nav__duties">
            <summary>{here ? `${w.duties}: ${here.text}` : `${w.duties} (${duties.length})`}</summary>
            <Items items={duties} />
          </details>
        )}
      </div>
    </nav>
  )
}

const Items = ({ items }: { items: readonly NavItem[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item.href} class={item.red ? 'cd-nav__red' : undefined}>
        <a href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.red && <StopSign />}
          {item.text}
        </a>
      </li>
    ))}
  </ul>
)

function StopSign() {
  return (
    <svg viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <path d="M5.5 0h7L18 5.5v7L12.5 18h-7L0 12.5v-7zM8 4v6h2V4zm0 7.5v2h2v-2z" fill-rule="evenodd" />
    </svg>
  )
}
