import type { ComponentChildren } from 'preact'
import type { PersonId } from '../db/index.ts'
import { InvitationSheet } from '../sign-in/index.ts'
import {
  ActLink,
  Button,
  ButtonGroup,
  CopyField,
  Fact,
  Facts,
  Form,
  Heading,
  InsetText,
  Lead,
  NoPrint,
  PageTitle,
  Panel,
  Qr,
  Steps,
  Time,
} from '../web/components/index.ts'
import { type Lang, page, type Reply } from '../web/index.ts'
import { purposeName } from './access-words.ts'
import type { WayIn } from './give-way-in.ts'
import { words } from './words.ts'

type Ways = {
  readonly subject: PersonId
  /** Whether one officer alone may give an invitation: to who has no passkey yet. */
  readonly alone: boolean
  readonly lang: Lang
}

/** On the opened record: two ways to help a person in who has no passkey, or no device for one. */
export function WaysIn({ subject, alone, lang }: Ways) {
  const w = words[lang]
  return (
    <NoPrint>
      <Heading>{w.helpIn}</Heading>
      <p>{alone ? w.helpInText : w.helpInByCode}</p>
      <Form action={`/records/${subject}/code`}>
        <ButtonGroup>
          {alone && (
            <Button kind="secondary" formaction={`/records/${subject}/invitation`}>
              {w.giveInvitation}
            </Button>
          )}
          <Button kind="secondary">{w.giveCode}</Button>
        </ButtonGroup>
      </Form>
    </NoPrint>
  )
}

type Given = { readonly subject: PersonId; readonly name: string; readonly expiresAt: Date; readonly lang: Lang }
type Invitation = Given & { readonly link: string; readonly organisation: string | undefined }

export function invitationGivenPage({ subject, ...given }: Invitation): Reply {
  const w = words[given.lang]
  return givenPage('invitation', { subject, ...given }, w.invitationGiven, <InvitationSheet {...given} />)
}

type Code = Given & { readonly signInCode: string; readonly url: string }

export function codeGivenPage(given: Code): Reply {
  const { lang, name, expiresAt, signInCode, url } = given
  const w = words[lang]
  const sheet = (
    <Panel>
      <Facts>
        <Fact term={w.codeFor}>
          <span lang="vi">{name}</span>
        </Fact>
        <Fact term={w.codeWhere}>{`${url}/sign-in/code`}</Fact>
        <Fact term={w.goodUntil}>
          <Time at={expiresAt} lang={lang} />
        </Fact>
      </Facts>
      <p class="cd-receipt__code">{signInCode}</p>
      <NoPrint>
        <CopyField lang={lang} id="sign-in-code" label={w.signInCode} value={signInCode} />
      </NoPrint>
      <Qr text={`${url}/sign-in/code`} label={w.codeQr} />
      <Heading small>{w.whatToDo}</Heading>
      <Steps heading="h3" items={[{ title: w.codeStepOpen }, { title: w.codeStepType }, { title: w.codeStepLeave }]} />
      <p>{w.codeNotYours}</p>
    </Panel>
  )
  return givenPage('code', given, w.codeGiven, sheet)
}

/** The only time it is seen, and the answer to a POST: no address shows it again, and loading anew gives another, with its row. */
function givenPage(way: WayIn, { subject, lang }: Given, title: string, sheet: ComponentChildren): Reply {
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{title}</PageTitle>
      <NoPrint>
        <Lead>{w[`${way}Once`]}</Lead>
      </NoPrint>
      {sheet}
      <NoPrint>
        <InsetText>{w.givenWritten(purposeName(way, lang))}</InsetText>
        <p>
          <ActLink href="/members">{w.done}</ActLink>
        </p>
      </NoPrint>
    </>
  )
  const headers = { 'cache-control': 'no-store' }
  return page(title, content, { nav: '/members', path: `/records/${subject}`, islands: ['copy.js'], headers })
}
