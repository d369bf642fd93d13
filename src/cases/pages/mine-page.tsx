import { Entries, EntryState, Heading, Lead, PageTitle, timeText } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { mine } from '../given.ts'
import type { Case } from '../store.ts'
import { words } from '../words.ts'

/** One's own, what is open first. */
export function minePage({ cases, lang }: { cases: readonly Case[]; lang: Lang }): Reply {
  const w = words[lang]
  const content = (
    <>
      <PageTitle>{w.mineTitle}</PageTitle>
      <Lead>{w.mineLead}</Lead>
      {cases.length === 0 && <p>{w.mineNone}</p>}
      <Part title={w.open} cases={cases.filter(({ sealedAt }) => !sealedAt)} lang={lang} />
      <Part title={w.over} cases={cases.filter(({ sealedAt }) => sealedAt)} lang={lang} />
    </>
  )
  return page(w.mineTitle, content, { nav: '/my-record', path: mine, back: { href: '/my-record' } })
}

function Part({ title, cases, lang }: { title: string; cases: readonly Case[]; lang: Lang }) {
  if (cases.length === 0) return null
  return (
    <>
      <Heading>{title}</Heading>
      <Entries items={cases.map((one) => entryOf(one, lang))} />
    </>
  )
}

function entryOf({ id, number, kind, state, dueOn }: Case, lang: Lang) {
  const w = words[lang]
  return {
    title: w.caseTitle(number),
    state: (
      <>
        <p>{w[kind]}</p>
        <EntryState word={w[`state_${state}`]}>{dueOn && w.until(timeText(dueOn, lang, 'day'))}</EntryState>
      </>
    ),
    acts: [{ href: `${mine}/${id}`, text: w.see }],
  }
}
