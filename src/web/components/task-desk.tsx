import type { ComponentChild } from 'preact'
import { ActLink, Button } from './button.tsx'
import { Form } from './form.tsx'
import { Lead, PageTitle } from './layout.tsx'
import { Quote } from './quote.tsx'
import { CellLines, StackTable } from './stack-table.tsx'

type Props = {
  readonly title: string
  /** What is to be done here, where there is something. */
  readonly lead: string
  readonly none: string
  /** Above the numbers, above each cell of a task, and what opens it. */
  readonly heads: { readonly number: string; readonly cells: readonly string[]; readonly open: string }
  readonly tasks: readonly {
    readonly href: string
    readonly number: string
    readonly kind: ComponentChild
    readonly cells: readonly ComponentChild[]
  }[]
}

/** What waits for an officer or a reviewer: a line for each, named by its number. */
export function TaskDesk({ title, lead, none, heads, tasks }: Props) {
  const columns = [{ head: heads.number }, ...heads.cells.map((head) => ({ head, label: head })), { head: heads.open }]
  const rows = tasks.map(({ href, number, kind, cells }) => ({
    key: href,
    cells: [
      <CellLines first={<strong>{number}</strong>} second={kind} />,
      ...cells,
      <ActLink href={href} of={number}>
        {heads.open}
      </ActLink>,
    ],
  }))
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <Lead>{rows.length === 0 ? none : lead}</Lead>
      {rows.length > 0 && <StackTable caption={title} captionHidden {...{ columns, rows }} />}
    </>
  )
}

type Opening = { readonly action: string; readonly text: string; readonly looker: string; readonly button: string }

/** A task before it is opened: what its person will see of who opens it, and the press that does. */
export const OpenTask = ({ action, text, looker, button }: Opening) => (
  <>
    <p>{text}</p>
    <Quote>{looker}</Quote>
    <Form action={action}>
      <Button>{button}</Button>
    </Form>
  </>
)
