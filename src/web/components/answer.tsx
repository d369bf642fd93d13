import type { Lang } from '../words.ts'
import { Closed } from './answer-closed.tsx'
import { Confirmed } from './answer-confirmed.tsx'
import { Imitation } from './answer-imitation.tsx'
import { Suspended } from './answer-suspended.tsx'
import type { AnswerLinks, PublicAnswer } from './answer-types.ts'
import { Unconfirmed } from './answer-unconfirmed.tsx'
import { answerWords } from './answer-words.ts'
import type { AnswerKind } from './seal.tsx'

export type AnswerProps = { answer: PublicAnswer; lang: Lang; links?: AnswerLinks; zone?: string }

/** The title of the window for an answer. */
export const answerTitle = (kind: AnswerKind, lang: Lang): string => answerWords[lang][`${kind}Page`]

/** One of the five answers, as a sheet with its seal. */
export function Answer({ answer, lang, links = {}, zone }: AnswerProps) {
  const given = { lang, links, zone }
  switch (answer.kind) {
    case 'confirmed':
      return <Confirmed answer={answer} {...given} />
    case 'unconfirmed':
      return <Unconfirmed {...given} />
    case 'suspended':
      return <Suspended answer={answer} {...given} />
    case 'closed':
      return <Closed answer={answer} {...given} />
    case 'imitation':
      return <Imitation answer={answer} {...given} />
  }
}
