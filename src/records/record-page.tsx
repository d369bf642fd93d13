import type { For } from '../access-record/index.ts'
import { maskPhone, type Platform } from '../addresses/index.ts'
import { platformName } from '../declarations/index.ts'
import { DossierParts } from '../proofs/index.ts'
import { OfferRecovery } from '../sign-in/index.ts'
import {
  ActLink,
  Button,
  Details,
  Entries,
  EntryState,
  Fact,
  Facts,
  Form,
  Heading,
  InsetText,
  type Level,
  LevelMark,
  PageTitle,
  timeText,
  type Visibility,
  VisibilityTag,
} from '../web/components/index.ts'
import { type Lang, page, type Reply } from '../web/index.ts'
import { purposeSaid } from './access-words.ts'
import { type RecordShown, written } from './open.ts'
import { WaysIn } from './way-in-page.tsx'
import { words } from './words.ts'

type Given = RecordShown & { readonly why: For; readonly today: string; readonly lang: Lang }

/** What the row opened. The answer to a POST: there is no address that shows it again without writing the next row. */
export function recordPage({ person, declarations, why, today, lang }: Given): Reply {
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.recordOf(person.name)}</PageTitle>
      <InsetText>{w.written(purposeSaid(why, lang))}</InsetText>
      <Facts>
        <Fact term={w.office}>{person.office && <span lang="vi">{person.office}</span>}</Fact>
        <Fact term={w.unit}>{person.unit_name && <span lang="vi">{person.unit_name}</span>}</Fact>
      </Facts>
      <Heading>{w.pages}</Heading>
      {declarations.length === 0 ? (
        <p>{w.noPages}</p>
      ) : (
        <>
          <Entries items={declarations.map((one) => entryOf(one, lang))} />
          <Heading>{w.dossiers}</Heading>
          {declarations.map((one) => (
            <Details key={one.id} summary={`${placeOf(one, lang)} ${maskPhone(written(one))}`}>
              <DossierParts dossier={one.dossier} lang={lang} today={today} own={false} />
            </Details>
          ))}
        </>
      )}
      {!person.left && (
        <p>
          <ActLink href={`/declarations/assisted/${person.id}`}>{w.assist}</ActLink>
        </p>
      )}
      {!person.left && declarations.length > 0 && (
        <Form action={`/incidents/phone/${person.id}`}>
          <Button kind="secondary">{w.stopByPhone}</Button>
        </Form>
      )}
      {!person.left && (
        <Form action={`/cases/about/${person.id}`}>
          <Button kind="secondary">{w.openCase}</Button>
        </Form>
      )}
      {!person.left && !person.bearsRole && <WaysIn subject={person.id} alone={!person.hasPasskey} lang={lang} />}
      {!person.left && person.bearsRole && <p>{w.helpInByOperator}</p>}
      {!person.left && person.hasPasskey && <OfferRecovery subject={person.id} lang={lang} />}
      <p>
        <ActLink href="/members">{w.done}</ActLink>
      </p>
    </>
  )
  return page(w.recordOf(person.name), content, { nav: '/members', wide: true })
}

type Declaration = RecordShown['declarations'][number]

const placeOf = ({ platform }: Declaration, lang: Lang) => platformName(platform as Platform, lang)

function entryOf(one: Declaration, lang: Lang) {
  const w = words[lang]
  const { level, level_at: at, state, visibility } = one
  const mark = <LevelMark level={level as Level} lang={lang} at={at ?? new Date()} paused={state === 'frozen'} />
  return {
    title: placeOf(one, lang),
    address: maskPhone(written(one)),
    tag: <VisibilityTag visibility={visibility as Visibility} lang={lang} />,
    state: (
      <>
        {state === 'active' ? mark : <EntryState word={w[state as 'closed']}>{state === 'frozen' && mark}</EntryState>}
        {one.dossier.incidents.some(({ closedAt }) => closedAt === null) && <p>{w.otherAccount}</p>}
        {one.unconfirmed && <p>{w.unconfirmed}</p>}
        {one.renew_by && <p>{w.contested(timeText(one.renew_by, lang, 'day'))}</p>}
        {one.dossier.proofs.map((proof) => (
          <p key={proof.id} class="cd-small cd-soft">
            {proofText(proof, lang)}
          </p>
        ))}
      </>
    ),
  }
}

function proofText(
  { method, state, lastFoundAt: found }: Declaration['dossier']['proofs'][number],
  lang: Lang,
): string {
  const w = words[lang]
  const when = found ? `, ${timeText(found, lang, 'day')}` : ''
  return `${w[method as 'dns-txt']}: ${w[state as 'found']}${when}`
}
