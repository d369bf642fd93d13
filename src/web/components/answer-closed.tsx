import { AddressFact, AnsweredFact, AnswerSheet } from './answer-sheet.tsx'
import type { PartProps } from './answer-types.ts'
import { answerWords } from './answer-words.ts'
import { Fact, Facts } from './facts.tsx'
import { Time } from './time.tsx'

export function Closed({ answer, lang, links, zone }: PartProps<'closed'>) {
  const w = answerWords[lang]
  return (
    <AnswerSheet kind="closed" title={w.closedTitle} lead={w.closedLead}>
      <Facts>
        <AddressFact lang={lang} address={answer.address} />
        <Fact term={w.closedOn}>
          <Time at={answer.closedOn} lang={lang} form="long-day" zone={zone} />
        </Fact>
        <AnsweredFact lang={lang} at={answer.answeredAt} zone={zone} signed={links.signed} />
      </Facts>
      <p>
        {w.closedAdvice}
        {links.report && (
          <>
            {' '}
            <a class="govuk-link" href={links.report}>
              {w.closedReport}
            </a>
          </>
        )}
      </p>
    </AnswerSheet>
  )
}
