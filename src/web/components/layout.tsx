import type { ComponentChildren } from 'preact'
import { classes } from './field.tsx'

type Children = { children: ComponentChildren }

/** The heading of a page, with what it is about in a small line above. */
export function PageTitle({ caption, children }: Children & { caption?: ComponentChildren }) {
  return (
    <>
      {caption && <span class="govuk-caption-l">{caption}</span>}
      <h1 class="govuk-heading-xl">{children}</h1>
    </>
  )
}

/** The heading of a part of the page. */
export function Heading({ small, id, children }: Children & { small?: boolean; id?: string }) {
  return (
    <h2 class={small ? 'govuk-heading-s' : 'govuk-heading-m'} id={id}>
      {children}
    </h2>
  )
}

/** The first sentence of a page. */
export const Lead = ({ children }: Children) => <p class="cd-lead">{children}</p>

/** A sentence of second rank. */
export const Soft = ({ children }: Children) => <p class="cd-soft">{children}</p>

/** Text of a wide page that keeps to the measure. */
export const Measure = ({ children }: Children) => <div class="cd-measure">{children}</div>

/** Text and something beside it, on a wide page; below one another on a phone. */
export function Two({ children, even }: Children & { even?: boolean }) {
  return <div class={classes('cd-two', even && 'cd-two--even')}>{children}</div>
}

/** A sheet of paper: only for things that are one. */
export const Panel = ({ children }: Children) => <div class="cd-panel">{children}</div>

/** Around the form that stops a stolen page. */
export const RedBox = ({ children }: Children) => <div class="cd-redbox">{children}</div>

/** What stays on the screen when the page is printed. */
export const NoPrint = ({ children }: Children) => <div class="cd-noprint">{children}</div>

export function BulletList({ items }: { items: readonly ComponentChildren[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}

/** Parts the page. */
export const Rule = () => <hr class="cd-rule" />
