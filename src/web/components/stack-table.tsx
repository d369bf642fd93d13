// biome-ignore-all lint/a11y/noRedundantRoles: the stylesheet makes blocks of rows and cells, which takes their roles away
import type { ComponentChildren } from 'preact'
import { classes } from './field.tsx'

export type StackColumn = {
  head: string
  /** Said before the cell on a phone. Left out where the cell explains itself. */
  label?: string
  /** Digits in columns, to the right. */
  figures?: boolean
  nowrap?: boolean
}
export type StackRow = { key?: string; cells: readonly ComponentChildren[] }

export type StackTableProps = {
  caption: string
  /** The heading above already says it; readers still hear it. */
  captionHidden?: boolean
  columns: readonly StackColumn[]
  rows: readonly StackRow[]
  /** The first cell names its row: a person, a unit. */
  named?: boolean
}

/** A table that becomes a list of blocks on a phone. Roles are written out, because `display: block` takes them away. */
export function StackTable({ caption, captionHidden, columns, rows, named }: StackTableProps) {
  return (
    <table class="cd-table cd-table--stack" role="table">
      <caption class={captionHidden ? 'govuk-visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ head, figures }) => (
            <th key={head} role="columnheader" scope="col" class={figures ? 'is-h' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, n) => (
          <tr key={row.key ?? n} role="row">
            {columns.map((column, at) => (
              <Cell key={column.head} column={column} head={Boolean(named) && at === 0} children={row.cells[at]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type CellProps = { column: StackColumn; head: boolean; children: ComponentChildren }

function Cell({ column, head, children }: CellProps) {
  if (head) return <th {...{ role: 'rowheader', scope: 'row', children }} />
  const look = classes(column.figures && 'is-n', column.nowrap && 'cd-nowrap') || undefined
  return <td {...{ role: 'cell', class: look, 'data-label': column.label, children }} />
}

/** Two lines of one cell: what, and below it smaller the rest. */
export function CellLines({ first, second }: { first: ComponentChildren; second?: ComponentChildren }) {
  return (
    <>
      {first}
      {second && (
        <>
          <br />
          <span class="cd-small cd-soft">{second}</span>
        </>
      )}
    </>
  )
}
