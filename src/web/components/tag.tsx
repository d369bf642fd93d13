import type { ComponentChildren } from 'preact'
import type { Lang } from '../words.ts'
import { classes } from './field.tsx'
import { words } from './words.ts'

/** Four meanings: public or done · private or later · late, waiting for you · incident. */
export type TagKind = 'done' | 'later' | 'late' | 'incident'

const colour = { done: undefined, later: 'grey', late: 'yellow', incident: 'red' } as const

export function Tag({ kind = 'done', children }: { kind?: TagKind; children: ComponentChildren }) {
  const name = colour[kind]
  return <strong class={classes('govuk-tag', name && `govuk-tag--${name}`)}>{children}</strong>
}

export type Visibility = 'private' | 'confirmable' | 'listed' | 'directory'

/** Who may know of a page, in the words of the register. */
export const visibilityName = (visibility: Visibility, lang: Lang): string => words[lang][visibility]

export function VisibilityTag({ visibility, lang }: { visibility: Visibility; lang: Lang }) {
  return <Tag kind={visibility === 'private' ? 'later' : 'done'}>{visibilityName(visibility, lang)}</Tag>
}
