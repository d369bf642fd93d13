import {
  ActLink,
  Button,
  ErrorSummary,
  Fact,
  Facts,
  Form,
  Heading,
  InsetText,
  Lead,
  PageTitle,
  TextField,
  Time,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import type { MyRecovery, Told } from './store.ts'
import { isOpen, StateTag, StoryFacts } from './story.tsx'
import { words } from './words.ts'

const back = { href: '/sign-in' }

/** For who cannot sign in. What is typed is looked up and kept nowhere. */
export function askPage(lang: Lang, wrong?: { typed: string }): Reply {
  const w = words[lang]
  const error = wrong && w.knownMissing
  const content = (
    <>
      <ErrorSummary lang={lang} errors={error ? [{ field: 'known', message: error }] : []} />
      <PageTitle>{w.lost}</PageTitle>
      <Lead>{w.lostLead}</Lead>
      <Form action="/recovery">
        <TextField
          {...{ name: 'known', label: w.known, hint: w.knownHint, error, value: wrong?.typed, lang }}
          maxlength={254}
          code
        />
        <Button>{w.ask}</Button>
      </Form>
    </>
  )
  return page(w.lost, content, { back, ...(error ? { status: 422, error: true } : {}) })
}

/** The same for everybody and everything. */
export function sentPage(lang: Lang): Reply {
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.sent}</PageTitle>
      <Lead>{w.sentLead}</Lead>
      <p>{w.sentNext}</p>
      <p>
        <ActLink href="/sign-in">{w.toSignIn}</ActLink>
      </p>
    </>
  )
  return page(w.sent, content, { back })
}

/** Opened from the notice, by whoever got it. It names nobody; opening it changes nothing. */
export function notMePage(key: string, told: Told, lang: Lang): Reply {
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.notMe}</PageTitle>
      <Lead>{w.notMeLead}</Lead>
      <Facts>
        <Fact term={w.state}>
          <StateTag state={told.state} lang={lang} />
        </Fact>
        <Fact term={w.opensAt}>{isOpen(told) && told.opens_at && <Time at={told.opens_at} lang={lang} />}</Fact>
      </Facts>
      {isOpen(told) ? (
        <>
          <p>{w.notMeText}</p>
          <Form action={`/recovery/not-me/${key}`}>
            <Button kind="warning">{w.notMeButton}</Button>
          </Form>
        </>
      ) : (
        <InsetText>{w[`${told.state}_text`]}</InsetText>
      )}
      <p>
        <ActLink href="/me">{w.toMe}</ActLink>
      </p>
    </>
  )
  return page(w.notMe, content, { headers: { 'cache-control': 'no-store' } })
}

/** On the own account: the whole story of each, and the button while it is open. */
export function MyRecoveries({ recoveries, lang }: { recoveries: readonly MyRecovery[]; lang: Lang }) {
  const w = words[lang]
  if (recoveries.length === 0) return null
  return (
    <>
      <Heading>{w.recoveries}</Heading>
      {recoveries.map((one) => (
        <div key={one.id}>
          <StoryFacts story={one} lang={lang} />
          {isOpen(one) && (
            <Form action={`/recovery/not-me/${one.stop_key}`}>
              <Button kind="warning">{w.notMeButton}</Button>
            </Form>
          )}
        </div>
      ))}
    </>
  )
}
