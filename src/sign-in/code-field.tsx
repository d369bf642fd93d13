import { errorFor, type FieldError, TextField } from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import { words } from './words.ts'

type Props = { lang: Lang; label: string; typed?: string; errors?: readonly FieldError[] }

/** The one-use code, as it was given on paper, by mail or by telephone. */
export const CodeField = ({ lang, label, typed, errors }: Props) => (
  <TextField
    lang={lang}
    name="code"
    label={label}
    hint={words[lang].codeHint}
    error={errorFor(errors, 'code')}
    value={typed}
    autocomplete="one-time-code"
    code
    width={20}
    maxlength={40}
  />
)
