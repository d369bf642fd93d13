import type { ComponentChildren } from 'preact'
import { Button, ButtonLink } from './button.tsx'
import { Form } from './form.tsx'

export type TodoItem = {
  title: string
  note?: ComponentChildren
  /** Where the work is done; with `post`, the button does it at once. */
  act: { href: string; text: string; post?: boolean; hidden?: Readonly<Record<string, string>> }
}

/** What to do next, the most urgent first: only the first has a filled button. */
export function Todo({ items }: { items: readonly TodoItem[] }) {
  return (
    <ol class="cd-todo">
      {items.map(({ title, note, act }, n) => (
        <li key={`${title} ${act.href}`}>
          <div>
            <p>
              <strong>{title}</strong>
            </p>
            {note && <p class="cd-soft">{note}</p>}
          </div>
          <div class="cd-todo__act">
            <TodoAct act={act} kind={n === 0 ? 'main' : 'secondary'} />
          </div>
        </li>
      ))}
    </ol>
  )
}

function TodoAct({ act, kind }: { act: TodoItem['act']; kind: 'main' | 'secondary' }) {
  const look = { kind, flush: true } as const
  if (!act.post) return <ButtonLink href={act.href} {...look} children={act.text} />
  return (
    <Form action={act.href} hidden={act.hidden}>
      <Button {...look}>{act.text}</Button>
    </Form>
  )
}
