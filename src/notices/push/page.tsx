import {
  ActLink,
  Button,
  Form,
  Heading,
  InsetText,
  Lead,
  Measure,
  PageTitle,
  StackTable,
  Time,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import type { Browser } from './store.ts'
import { words } from './words.ts'

type Props = { readonly browsers: readonly Browser[]; readonly key: string | undefined; readonly lang: Lang }
const nav = '/notices'

export function pushPage(props: Props): Reply {
  const { browsers, key, lang } = props
  const w = words[lang]
  const content = (
    <>
      <Measure>
        <PageTitle>{w.title}</PageTitle>
        {key === undefined ? (
          <InsetText>{w.notSetUp}</InsetText>
        ) : (
          <>
            <Lead>{w.lead}</Lead>
            <p>{w.keeps}</p>
            <TurnOn serverKey={key} lang={lang} />
          </>
        )}
      </Measure>
      {browsers.length > 0 && <Browsers browsers={browsers} lang={lang} />}
    </>
  )
  return page(w.title, content, { nav, back: { href: nav }, islands: ['push.js'] })
}

/** The button asks the browser. Where its script does not run, it is not there, and a sentence says what to do instead. */
function TurnOn({ serverKey, lang }: { serverKey: string; lang: Lang }) {
  const w = words[lang]
  return (
    <>
      <div
        data-push={serverKey}
        data-to="/v1/notices/push"
        data-waiting={w.waiting}
        data-is-on={w.isOn}
        data-unsupported={w.unsupported}
        data-denied={w.denied}
        data-no-service={w.noService}
        data-unreached={w.unreached}
      >
        <div role="alert" />
        <button class="govuk-button cd-js" type="button">
          {w.on}
        </button>
        <p class="cd-soft" role="status" />
      </div>
      <div data-without-script>
        <InsetText>
          {w.withoutScript} <ActLink href="/notices/mail">{w.byMail}</ActLink>
        </InsetText>
      </div>
    </>
  )
}

function Browsers({ browsers, lang }: Pick<Props, 'browsers' | 'lang'>) {
  const w = words[lang]
  const columns = [
    { head: w.browser },
    { head: w.since, label: w.since, nowrap: true },
    { head: w.last, label: w.last },
    { head: w.act },
  ]
  const rows = browsers.map(({ id, label, madeAt, pushedAt, failed, mark }) => ({
    key: id,
    cells: [
      <>
        <strong>{label || w.unknown}</strong>{' '}
        <span data-mark={mark} hidden>
          {w.here}
        </span>
        {failed && (
          <>
            <br />
            {w.failed(failed)}
          </>
        )}
      </>,
      <Time at={madeAt} lang={lang} form="day" />,
      pushedAt ? <Time at={pushedAt} lang={lang} form="day" /> : w.never,
      <Form action={`/notices/push/${id}/remove`} id={`off-${mark}`}>
        <Button kind="secondary" flush>
          {w.off}
          <span class="govuk-visually-hidden"> {label || w.unknown}</span>
        </Button>
      </Form>,
    ],
  }))
  return (
    <>
      <Heading>{w.list}</Heading>
      <StackTable caption={w.list} captionHidden {...{ columns, rows }} />
    </>
  )
}
