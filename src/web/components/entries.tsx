import type { ComponentChildren } from 'preact'
import { Breakable } from './address.tsx'

/** `of` is read out behind the text, so that ten links “Sửa” can be told apart. It defaults to the entry's title. */
export type Act = { href: string; text: string; of?: string }

export type Entry = {
  title: string
  address?: string
  /** Usually a `Tag` that says who may know. */
  tag?: ComponentChildren
  /** Usually a `LevelMark`, or an `EntryState` for what has none. */
  state?: ComponentChildren
  acts?: readonly Act[]
}

/** The list of declared pages: what it is, where it stands, what can be done. */
export function Entries({ items }: { items: readonly Entry[] }) {
  return (
    <ul class="cd-entries">
      {items.map((item) => (
        <li key={`${item.title} ${item.address}`}>
          <div>
            <h3>{item.title}</h3>
            {item.address && (
              <p class="cd-code">
                <Breakable text={item.address} />
              </p>
            )}
            {item.tag}
          </div>
          <div>{item.state}</div>
          {item.acts && item.acts.length > 0 && <Acts acts={item.acts} title={item.title} />}
        </li>
      ))}
    </ul>
  )
}

function Acts({ acts, title }: { acts: readonly Act[]; title: string }) {
  return (
    <div class="cd-entries__acts">
      {acts.map((act) => (
        <a key={act.href} class="govuk-link" href={act.href}>
          {act.text}
          <span class="govuk-visually-hidden"> {act.of ?? title}</span>
        </a>
      ))}
    </div>
  )
}

/** A state in words where there is no level: closed, draft. */
export function EntryState({ word, children }: { word: string; children?: ComponentChildren }) {
  return (
    <>
      <p>
        <strong>{word}</strong>
      </p>
      {children && <p class="cd-level__date">{children}</p>}
    </>
  )
}
