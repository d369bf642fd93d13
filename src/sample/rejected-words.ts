import { reasonWords } from '../addresses/index.ts'
import { bothLanguages, type Lang } from '../web/index.ts'
import type { Reading } from './import-congress.ts'
import { words } from './words.ts'

const ofAddresses = bothLanguages(reasonWords)

export function whyRejected(reason: Reading['rejected'][number]['reason'], lang: Lang): string {
  if (reason === 'person_not_found') return words[lang].personNotFound
  return reason === 'unknown_platform' ? words[lang].unknownPlatform : ofAddresses[lang][reason]
}
