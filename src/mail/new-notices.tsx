import { ActLink, Button, Form, Heading, Notices as List, timeText } from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import type { Notice } from './notices.ts'
import { words } from './words.ts'

type Props = { readonly notices: readonly Notice[]; readonly unseen: number; readonly lang: Lang }

/** On a person's front page: what they were told and have not seen yet, away in one press each. */
export function NewNotices({ notices, unseen, lang }: Props) {
  const w = words[lang]
  if (notices.length === 0) return null
  const items = notices.map((notice) => ({
    tag: <span class="cd-small cd-soft">{timeText(notice.at, lang, 'day')}</span>,
    title: notice.title,
    text: notice.text,
    act: <NoticeActs notice={notice} lang={lang} />,
  }))
  return (
    <>
      <Heading>{w.newNotices}</Heading>
      <List items={items} />
      {unseen > notices.length && (
        <p>
          <ActLink href="/notices">{w.moreNotices(unseen - notices.length)}</ActLink>
        </p>
      )}
    </>
  )
}

function NoticeActs({ notice, lang }: { notice: Notice; lang: Lang }) {
  const w = words[lang]
  return (
    <div class="govuk-button-group">
      <SeenButton id={notice.id} of={notice.title} from="front" lang={lang} />
      <ActLink href={notice.href} of={notice.title}>
        {w.open}
      </ActLink>
    </div>
  )
}

/** `from` says where one comes back to. */
export function SeenButton({ id, of, from, lang }: { id: string; of: string; from: 'front' | 'all'; lang: Lang }) {
  return (
    <Form action={`/notices/${id}/seen`} hidden={{ from }}>
      <Button kind="secondary" flush>
        {words[lang].seen}
        <span class="govuk-visually-hidden"> {of}</span>
      </Button>
    </Form>
  )
}
