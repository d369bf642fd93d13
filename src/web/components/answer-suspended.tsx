import { AddressFact, AnsweredFact, AnswerSheet } from './answer-sheet.tsx'
import type { PartProps } from './answer-types.ts'
import { answerWords } from './answer-words.ts'
import { Fact, Facts } from './facts.tsx'
import { LevelMark } from './level-mark.tsx'
import { Time } from './time.tsx'

export function Suspended({ answer, lang, links, zone }: PartProps<'suspended'>) {
  const w = answerWords[lang]
  return (
    <AnswerSheet kind="suspended" title={w.suspendedTitle} lead={w.suspendedLead}>
      <Facts>
        <AddressFact lang={lang} address={answer.address} />
        <Fact term={w.suspendedFrom}>
          <Time at={answer.since} lang={lang} zone={zone} />
        </Fact>
        <Fact term={w.before}>
          <LevelMark level={answer.level} lang={lang} at={answer.levelAt} paused zone={zone} />
        </Fact>
        <AnsweredFact lang={lang} at={answer.answeredAt} zone={zone} signed={links.signed} />
      </Facts>
      <p>{w.suspendedAdvice}</p>
    </AnswerSheet>
  )
}
