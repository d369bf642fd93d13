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
  Notices,
  PageTitle,
} from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import { type Guide, guides } from './story/index.ts'
import { words } from './words.ts'

/** Where somebody who looks around begins: as whom to go on, what to ask, what is made up. */
export function LookPage({ lang, people }: { lang: Lang; people: number }) {
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.title}</PageTitle>
      <Lead>{w.lead}</Lead>
      <Heading>{w.continueAs}</Heading>
      <Notices items={(Object.keys(guides) as Guide[]).map((guide) => guideNotice(lang, guide))} />
      <Measure>
        <Rest {...{ lang, people }} />
      </Measure>
    </>
  )
}

function Rest({ lang, people }: { lang: Lang; people: number }) {
  const w = words[lang]
  return (
    <>
      <Heading>{w.ask}</Heading>
      <Questions lang={lang} />
      <Heading>{w.importTitle}</Heading>
      <p>{w.importText}</p>
      <p>
        <ButtonLink href="/sample/import" kind="secondary">
          {w.importLink}
        </ButtonLink>
      </p>
      <Heading>{w.about}</Heading>
      <BulletList items={[w.aboutUnits, w.aboutPeople(people), w.aboutPages, w.aboutDates, w.aboutEnd]} />
    </>
  )
}

function guideNotice(lang: Lang, guide: Guide) {
  const w = words[lang]
  const said = {
    member: [w.member, w.memberText, w.asMember],
    officer: [w.officer, w.officerText, w.asOfficer],
    auditor: [w.auditor, w.auditorText, w.asAuditor],
    administrator: [w.administrator, w.administratorText, w.asAdministrator],
  } as const
  const [title, text, button] = said[guide]
  return {
    title,
    text,
    act: (
      <Form action="/sample/as" hidden={{ role: guide }}>
        <Button kind={guide === 'member' ? 'main' : 'secondary'}>{button}</Button>
      </Form>
    ),
  }
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
