import type { ComponentChildren } from 'preact'
import type { Lang } from '../words.ts'
import { Address } from './address.tsx'
import { answerWords } from './answer-words.ts'
import { Fact } from './facts.tsx'
import { type AnswerKind, Seal } from './seal.tsx'
import { Time } from './time.tsx'

type SheetProps = { kind: AnswerKind; title: string; lead: string; children: ComponentChildren }

/** The sheet that all five answers share: seal, heading, first sentence. */
export function AnswerSheet({ kind, title, lead, children }: SheetProps) {
  return (
    <article class={`cd-answer cd-answer--${kind}`}>
      <div class="cd-answer__head">
        <Seal kind={kind} />
        <div>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="cd-lead">{lead}</p>
        </div>
      </div>
      {children}
    </article>
  )
}

/** The address as asked about, in its canonical form. */
export const AddressFact = ({ lang, address }: { lang: Lang; address: string }) => (
  <Fact term={answerWords[lang].address}>
    <Address text={address} />
  </Fact>
)

type AnsweredProps = { lang: Lang; at: Date; zone?: string; signed?: string }

/** When this was said, and that it soon goes stale. */
export function AnsweredFact({ lang, at, zone, signed }: AnsweredProps) {
  const w = answerWords[lang]
  return (
    <Fact term={w.answeredAt}>
      <Time at={at} lang={lang} zone={zone} />, {w.goodFor}
      {signed && (
        <>
          {'. '}
          <a class="govuk-link" href={signed}>
            {w.signed}
          </a>
        </>
      )}
    </Fact>
  )
}
