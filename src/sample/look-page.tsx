import { displayAddress } from '../addresses/index.ts'
import {
  Address,
  BulletList,
  Button,
  ButtonLink,
  Form,
  Heading,
  Lead,
  Measure,
  PageTitle,
  Todo,
  type TodoItem,
} from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import { type Guide, guides } from './story/index.ts'
import { words } from './words.ts'

type LookProps = { readonly lang: Lang; readonly people: number; readonly mayImport: boolean }

/** Where somebody who looks around begins: as whom to go on, what to ask, what is made up. */
export function LookPage({ lang, people, mayImport }: LookProps) {
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.title}</PageTitle>
      <Lead>{w.lead}</Lead>
      <Heading>{w.continueAs}</Heading>
      <Todo items={(Object.keys(guides) as Guide[]).map((guide) => guideItem(lang, guide))} />
      <Measure>
        <Rest {...{ lang, people, mayImport }} />
      </Measure>
    </>
  )
}

function Rest({ lang, people, mayImport }: LookProps) {
  const w = words[lang]
  return (
    <>
      <Heading>{w.ask}</Heading>
      <Questions lang={lang} />
      <Heading>{w.importTitle}</Heading>
      <p>{w.importText}</p>
      {mayImport ? (
        <p>
          <ButtonLink href="/sample/import" kind="secondary">
            {w.importLink}
          </ButtonLink>
        </p>
      ) : (
        <Form action="/sample/as" hidden={{ role: 'administrator' }}>
          <Button kind="secondary">{w.importAs}</Button>
        </Form>
      )}
      <Heading>{w.about}</Heading>
      <BulletList items={[w.aboutUnits, w.aboutPeople(people), w.aboutPages, w.aboutDates, w.aboutEnd]} />
    </>
  )
}

function guideItem(lang: Lang, guide: Guide): TodoItem {
  const w = words[lang]
  const said = {
    member: [w.member, w.memberText, w.asMember],
    officer: [w.officer, w.officerText, w.asOfficer],
    auditor: [w.auditor, w.auditorText, w.asAuditor],
    administrator: [w.administrator, w.administratorText, w.asAdministrator],
  } as const
  const [title, note, text] = said[guide]
  return { title, note, act: { href: '/sample/as', text, post: true, hidden: { role: guide } } }
}

/** One address for each answer that the register gives. */
function Questions({ lang }: { lang: Lang }) {
  const w = words[lang]
  const asked = [
    ['https://nguyenvana.example.com/', w.askConfirmed],
    ['https://www.facebook.com/nguyenvanamau', w.askWitnessed],
    ['https://www.instagram.com/nguyenvanamau', w.askSuspended],
    ['https://nguyenvana-cu.example.net/', w.askClosed],
    ['https://nguyenvana-moi.example.com/', w.askUnconfirmed],
  ] as const
  return (
    <BulletList
      items={asked.map(([address, what]) => (
        <>
          <a class="govuk-link" href={`/?url=${encodeURIComponent(address)}`}>
            <Address text={displayAddress(address)} />
          </a>
          <br />
          {what}
        </>
      ))}
    />
  )
}
