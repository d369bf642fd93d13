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
  const pieces = text.split(/(?<=[^/]\/)(?=[^/])/)
  return (
    <>
      {pieces.map((piece, n) => (
        <Fragment key={n}>
          {n > 0 && <wbr />}
          {piece}
        </Fragment>
      ))}
    </>
  )
}
