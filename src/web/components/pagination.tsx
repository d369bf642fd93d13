import type { Lang } from '../words.ts'
import { words } from './words.ts'

export type PaginationProps = { lang: Lang; previous?: string; next?: string }

/** Back and forth in a long list; nothing where it has one page. */
export function Pagination({ lang, previous, next }: PaginationProps) {
  if (!previous && !next) return null
  const w = words[lang]
  return (
    <nav class="govuk-pagination" aria-label={w.pages}>
      {previous && <PageLink href={previous} rel="prev" text={w.previous} />}
      {next && <PageLink href={next} rel="next" text={w.next} />}
    </nav>
  )
}

const arrows = { prev: 'M7 1L1 7l6 6M1 7h14', next: 'M9 1l6 6-6 6M15 7H1' }

function PageLink({ href, rel, text }: { href: string; rel: 'prev' | 'next'; text: string }) {
  const arrow = (
    <svg class="cd-arrow" viewBox="0 0 16 14" aria-hidden="true" focusable="false">
      <path d={arrows[rel]} />
    </svg>
  )
  return (
    <div class={`govuk-pagination__${rel}`}>
      <a class="govuk-link cd-act govuk-pagination__link" href={href} rel={rel}>
        {rel === 'prev' && arrow}
        <span class="govuk-pagination__link-title">{text}</span>
        {rel === 'next' && arrow}
      </a>
    </div>
  )
}
