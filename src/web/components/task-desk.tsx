import { Lead, PageTitle } from './layout.tsx'
import { type StackColumn, type StackRow, StackTable } from './stack-table.tsx'

type Props = {
  readonly title: string
  /** What is to be done here, where there is something. */
  readonly lead: string
  readonly none: string
  readonly columns: readonly StackColumn[]
  readonly rows: readonly StackRow[]
}

/** What waits for an officer or a reviewer: a line for each, named by its number. */
export const TaskDesk = ({ title, lead, none, columns, rows }: Props) => (
  <>
    <PageTitle>{title}</PageTitle>
    <Lead>{rows.length === 0 ? none : lead}</Lead>
    {rows.length > 0 && <StackTable caption={title} captionHidden {...{ columns, rows }} />}
  </>
)
