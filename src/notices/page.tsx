import { type Notice, SeenButton } from '../mail/index.ts'
import {
  ActLink,
  Button,
  Form,
  Measure,
  PageTitle,
  Pagination,
  StackTable,
  Time,
  timeText,
} from '../web/components/index.ts'
import { type Lang, page, type Reply } from '../web/index.ts'
import { words } from './words.ts'

type Given = {
  readonly notices: readonly Notice[]
  readonly older?: string
  readonly first: boolean
  /** Whether browsers can be told. */
  readonly pushes: boolean
  readonly lang: Lang
}

export const nav = '/notices'

export function noticesPage({ notices, older, first, pushes, lang }: Given): Reply {
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.title}</PageTitle>
      <Measure>
        <p>{notices.length > 0 || !first ? w.lead : w.none}</p>
        <p>
          <ActLink href="/notices/mail">{w.byMail}</ActLink>
        </p>
        {pushes && (
          <p>
            <ActLink href="/notices/push">{w.inBrowser}</ActLink>
          </p>
        )}
      </Measure>
      {notices.some(({ seenAt }) => !seenAt) && (
        <Form action="/notices/seen">
          <Button kind="secondary">{w.allSeen}</Button>
        </Form>
      )}
      {notices.length > 0 && <Told notices={notices} lang={lang} />}
      <Pagination
        lang={lang}
        previous={first ? undefined : nav}
        next={older === undefined ? undefined : `${nav}?before=${older}`}
      />
    </>
  )
  return page(w.title, content, { nav, wide: true })
}

function Told({ notices, lang }: { notices: readonly Notice[]; lang: Lang }) {
  const w = words[lang]
  const columns = [{ head: w.when, nowrap: true }, { head: w.what }, { head: w.state }]
  const rows = notices.map((notice) => ({
    key: notice.id,
    cells: [
      <Time at={notice.at} lang={lang} form="day" />,
      <>
        <strong>{notice.title}</strong>
        <br />
        {notice.text}
        <br />
        <ActLink href={notice.href} of={notice.title}>
          {w.open}
        </ActLink>
      </>,
      notice.seenAt ? (
        w.seenOn(timeText(notice.seenAt, lang, 'day'))
      ) : (
        <SeenButton id={notice.id} of={notice.title} from="all" lang={lang} />
      ),
    ],
  }))
  return <StackTable caption={w.caption} captionHidden {...{ columns, rows }} />
}
