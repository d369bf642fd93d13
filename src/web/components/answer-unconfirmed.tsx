import type { Lang } from '../words.ts'
import { AnswerSheet } from './answer-sheet.tsx'
import type { AnswerLinks } from './answer-types.ts'
import { answerWords } from './answer-words.ts'

/** Takes no address and no time: unknown, private, draft and pending give the same bytes because there is nothing to tell apart. */
export function Unconfirmed({ lang, links }: { lang: Lang; links: AnswerLinks }) {
  const w = answerWords[lang]
  return (
    <AnswerSheet kind="unconfirmed" title={w.unconfirmedTitle} lead={w.unconfirmedLead}>
      <p>{w.unconfirmedMeans}</p>
      <h2 class="govuk-heading-s">{w.whatToDo}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{w.checkAddress}</li>
        <li>{w.callOffice}</li>
        {links.report && (
          <li>
            {w.ifImitation}{' '}
            <a class="govuk-link" href={links.report}>
              {w.reportImitation}
            </a>
            .
          </li>
        )}
      </ul>
    </AnswerSheet>
  )
}
