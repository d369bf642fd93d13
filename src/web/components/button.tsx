import type { ComponentChildren } from 'preact'
import { classes } from './field.tsx'

/** One main button a page. `warning` is for theft and imitation, never for deleting a draft. */
export type ButtonKind = 'main' | 'secondary' | 'warning'

const classOf = (kind: ButtonKind, flush?: boolean) =>
  classes('govuk-button', kind !== 'main' && `govuk-button--${kind}`, flush && 'govuk-!-margin-bottom-0')

export type ButtonProps = {
  children: ComponentChildren
  kind?: ButtonKind
  /** Tells which of several buttons was pressed. */
  name?: string
  value?: string
  /** The id of a form that stands elsewhere. */
  form?: string
  formaction?: string
  /** No space below, where the button stands beside something. */
  flush?: boolean
}

export function Button({ children, kind = 'main', name, value, form, formaction, flush }: ButtonProps) {
  return (
    <button class={classOf(kind, flush)} type="submit" {...{ name, value, form, formaction }}>
      {children}
    </button>
  )
}

export type ButtonLinkProps = { href: string; children: ComponentChildren; kind?: ButtonKind; flush?: boolean }

/** A link that is the next step, and so looks like a button. */
export function ButtonLink({ href, children, kind = 'main', flush }: ButtonLinkProps) {
  return (
    <a class={classOf(kind, flush)} href={href}>
      {children}
    </a>
  )
}

/** A plain link that is an action: as high as a thumb. `of` is read out only: “Sửa Facebook”. */
export function ActLink({ href, children, of }: { href: string; children: ComponentChildren; of?: string }) {
  return (
    <a class="govuk-link cd-act" href={href}>
      {children}
      {of && <span class="govuk-visually-hidden"> {of}</span>}
    </a>
  )
}

/** Buttons and action links side by side. */
export function ButtonGroup({ children }: { children: ComponentChildren }) {
  return <div class="govuk-button-group">{children}</div>
}
