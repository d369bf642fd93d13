import type { Lang } from '../words.ts'
import { Button } from './button.tsx'
import { Form } from './form.tsx'
import { TextField } from './text-field.tsx'

type SearchFormProps = {
  lang: Lang
  action: string
  /** Of the field; `q` unless told. */
  name?: string
  label: string
  hint: string
  find: string
  sought?: string
  hidden?: Readonly<Record<string, string | undefined>>
}

/** One field and one button; what is found is an address that can be kept. */
export function SearchForm({ lang, action, name = 'q', label, hint, find, sought, hidden }: SearchFormProps) {
  return (
    <Form action={action} method="get" hidden={hidden}>
      <TextField name={name} label={label} hint={hint} type="search" value={sought} width={30} lang={lang} />
      <Button kind="secondary">{find}</Button>
    </Form>
  )
}
