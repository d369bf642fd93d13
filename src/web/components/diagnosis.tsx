import type { ComponentChildren } from 'preact'
import type { Lang } from '../words.ts'
import { Time } from './time.tsx'
import { words } from './words.ts'

export type DiagnosisProps = {
  lang: Lang
  /** Exactly what should be there. A `Marked` shows where it differs. */
  expected: ComponentChildren
  /** What was there, one line each; empty says “nothing”. */
  found: readonly ComponentChildren[]
  foundNote?: ComponentChildren
  where: ComponentChildren
  /** For instance which resolvers answered. */
  whereNote?: ComponentChildren
  at: Date
  whenNote?: ComponentChildren
  zone?: string
}

/** A failed check, explained: expected, found, where, when. */
export function Diagnosis(props: DiagnosisProps) {
  const { lang, expected, found, foundNote, where, whereNote, at, whenNote, zone } = props
  const w = words[lang]
  return (
    <dl class="cd-diagnosis">
      <Line term={w.expected}>
        <span class="cd-code">{expected}</span>
      </Line>
      <Line term={w.found} note={foundNote}>
        {found.length > 0 ? <FoundLines lines={found} /> : w.foundNothing}
      </Line>
      <Line term={w.where} note={whereNote}>
        {where}
      </Line>
      <Line term={w.when} note={whenNote}>
        <Time at={at} lang={lang} form="second" zone={zone} />
      </Line>
    </dl>
  )
}

function FoundLines({ lines }: { lines: readonly ComponentChildren[] }) {
  return lines.map((line, n) => (
    <>
      {n > 0 && <br />}
      <span class="cd-code">{line}</span>
    </>
  ))
}

type LineProps = { term: string; note?: ComponentChildren; children: ComponentChildren }

function Line({ term, note, children }: LineProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {children}
        {note && (
          <>
            <br />
            <span class="cd-soft">{note}</span>
          </>
        )}
      </dd>
    </div>
  )
}

/** `text` with each place marked where one of `parts` stands in it. */
export function Marked({ text, parts }: { text: string; parts: readonly string[] }) {
  const known = parts.filter((part) => part !== '')
  if (known.length === 0) return <>{text}</>
  const escaped = known.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pieces = text.split(new RegExp(`(${escaped.join('|')})`))
  return <>{pieces.map((piece) => (known.includes(piece) ? <mark>{piece}</mark> : piece))}</>
}
