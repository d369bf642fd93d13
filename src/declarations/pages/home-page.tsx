import { displayAddress } from '../../addresses/index.ts'
import { NewNotices, type Notice } from '../../mail/index.ts'
import {
  ActLink,
  ButtonLink,
  Entries,
  type Entry,
  EntryState,
  Heading,
  LevelMark,
  Measure,
  PageTitle,
  Pagination,
  Rule,
  Soft,
  Todo,
  type TodoItem,
  timeText,
  VisibilityTag,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import { platformName } from '../address-words.ts'
import { AskedPages } from '../assisted/asked.tsx'
import { OfferedPages } from '../offered/offered-page.tsx'
import { hasEnded } from '../rules.ts'
import type { DeclarationNow, Draft, MissedProof, OtherAccount, Views } from '../types.ts'
import { words } from '../words.ts'
import { Listing } from './listing.tsx'

export type HomeProps = {
  readonly lang: Lang
  readonly told: { readonly notices: readonly Notice[]; readonly unseen: number }
  readonly assisted: Parameters<typeof AskedPages>[0]['filed']
  readonly offers: Omit<Parameters<typeof OfferedPages>[0], 'lang'>
  readonly declared: readonly DeclarationNow[]
  readonly drafts: readonly Draft[]
  readonly missed: readonly MissedProof[]
  readonly taken: readonly OtherAccount[]
  /** The list is to be attested, until when. */
  readonly attest: { readonly dueOn: string; readonly late: boolean } | undefined
  readonly views: Views
  /** Address of the public page, once something stands on it. */
  readonly listing: string | undefined
  /** Which part of a long list, from 1. */
  readonly part: number
}

/** So many to a page: it stays light on a slow line. */
export const entriesAPage = 50

/** As many proofs to make are named one by one; the list below has them all. */
const mostProofsNamed = 3

export function HomePage(props: HomeProps) {
  const { lang, declared, part } = props
  const here = declared.slice((part - 1) * entriesAPage, part * entriesAPage)
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.myPages}</PageTitle>
      <NewNotices {...props.told} lang={lang} />
      <AskedPages filed={props.assisted} lang={lang} />
      <OfferedPages {...props.offers} lang={lang} />
      <ToDo {...props} />
      <Heading>
        {declared.length > 0 ? w.declaredPages(declared.filter((one) => !hasEnded(one)).length) : w.nothingYet}
      </Heading>
      {declared.length > 0 ? <Entries items={here.map((one) => entryOf(one, props))} /> : <p>{w.nothingYetNote}</p>}
      <Pagination lang={lang} {...around(part, declared.length)} />
      <p>
        <ButtonLink href="/declarations/new">{declared.length > 0 ? w.declareMore : w.declareFirst}</ButtonLink>
      </p>
      <p>
        <ActLink href="/receipts">{w.myReceipts}</ActLink>
      </p>
      {props.listing !== undefined && (
        <Measure>
          <Heading>{w.listingTitle}</Heading>
          <Listing lang={lang} url={props.listing} />
        </Measure>
      )}
      <Rule />
      <Heading>{w.whoLooked}</Heading>
      <p>{viewsText(props.views, lang)}</p>
      <p>
        <ActLink href="/my-record">{w.seeViews}</ActLink>
      </p>
    </>
  )
}

function viewsText({ count, last }: Views, lang: Lang): string {
  const w = words[lang]
  return last ? `${w.views(count)} ${w.lastView(timeText(last, lang, 'day'))}` : w.noViews
}

function around(part: number, entries: number) {
  const to = (n: number) => `/declarations?page=${n}`
  return {
    previous: part > 1 ? to(part - 1) : undefined,
    next: entries > part * entriesAPage ? to(part + 1) : undefined,
  }
}

