import {
  BulletList,
  Button,
  Checkboxes,
  Details,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  PageTitle,
  Soft,
  TextArea,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { mine } from '../given.ts'
import { longest } from '../rules.ts'
import type { Case, Evidence } from '../store.ts'
import { words } from '../words.ts'
import { CaseFacts, evidenceText, File, History } from './parts.tsx'

/** What was sent and did not go in. */
export type Typed = { readonly text: string; readonly shown: readonly string[]; readonly errors: readonly FieldError[] }

type Given = {
  readonly one: Case
  readonly choices: readonly Evidence[]
  readonly lang: Lang
  readonly typed: Typed | undefined
}

/** One's own case, all of it: what is asked, what one can do now and until when, and what was done. */
export function casePage(given: Given): Reply {
  const { one, lang, typed } = given
  const w = words[lang]
  const title = w.caseTitle(one.number)
  const parts = { one, lang, address: one.page?.canonical, own: true }
  const content = (
    <>
      <ErrorSummary lang={lang} errors={typed?.errors} />
      <PageTitle caption={w[one.kind]}>{title}</PageTitle>
      <Lead>{one.ended ? w[`ended_${one.ended}`] : w[`lead_${one.state as 'notified'}`]}</Lead>
      <CaseFacts {...parts} />
      {(one.state === 'notified' || one.state === 'decided') && <Soft>{w.restsToo}</Soft>}
      {one.state === 'decided' && <File {...parts} />}
      {mayReply(one) && <ReplyForm {...given} />}
      {one.state === 'decided' && <AppealForm {...given} />}
      {one.state !== 'decided' && <File {...parts} />}
      <Details summary={w.rights}>
        <BulletList items={[w.right1, w.right2, w.right3, w.right4, w.right5]} />
      </Details>
      <History one={one} lang={lang} />
    </>
  )
  return page(title, content, {
    nav: '/my-record',
    back: { href: mine },
    path: `${mine}/${one.id}`,
    status: typed ? 422 : 200,
    error: typed !== undefined,
    headers: { 'cache-control': 'no-store' },
  })
}

const mayReply = ({ state, reply }: Case): boolean =>
  reply === undefined && (state === 'notified' || state === 'to_decide')

function ReplyForm({ one, choices, lang, typed }: Given) {
  const w = words[lang]
  return (
    <>
      <Heading>{w.replyTitle}</Heading>
      <Form action={`${mine}/${one.id}/reply`}>
        <TextArea
          {...{ lang, name: 'text', label: w.replyLabel, hint: w.textHint, value: typed?.text, rows: 8 }}
          {...{ maxlength: longest, error: errorFor(typed?.errors, 'text') }}
        />
        {choices.length > 0 && (
          <Checkboxes
            {...{ lang, name: 'shown', legend: w.evidence, hint: w.evidenceHint, values: typed?.shown }}
            items={choices.map((each) => ({ value: each.thing, text: evidenceText(each, lang) }))}
          />
        )}
        <p>{w.replyOnce}</p>
        <Button>{w.sendReply}</Button>
      </Form>
    </>
  )
}

function AppealForm({ one, lang, typed }: Given) {
  const w = words[lang]
  return (
    <>
      <Heading>{w.appealTitle}</Heading>
      <p>{w.appealText}</p>
      <Form action={`${mine}/${one.id}/appeal`}>
        <TextArea
          {...{ lang, name: 'text', label: w.appealLabel, hint: w.textHint, value: typed?.text, rows: 8 }}
          {...{ maxlength: longest, error: errorFor(typed?.errors, 'text') }}
        />
        <Button>{w.sendAppeal}</Button>
      </Form>
    </>
  )
}
