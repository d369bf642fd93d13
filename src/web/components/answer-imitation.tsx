import { Address } from './address.tsx'
import { AddressFact, AnsweredFact, AnswerSheet } from './answer-sheet.tsx'
import type { ImitationAnswer, PartProps } from './answer-types.ts'
import { answerWords } from './answer-words.ts'
import { Fact, Facts } from './facts.tsx'
import { LevelMark } from './level-mark.tsx'
import { Time } from './time.tsx'

/** A finding about someone's page: it names its reasons, its end, and the way to object. */
export function Imitation({ answer, lang, links, zone }: PartProps<'imitation'>) {
  const w = answerWords[lang]
  return (
    <AnswerSheet kind="imitation" title={w.imitationTitle} lead={w.imitationLead}>
      <Facts>
        <AddressFact lang={lang} address={answer.address} />
        <Fact term={w.decidedOn}>
          <Time at={answer.decidedOn} lang={lang} form="long-day" zone={zone} />
        </Fact>
        <Fact term={w.reasons}>{answer.reasons.join('; ')}</Fact>
        <Fact term={w.objectedSince}>
          {answer.objectedSince && <Time at={answer.objectedSince} lang={lang} form="long-day" zone={zone} />}
        </Fact>
        <Fact term={w.lapsesOn}>
          <Time at={answer.lapsesOn} lang={lang} form="long-day" zone={zone} />
        </Fact>
        <Fact term={w.rightPage}>{answer.rightPage && <RightPage page={answer.rightPage} {...{ lang, zone }} />}</Fact>
        <AnsweredFact lang={lang} at={answer.answeredAt} zone={zone} signed={links.signed} />
      </Facts>
      <p>
        <strong>{w.imitationDo}</strong> {w.imitationPaid}
      </p>
      {links.object && (
        <p>
          <a class="govuk-link" href={links.object}>
            {w.object}
          </a>
        </p>
      )}
    </AnswerSheet>
  )
}

type RightPageProps = { page: NonNullable<ImitationAnswer['rightPage']>; lang: 'vi' | 'en'; zone?: string }

function RightPage({ page, lang, zone }: RightPageProps) {
  return (
    <>
      <Address text={page.address} />
      <span class="cd-gap" />
      <LevelMark level={page.level} lang={lang} at={page.levelAt} zone={zone} />
    </>
  )
}