function ToDo({ lang, declared, drafts, missed, taken, attest }: HomeProps) {
  const w = words[lang]
  const unproven = declared.filter((one) => one.level === 0 && one.state === 'active')
  const named = unproven.slice(0, mostProofsNamed)
  const items = [
    ...taken.map((one) => takenItem(one, lang)),
    ...(attest ? [attestItem(attest, lang)] : []),
    ...missed.map((proof) => missedItem(proof, lang)),
    ...declared.flatMap((one) => renewItem(one, lang)),
    ...drafts.map((draft) => draftItem(draft, lang)),
    ...named.map((one) => proofItem(one, lang)),
  ]
  if (items.length === 0) return null
  return (
    <>
      <Heading>{w.toDo}</Heading>
      <Todo items={items} />
      {unproven.length > named.length && <Soft>{w.moreToProve(unproven.length - named.length)}</Soft>}
    </>
  )
}

function takenItem({ declaration, canonical }: OtherAccount, lang: Lang): TodoItem {
  const w = words[lang]
  return {
    title: w.toSettle(displayAddress(canonical)),
    note: w.toSettleNote,
    act: { href: `/declarations/${declaration}`, text: w.settle },
  }
}

function attestItem({ dueOn, late }: NonNullable<HomeProps['attest']>, lang: Lang): TodoItem {
  const w = words[lang]
  const day = timeText(dueOn, lang, 'day')
  return {
    title: w.toAttest,
    note: late ? w.attestLate(day) : w.attestBy(day),
    act: { href: '/attestations', text: w.attest },
  }
}

function missedItem({ id, canonical, until }: MissedProof, lang: Lang): TodoItem {
  const w = words[lang]
  return {
    title: w.toMend(displayAddress(canonical)),
    note: until && w.toMendNote(timeText(until, lang, 'day')),
    act: { href: `/proofs/${id}`, text: w.mend },
  }
}

function renewItem({ id, address, renewBy, renewLate }: DeclarationNow, lang: Lang): TodoItem[] {
  const w = words[lang]
  if (!renewBy) return []
  const title = w.toRenew(displayAddress(address.canonical))
  const note = renewLate ? w.otherAnswers : w.renewBy(timeText(renewBy, lang, 'day'))
  return [{ title, note, act: { href: `/declarations/${id}/prove`, text: w.proveOnceMore } }]
}

function draftItem({ id, address, changedAt }: Draft, lang: Lang): TodoItem {
  const w = words[lang]
  return {
    title: w.toFinish(displayAddress(address.canonical)),
    note: w.toFinishNote(timeText(changedAt, lang, 'day')),
    act: { href: `/drafts/${id}`, text: w.finish },
  }
}

function proofItem({ id, address }: DeclarationNow, lang: Lang): TodoItem {
  const w = words[lang]
  return {
    title: w.toProve(displayAddress(address.canonical)),
    note: w.toProveNote,
    act: { href: `/declarations/${id}/prove`, text: w.prove },
  }
}

function entryOf(one: DeclarationNow, { lang }: HomeProps): Entry {
  const w = words[lang]
  const [path, of] = [`/declarations/${one.id}`, displayAddress(one.address.canonical)]
  const view = { href: path, text: w.view, of }
  const plain = { title: platformName(one.address.platform, lang), address: of }
  if (hasEnded(one)) {
    const day = w.endedOn(timeText(one.endedAt ?? one.changedAt, lang, 'day'))
    return { ...plain, state: <EntryState word={w[one.state]}>{day}</EntryState>, acts: [view] }
  }
  const change = { href: `${path}#visibility`, text: w.change, of }
  const prove = { href: `${path}/prove`, text: w.proveShort, of }
  return {
    ...plain,
    tag: <VisibilityTag visibility={one.visibility} lang={lang} />,
    state: <LevelNow now={one} lang={lang} />,
    acts: one.level > 0 ? [view, change] : [view, prove],
  }
}

/** The mark of a declaration as it stands: level 3 is dated by its last re-check, an incident turns it grey. */
export function LevelNow({ now, lang, long }: { now: DeclarationNow; lang: Lang; long?: boolean }) {
  const at = now.level === 3 ? (now.recheckedAt ?? now.levelAt) : now.levelAt
  const notSince = now.level === 3 ? now.notSince : undefined
  return (
    <LevelMark level={now.level} lang={lang} at={at} notSince={notSince} paused={now.state === 'frozen'} long={long} />
  )
}
