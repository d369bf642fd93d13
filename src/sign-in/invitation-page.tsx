import {
  ActLink,
  CopyField,
  Details,
  Fact,
  Facts,
  Heading,
  InsetText,
  Lead,
  PageTitle,
  Panel,
  Qr,
  Steps,
  Time,
} from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { words as recoveryWords } from './recovery/words.ts'
import { words } from './words.ts'

type Sheet = {
  lang: Lang
  organisation: string | undefined
  name: string
  expiresAt: Date
  link: string
  /** For who lost every passkey. */
  again?: boolean
}
type Props = Sheet & { path: string; signedInAs: string | undefined }

export function InvitationPage(props: Props) {
  const { lang, path, signedInAs } = props
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.invitationTitle}</PageTitle>
      <Lead>{w.invitationLead}</Lead>
      <InvitationFacts {...props} />
      {props.again && <InsetText>{recoveryWords[lang].endsOld}</InsetText>}
      <p>{w.notYou}</p>
      {signedInAs && <InsetText>{w.signedInAs(signedInAs)}</InsetText>}
      <PasskeyButton
        lang={lang}
        ceremony="enrol"
        options={`${path}/options`}
        answer={`${path}/passkey`}
        text={w.enrolButton}
        withoutScript={w.enrolNeedsScript}
      >
        <p>
          <ActLink href="/sign-in/code">{w.useCode}</ActLink>
        </p>
      </PasskeyButton>
      <Details summary={w.otherDevice}>
        <LinkAndQr {...props} />
      </Details>
    </>
  )
}

function InvitationFacts({ lang, organisation, name, expiresAt }: Sheet) {
  const w = words[lang]
  return (
    <Facts>
      <Fact term={w.inviter}>{organisation ? w.registerOf(organisation) : w.register}</Fact>
      <Fact term={w.invited}>{name}</Fact>
      <Fact term={w.goodUntil}>
        <Time at={expiresAt} lang={lang} />
      </Fact>
    </Facts>
  )
}

function LinkAndQr({ lang, link }: Sheet) {
  const w = words[lang]
  return (
    <>
      <p>{w.otherDeviceText}</p>
      <Qr text={link} label={w.qrLabel} />
      <CopyField lang={lang} id="invitation-link" label={w.link} value={link} />
    </>
  )
}

/** An invitation to hand over: on the screen of whoever made it, and printed. Its page is for the invited person. */
export function InvitationSheet(props: Sheet) {
  const w = words[props.lang]
  return (
    <Panel>
      <InvitationFacts {...props} />
      <LinkAndQr {...props} />
      <Heading small>{w.whatToDo}</Heading>
      <Steps heading="h3" items={[{ title: w.sheetScan }, { title: w.sheetMake }, { title: w.sheetAfter }]} />
      {props.again && <p>{recoveryWords[props.lang].endsOld}</p>}
      <p>{w.notYou}</p>
    </Panel>
  )
}
