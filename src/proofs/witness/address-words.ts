import { type Reason, reasonWords } from '../../addresses/index.ts'
import type { Lang } from '../../web/words.ts'
import { words } from './words.ts'

export const wordsOfReason = (reason: Reason | 'content_account', lang: Lang): string =>
  reason === 'content_account' ? words[lang].post : reasonWords[reason][lang]
