import { recognise } from '../../addresses/index.ts'
import { isDay } from '../../db/index.ts'
import type { FieldError } from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import { kept } from '../reading.ts'
import { reasonText } from '../reasons.ts'
import { managers } from '../types.ts'
import type { Wish } from './file-for.ts'
import type { Typed } from './form-page.tsx'
import type { How } from './store.ts'
import { words } from './words.ts'

type Read =
  | { readonly kind: 'read'; readonly wish: Wish }
  | { readonly kind: 'unclear'; readonly typed: Typed; readonly errors: readonly FieldError[] }

const firstPaper = '2000-01-01'

/** How it came: a paper has its date, which is not to come. */
export function howOf(how: string, on: string, today: string): How | undefined {
  if (how === 'phone') return { how }
  const day = on.trim()
  return how === 'paper' && isDay(day) && day >= firstPaper && day <= today ? { how, on: day } : undefined
}

/** What was typed, as a wish; or the form again with a word beside each field. */
export function readForm(typed: Typed, today: string, lang: Lang): Read {
  const w = words[lang]
  const { address, error } = recognise(typed.address)
  const manager = managers.find((known) => known === typed.manager)
  const how = howOf(typed.how, typed.paper_on, today)
  const post = address?.via === 'content'
  const errors = [
    typed.address.trim() === '' && { field: 'address', message: w.addressMissing },
    typed.address.trim() !== '' && error && { field: 'address', message: reasonText(error, lang) },
    post && { field: 'address', message: w.post },
    !how && typed.how !== 'paper' && { field: 'how', message: w.howMissing },
    !how && typed.how === 'paper' && { field: 'paper_on', message: w.paperOnWrong },
    !manager && { field: 'manager', message: w.managerMissing },
  ].filter((one): one is FieldError => Boolean(one))
  if (!address || post || !how || !manager)
    return { kind: 'unclear', typed: post ? { ...typed, address: address.canonical } : typed, errors }
  return { kind: 'read', wish: { id: typed.id, address, typed: kept(typed.address), manager, how } }
}
