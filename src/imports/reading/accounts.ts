import { isPlatform, recognise } from '../../addresses/index.ts'
import { clean } from './clean.ts'
import type { AccountLine } from './types.ts'

/** Cut at line breaks, `;` and `|`; each part is judged by the address rules, and words for "none" are nothing. */
export function readAccounts(text: string, platform = ''): readonly AccountLine[] {
  if (text === '') return []
  return text
    .split(/[\r\n\u0085\u2028\u2029;|]/)
    .map(clean)
    .flatMap((typed) => accountIn(typed, platform.toLowerCase()) ?? [])
}

function accountIn(typed: string, platform: string): AccountLine | undefined {
  if (typed === '') return undefined
  const { address, error } = recognise(typed, isPlatform(platform) ? platform : undefined)
  if (error === 'empty') return undefined
  return address ? { typed, address } : { typed }
}
