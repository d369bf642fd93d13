import { displayAddress } from '../../addresses/index.ts'
import {
  ActLink,
  BulletList,
  Button,
  ButtonGroup,
  Fact,
  Facts,
  Form,
  Heading,
  InsetText,
  Lead,
  PageTitle,
  Soft,
  Time,
  timeText,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import { platformName } from '../address-words.ts'
import { ends } from '../ends.ts'
import type { DeclarationNow } from '../types.ts'
import { type Checklist, checklistFor } from './checklists.ts'
import type { Closing } from './store.ts'
import { words } from './words.ts'

type Here = { readonly lang: Lang; readonly now: DeclarationNow; readonly closing: Closing | undefined }

/** What to do where the page is, what to say here, and what follows. */
export function ClosePage(here: Here) {
  const { lang, now } = here
  const w = words[lang]
  return (
    <>
      <PageTitle caption={`${platformName(now.address.platform, lang)}, ${displayAddress(now.address.canonical)}`}>
        {w.close}
      </PageTitle>
      {here.closing ? <ClosingParts {...here} /> : <Lead>{w.lead}</Lead>}
      {now.state === 'active' && (
        <>
          <Steps lang={lang} list={checklistFor(now.address.platform)} />
          <Follows lang={lang} canLook={canBeLookedAt(now.address.platform)} />
          <Form action={`/declarations/${now.id}/close`}>
            <Button>{w.haveClosed}</Button>
          </Form>
        </>
      )}
      {ends[now.state].lose && (
        <>
          <Heading>{w.lostTitle}</Heading>
          <p>{w.lostLead}</p>
          <Form action={`/declarations/${now.id}/lose`}>
            <Button kind="secondary">{w.haveLost}</Button>
          </Form>
        </>
      )}
    </>
  )
}

/** Where the register can look by itself, from outside; the look itself decides again (src/proofs/closing). */
export const canBeLookedAt = (platform: string): boolean =>
  ['website', 'rss', 'mastodon', 'bluesky', 'github', 'gitlab', 'youtube'].includes(platform)

function Steps({ lang, list }: { lang: Lang; list: Checklist }) {
  const w = words[lang]
  return (
    <>
      <Heading>{w.steps}</Heading>
      <BulletList items={list.steps.map((step) => step[lang])} />
      {list.days !== undefined && <p>{w.keptDays(list.days)}</p>}
      <Soft>{w.writtenOn(timeText(list.writtenOn, lang, 'day'))}</Soft>
      {list.help && (
        <p>
          <ActLink href={list.help}>{w.help}</ActLink>
        </p>
      )}
    </>
  )
}

function Follows({ lang, canLook }: { lang: Lang; canLook: boolean }) {
  const w = words[lang]
  const items = canLook ? [w.followsLook, w.followsWatch, w.followsBack] : [w.followsWord, w.followsBack]
  return (
    <>
      <Heading>{w.whatFollows}</Heading>
      <BulletList items={items} />
    </>
  )
}

/** How far it has come; also on the page of the declaration. */
export function ClosingParts({ lang, now, closing }: Here) {
  const w = words[lang]
  if (!closing) return null
  return (
    <>
      {closing.alive && <InsetText>{closing.alive === 'other' ? w.aliveOther : w.aliveSame}</InsetText>}
      {!closing.closedBy && (closing.looked === 'there' || closing.looked === 'same') && (
        <InsetText>{w.stillThere}</InsetText>
      )}
      <Facts>
        <Fact term={w.statedOn}>
          <Time at={closing.statedAt} lang={lang} form="day" />
        </Fact>
        <Fact term={w.state}>{stateText(closing, lang)}</Fact>
        <Fact term={w.lastLook}>
          {closing.lookedAt &&
            closing.looked &&
            closing.looked !== 'no_way' &&
            `${w[closing.looked]}, ${timeText(closing.lookedAt, lang, 'day')}`}
        </Fact>
        <Fact term={w.watch}>{watchText(closing, lang)}</Fact>
      </Facts>
      {!closing.closedBy && closing.nextLookAt && <p>{w.looksOn(timeText(closing.nextLookAt, lang, 'day'))}</p>}
      <ButtonGroup>
        {ends[now.state].reopen && (
          <Form action={`/declarations/${now.id}/reopen`}>
            <Button kind="secondary">{w.notClosed}</Button>
          </Form>
        )}
        {isWatched(closing) && (
          <Form action={`/declarations/${now.id}/watch/end`}>
            <Button kind="secondary">{w.endWatch}</Button>
          </Form>
        )}
      </ButtonGroup>
    </>
  )
}

const isWatched = ({ watchUntil, watchEnded }: Closing) => watchUntil !== undefined && watchEnded === undefined

function stateText({ closedBy }: Closing, lang: Lang): string {
  const w = words[lang]
  return closedBy === 'look' ? w.byLook : closedBy === 'word' ? w.byWord : w.waits
}

function watchText({ watchUntil, watchEnded }: Closing, lang: Lang): string | undefined {
  const w = words[lang]
  if (watchEnded) return w[`ended_${watchEnded}`]
  return watchUntil && w.watchedUntil(timeText(watchUntil, lang, 'day'))
}
