import type { PersonId } from '../db/index.ts'
import { purposeSaid } from '../records/index.ts'
import {
  ActLink,
  Button,
  ButtonGroup,
  Fact,
  Facts,
  Form,
  Heading,
  Lead,
  Measure,
  PageTitle,
  Quote,
  Soft,
  Tag,
  Time,
} from '../web/components/index.ts'
import { type Lang, page, type Reply } from '../web/index.ts'
import { What, Who } from './page.tsx'
import type { Look, Why } from './store.ts'
import { words } from './words.ts'

type Given = { readonly look: Look; readonly me: PersonId; readonly today: string; readonly lang: Lang }

/** One look, and the question about it: before it is sent, while it waits, and with its answer. */
export function whyPage({ look, me, today, lang }: Given): Reply {
  const w = words[lang]
  const content = (
    <Measure>
      <PageTitle>{w.whyTitle}</PageTitle>
      <Quote>
        <p>
          <Time at={look.at} lang={lang} />
        </p>
        <p>
          <Who {...{ look, me, lang }} />
        </p>
        <p>{purposeSaid(look, lang)}</p>
        <p>
          <What {...{ look, lang }} />
        </p>
      </Quote>
      {look.why ? <Asked {...{ why: look.why, today, lang }} /> : <Asking {...{ id: look.id, lang }} />}
    </Measure>
  )
  return page(w.whyTitle, content, { nav: '/my-record', back: { href: '/my-record' } })
}

function Asking({ id, lang }: { id: string; lang: Lang }) {
  const w = words[lang]
  return (
    <Form action={`/my-record/${id}/why`}>
      <Lead>{w.whyLead}</Lead>
      <Soft>{w.whyShown}</Soft>
      <ButtonGroup>
        <Button>{w.whyButton}</Button>
        <ActLink href="/my-record">{w.back}</ActLink>
      </ButtonGroup>
    </Form>
  )
}

function Asked({ why, today, lang }: { why: Why; today: string; lang: Lang }) {
  const w = words[lang]
  return (
    <>
      <Heading>{why.state === 'answered' ? w.answer : w.asked}</Heading>
      {why.answer ? <Lead>{w[why.answer]}</Lead> : null}
      <Facts>
        {why.state === 'asked' && (
          <Fact term={w.state}>{why.due_on < today ? <Tag kind="late">{w.late}</Tag> : w.waits}</Fact>
        )}
        <Fact term={w.whoAnswers}>{by(why, lang)}</Fact>
        {why.answered_at ? (
          <Fact term={w.answeredAt}>
            <Time at={new Date(why.answered_at)} lang={lang} />
          </Fact>
        ) : (
          <Fact term={w.due}>
            <Time at={why.due_on} lang={lang} form="day" />
          </Fact>
        )}
      </Facts>
      {why.raised > 0 && <p>{w.raised(why.raised)}</p>}
      <p>
        <ActLink href="/my-record">{w.back}</ActLink>
      </p>
    </>
  )
}

function by({ to_auditors, by_unit }: Why, lang: Lang) {
  const w = words[lang]
  if (by_unit !== null) return <span lang="vi">{by_unit}</span>
  return to_auditors ? w.auditors : w.unitAbove
}
