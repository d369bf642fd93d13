import { displayAddress } from '../../addresses/index.ts'
import { platformName } from '../../declarations/index.ts'
import {
  ActLink,
  ButtonLink,
  Entries,
  EntryState,
  Heading,
  PageTitle,
  Tag,
  timeText,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { nav } from '../given.ts'
import type { Incident } from '../store.ts'
import { words } from '../words.ts'

/** One's own, what is open first. */
export function minePage({ incidents, lang }: { incidents: readonly Incident[]; lang: Lang }): Reply {
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.mineTitle}</PageTitle>
      {incidents.length === 0 && <p>{w.mineNone}</p>}
      <Part title={w.open} incidents={incidents.filter(({ closedAt }) => !closedAt)} lang={lang} />
      <Part title={w.over} incidents={incidents.filter(({ closedAt }) => closedAt)} lang={lang} />
      <p>
        <ButtonLink kind="secondary" href={nav}>
          {w.newTitle}
        </ButtonLink>
      </p>
      <p>
        <ActLink href="/impersonations/mine">{w.toImitations}</ActLink>
      </p>
      <p>
        <ActLink href="/declarations">{w.toMyPages}</ActLink>
      </p>
    </>
  )
  return page(w.mineTitle, content, { nav })
}

function Part({ title, incidents, lang }: { title: string; incidents: readonly Incident[]; lang: Lang }) {
  if (incidents.length === 0) return null
  return (
    <>
      <Heading>{title}</Heading>
      <Entries items={incidents.map((one) => entryOf(one, lang))} />
    </>
  )
}

function entryOf(one: Incident, lang: Lang) {
  const w = words[lang]
  const { id, number, page: where, closedAt, outcome, openedAt, stage, receipt } = one
  return {
    title: `${number} · ${platformName(where.platform, lang)}`,
    address: displayAddress(where.canonical),
    tag: closedAt ? <Tag kind="later">{w.over}</Tag> : <Tag kind="incident">{w.open}</Tag>,
    state: (
      <EntryState
        word={
          outcome ? w[`ended_${outcome}`] : stage === 'asked' ? w.askedTitle : w.stoppedAt(timeText(openedAt, lang))
        }
      >
        {receipt && `${w.receipt} ${receipt}`}
      </EntryState>
    ),
    acts: [{ href: `/incidents/${id}`, text: w.see, of: number }],
  }
}
