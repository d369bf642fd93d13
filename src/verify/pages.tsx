import { type Address, maskedAddress, type Reason } from '../addresses/index.ts'
import {
  Answer,
  AskBox,
  answerTitle,
  ErrorSummary,
  InsetText,
  Lead,
  LevelsAside,
  PageTitle,
  type PublicAnswer,
  Two,
  WarningText,
} from '../web/components/index.ts'
import { type Lang, page, type Reply } from '../web/index.ts'
import { reasonSentences } from './reason-words.ts'
import type { PublicWord } from './rules.ts'
import { imitationReason, words } from './words.ts'

type Question = { readonly lang: Lang; readonly organisation?: string }

/** The front page: one field. */
export function questionPage({ lang, organisation }: Question): Reply {
  const w = words[lang]
  const content = <AskPage {...{ lang, organisation }} ask={<AskBox lang={lang} action="/" />} />
  return page(w.question, content, { wide: true })
}

/** The same with what was typed and why it is no address. A password is never sent back. */
export function refusedPage({ lang, organisation }: Question, reason: Reason, typed: string): Reply {
  const w = words[lang]
  const error = reasonSentences[lang][reason]
  const value = reason === 'credentials' ? '' : typed
  const ask = <AskBox {...{ lang, value, error }} action="/" />
  const content = (
    <>
      <ErrorSummary lang={lang} title={w.notAsked} errors={[{ field: 'url', message: error }]} />
      <AskPage
        {...{ lang, organisation }}
        ask={ask}
        warning={reason === 'lookalike_host' ? w.passwordTyped : undefined}
      />
    </>
  )
  const path = reason === 'credentials' ? '/' : undefined // the language switch would send it back
  return page(w.question, content, { status: 422, error: true, wide: true, path })
}

type AskPageProps = Question & { ask: preact.JSX.Element; warning?: string }

function AskPage({ lang, organisation, ask, warning }: AskPageProps) {
  const w = words[lang]
  return (
    <Two>
      <div>
        <PageTitle>{w.question}</PageTitle>
        <Lead>{w.lead(organisation ? w.registerOf(organisation) : w.theRegister)}</Lead>
        {warning && <WarningText lang={lang}>{warning}</WarningText>}
        {ask}
        <p>{w.noNames}</p>
      </div>
      <LevelsAside lang={lang} />
    </Two>
  )
}

type Answered = { readonly word: PublicWord; readonly address: Address; readonly lang: Lang; readonly zone: string }

/** One of the five answers under its own title. What is shown of the question follows from the question alone. */
export function answerPage({ word, address, lang, zone }: Answered): Reply {
  const w = words[lang]
  const content = (
    <div class="cd-answerpage">
      {address.via === 'content' && <InsetText>{w.aboutAccount}</InsetText>}
      <Answer answer={shown(word, address, lang)} links={linksFor(word, address)} {...{ lang, zone }} />
      <AskBox lang={lang} action="/" again />
    </div>
  )
  return page(answerTitle(word.answer, lang), content, { back: { href: '/' }, wide: true })
}

/** Where whoever asks can go on: to report, or, as whoever runs the page, to object. A telephone number is not put into a link. */
function linksFor({ answer }: PublicWord, asked: Address) {
  const shownWhole = maskedAddress(asked) === asked.canonical
  const about = shownWhole ? `?url=${encodeURIComponent(asked.canonical)}` : ''
  if (answer === 'unconfirmed' || answer === 'closed') return { report: '/impersonations' }
  return answer === 'imitation' ? { object: `/impersonations/object${about}` } : {}
}

/** Whoever asks has typed the number; the page may be printed, photographed or passed on, so it does not say it again. */
function shown(word: PublicWord, asked: Address, lang: Lang): PublicAnswer {
  const address = maskedAddress(asked)
  const answeredAt = new Date()
  switch (word.answer) {
    case 'unconfirmed':
      return { kind: 'unconfirmed' }
    case 'confirmed': {
      const { level, levelAt, name: owner, office, notCurrentSince } = word
      const personHref = word.page === undefined ? undefined : `/people/${word.page}`
      return { kind: 'confirmed', address, level, levelAt, owner, office, personHref, notCurrentSince, answeredAt }
    }
    case 'suspended': {
      const level = word.level === 1 || word.level === 2 || word.level === 3 ? word.level : 0
      return { kind: 'suspended', address, since: word.since, level, levelAt: word.levelAt, answeredAt }
    }
    case 'closed':
      return { kind: 'closed', address, closedOn: word.closedAt, answeredAt }
    case 'imitation':
      return {
        ...{ kind: 'imitation', address, decidedOn: word.decidedAt, lapsesOn: word.lapsesAt, answeredAt },
        reasons: word.reasons.map((reason) => imitationReason(reason, lang)),
        objectedSince: word.objectedAt,
      }
  }
}
