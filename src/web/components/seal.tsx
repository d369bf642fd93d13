import type { ComponentChildren } from 'preact'

export type AnswerKind = 'confirmed' | 'unconfirmed' | 'suspended' | 'closed' | 'imitation'

const frame = <rect class="cd-mark__line" x="5.5" y="9.5" width="57" height="57" rx="6" />

/** They differ in outline, not only in colour: tick · dashed with question mark · two bars · one bar · octagon with a cross. */
const drawings: { readonly [K in AnswerKind]: ComponentChildren } = {
  confirmed: (
    <>
      <path
        class="cd-mark__fill"
        d="M10 12h30l-5 8 8 4 14-12h1a6 6 0 0 1 6 6v44a6 6 0 0 1-6 6H10a6 6 0 0 1-6-6V18a6 6 0 0 1 6-6z"
      />
      <path class="cd-mark__cut" d="M19 43l10 10 20-22" />
      <path class="cd-mark__accent" d="M59 1l9 5.4-20.5 13-3.2-1.8z" />
    </>
  ),
  unconfirmed: (
    <>
      <rect class="cd-mark__line" stroke-dasharray="6 5" x="5.5" y="9.5" width="57" height="57" rx="6" />
      <path class="cd-mark__sign" d="M25 31q0-9 9-9t9 8.5q0 5-5 7.6t-4 7.4" />
      <path class="cd-mark__soft" d="M31 50h6v6h-6z" />
    </>
  ),
  suspended: (
    <>
      {frame}
      <path class="cd-mark__amber" d="M24 25h7.5v26H24zM36.5 25H44v26h-7.5z" />
    </>
  ),
  closed: (
    <>
      {frame}
      <path class="cd-mark__soft" d="M18 35h32v6H18z" />
    </>
  ),
  imitation: (
    <>
      <path class="cd-mark__danger" d="M22 6h24l18 18v24L46 66H22L4 48V24z" />
      <path class="cd-mark__cut" d="M24 26l20 20M44 26L24 46" />
    </>
  ),
}

/** The seal of an answer. The heading beside it says the same in words. */
export function Seal({ kind }: { kind: AnswerKind }) {
  return (
    <svg class="cd-mark" viewBox="0 0 72 72" aria-hidden="true" focusable="false">
      {drawings[kind]}
    </svg>
  )
}
