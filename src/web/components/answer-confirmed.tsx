import { AddressFact, AnsweredFact, AnswerSheet } from './answer-sheet.tsx'
import type { ConfirmedAnswer, PartProps } from './answer-types.ts'
import { answerWords } from './answer-words.ts'
import { Fact, Facts } from './facts.tsx'
import { LevelMark } from './level-mark.tsx'
import { timeText } from './time-text.ts'

type Words = (typeof answerWords)['vi']

/** Witnessed is not proven: the first sentence claims no more than the level does. */
function leadOf(answer: ConfirmedAnswer, w: Words): string {
  if (answer.level === 1) return w.confirmedWitnessed
  return answer.owner ? w.confirmedNamed : w.confirmedUnnamed
}

export function Confirmed({ answer, lang, links, zone }: PartProps<'confirmed'>) {
  const w = answerWords[lang]
  const lapsed = answer.notCurrentSince
  return (
    <AnswerSheet kind="confirmed" title={w.confirmedTitle} lead={leadOf(answer, w)}>
      <Facts>
        <AddressFact lang={lang} address={answer.address} />
        <Fact term={w.owner}>{answer.owner && <Owner answer={answer} w={w} />}</Fact>
        <Fact term={w.office}>{answer.office && <span lang="vi">{answer.office}</span>}</Fact>
        <Fact term={w.level}>
          <LevelMark level={answer.level} lang={lang} at={answer.levelAt} notSince={answer.notSince} long zone={zone} />
        </Fact>
        <Fact term={w.notCurrent}>{lapsed && w.notCurrentSince(timeText(lapsed, lang, 'day', zone))}</Fact>
        <AnsweredFact lang={lang} at={answer.answeredAt} zone={zone} signed={links.signed} />
      </Facts>
      <p class="cd-soft">
        {w.confirmedNot}
        {(answer.owner || answer.office) && ` ${w.confirmedConsent}`}
      </p>
    </AnswerSheet>
  )
}

function Owner({ answer, w }: { answer: ConfirmedAnswer; w: Words }) {
  return (
    <>
      <strong lang="vi">{answer.owner}</strong>
      {answer.personHref && (
        <>
          <br />
          <a class="govuk-link" href={answer.personHref}>
            {w.personPage}
          </a>
        </>
      )}
    </>
  )
}
