import type { ComponentChildren } from 'preact'

export type FormProps = {
  action: string
  method?: 'post' | 'get'
  /** Sent along unseen. An undefined value leaves its field out. */
  hidden?: Readonly<Record<string, string | undefined>>
  enctype?: 'multipart/form-data'
  id?: string
  /** A script of the page says, while somebody types, what is read in it. */
  reads?: boolean
  children: ComponentChildren
}

/** A form that the server checks; the browser's own messages stay away. */
export function Form({ action, method = 'post', hidden = {}, enctype, id, reads, children }: FormProps) {
  return (
    <form action={action} method={method} enctype={enctype} id={id} data-reads={reads} novalidate>
      {Object.entries(hidden).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
    </form>
  )
}
