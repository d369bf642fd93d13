import { displayAddress } from '../../addresses/index.ts'
import {
  ActLink,
  Breakable,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  Heading,
  InsetText,
  Lead,
  PageTitle,
  Pagination,
  Radios,
  Soft,
  timeText,
} from '../../web/components/index.ts'
import { page, type Reply } from '../../web/index.ts'
import type { Lang } from '../../web/words.ts'
import { platformName } from '../address-words.ts'
import { back, nav } from '../given.ts'
import { offersAPage } from './store.ts'
import { type Offer, offerAnswers } from './types.ts'
import { words } from './words.ts'

type Shown = {
  readonly waiting: readonly Offer[]
  readonly answered: readonly Offer[]
  readonly from: number
  readonly errors?: readonly { readonly field: string; readonly message: string }[] | undefined
  readonly chosen?: Readonly<Record<string, string>>
  readonly lang: Lang
}

/** `Facebook: facebook.com/lan.mau`, or the line as the list has it. */
export const offerText = ({ address, typed }: Offer, lang: Lang): string =>
  address ? `${platformName(address.platform, lang)}: ${displayAddress(address.canonical)}` : typed

/** Every account that a list names as theirs, with three answers each; below it what was answered, to be mended until it is filed. */
export function offeredPage(shown: Shown): Reply {
  const { waiting, answered, from, errors = [], lang } = shown
  const w = words[lang]
  const here = waiting.slice(0, offersAPage)
  const content = (
    <>
      {errors.length > 0 && <ErrorSummary lang={lang} title={w.notAll} errors={[...errors]} />}
      <PageTitle>{w.title}</PageTitle>
      {here.length > 0 ? (
        <>
          <Lead>{w.lead}</Lead>
          <InsetText>{w.mineMeans}</InsetText>
          <Form action="/declarations/offered">
            {here.map((offer) => (
              <Question key={offer.id} {...{ offer, lang }} value={shown.chosen?.[fieldOf(offer)]} />
            ))}
            <Button>{w.send}</Button>
          </Form>
        </>
      ) : (
        <p>{w.nothing}</p>
      )}
      <Pagination
        lang={lang}
        previous={from > 0 ? to(Math.max(0, from - offersAPage)) : undefined}
        next={waiting.length > offersAPage ? to(from + offersAPage) : undefined}
      />
      {answered.length > 0 && <Answered {...{ answered, lang }} />}
    </>
  )
  const wrong = errors.length > 0 ? { status: 422, error: true } : {}
  return page(w.title, content, { nav, back, path: '/declarations/offered', ...wrong })
}

const to = (from: number) => `/declarations/offered?from=${from}`
export const fieldOf = ({ id }: Pick<Offer, 'id'>) => `of-${id}`

function Question({ offer, value, lang }: { offer: Offer; value: string | undefined; lang: Lang }) {
  const w = words[lang]
  const choices = offerAnswers.filter((answer) => answer !== 'mine' || offer.address)
  const read = <span class="govuk-visually-hidden"> {offerText(offer, lang)}</span>
  return (
    <>
      <Radios
        name={fieldOf(offer)}
        legend={<Breakable text={offerText(offer, lang)} />}
        hint={hintOf(offer, lang)}
        items={choices.map((answer) => ({ value: answer, text: w[answer] }))}
        {...{ value, lang }}
      />
      {offer.draft && (
        <p>
          <a class="govuk-link" href={`/drafts/${offer.draft}`}>
            {w.inFull}
            {read}
          </a>
        </p>
      )}
      {!offer.address && (
        <p>
          <a class="govuk-link" href="/declarations/new">
            {w.declareIt}
            {read}
          </a>
        </p>
      )}
    </>
  )
}

function hintOf({ address, declaration, list }: Offer, lang: Lang): string | undefined {
  const w = words[lang]
  const said = [list && w.onList(list), declaration && w.declaredAlready, !address && w.notRecognised].filter(Boolean)
  return said.length > 0 ? said.join('. ') : undefined
}

function Answered({ answered, lang }: Pick<Shown, 'answered' | 'lang'>) {
  const w = words[lang]
  return (
    <>
      <Heading>{w.answered}</Heading>
      {answered.map((offer) => (
        <InsetText key={offer.id}>
          <p>
            <strong>
              <Breakable text={offerText(offer, lang)} />
            </strong>
          </p>
          <p>
            {offer.answer && offer.answeredAt && w.saidOn(w[offer.answer], timeText(offer.answeredAt, lang, 'day'))}
          </p>
          <AfterAnswer {...{ offer, lang }} />
        </InsetText>
      ))}
    </>
  )
}

/** What is filed has its receipt; a slip is taken back by one press. */
function AfterAnswer({ offer, lang }: { offer: Offer; lang: Lang }) {
  const w = words[lang]
  const of = offerText(offer, lang)
  if (offer.answer === 'mine')
    return (
      <p>
        {offer.receipt && (
          <>
            <ActLink href={`/receipts/${offer.receipt}`} of={of}>
              {w.seeReceipt}
            </ActLink>{' '}
          </>
        )}
        <ActLink href={`/declarations/${offer.declaration}`} of={of}>
          {w.seeDeclaration}
        </ActLink>
      </p>
    )
  return (
    <Form action="/declarations/offered/again" hidden={{ offer: offer.id }}>
      <Button kind="secondary">
        {w.again}
        <span class="govuk-visually-hidden"> {of}</span>
      </Button>
    </Form>
  )
}

type Waiting = { readonly offers: readonly Offer[]; readonly count: number; readonly lang: Lang }

/** On the front page: that a list names accounts as theirs, until they said of each whether it is. */
export function OfferedPages({ offers, count, lang }: Waiting) {
  const w = words[lang]
  if (count === 0) return null
  return (
    <>
      <Heading>{w.asked(count)}</Heading>
      <InsetText>
        {offers.map((offer) => (
          <p key={offer.id} class="cd-code">
            <Breakable text={offerText(offer, lang)} />
          </p>
        ))}
        {count > offers.length && <p>{w.andMore(count - offers.length)}</p>}
        <Soft>{w.askedNote}</Soft>
        <ButtonLink href="/declarations/offered">{w.see}</ButtonLink>
      </InsetText>
    </>
  )
}
