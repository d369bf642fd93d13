import { Fragment } from 'preact'

/** An address or code in monospace, whole; the line may break after a slash and nowhere else by choice. */
export function Address({ text }: { text: string }) {
  return (
    <span class="cd-code">
      <Breakable text={text} />
    </span>
  )
}

/** The same without the monospace, for where the parent already is code. */
export function Breakable({ text }: { text: string }) {
  return (
    <>
      {text.split(/(?<=[^/]\/)(?=[^/])/).map((piece, n) => (
        <Fragment key={n}>
          {n > 0 && <wbr />}
          {piece.split(/(?<=\.)/).some(breaksBadly) ? <Labels of={piece} /> : piece}
        </Fragment>
      ))}
    </>
  )
}

/** Browsers break after a hyphen. A short label with one stays in one piece: `_chinhdanh-challenge` is one word. */
const breaksBadly = (label: string) => label.includes('-') && label.length <= 24

function Labels({ of }: { of: string }) {
  return (
    <>
      {of.split(/(?<=\.)/).map((label, n) => (
        <Fragment key={n}>
          {n > 0 && <wbr />}
          {breaksBadly(label) ? <span class="cd-nowrap">{label}</span> : label}
        </Fragment>
      ))}
    </>
  )
}
