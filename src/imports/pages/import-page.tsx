import {
  ActLink,
  BulletList,
  Button,
  Fact,
  Facts,
  Form,
  Heading,
  PageTitle,
  Soft,
  StackTable,
  timeText,
} from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { back, nav } from '../given.ts'
import type { Counts, Found, Part, State } from '../life/store.ts'
import { words } from '../life-words.ts'
import type { Kind, Warning } from '../reading/index.ts'
import { parts } from '../shapes.ts'
import { warningWords } from '../words.ts'

export type OneImport = { readonly one: Found; readonly counts: Counts; readonly asked: boolean; readonly lang: Lang }
type Shown = OneImport

const atWork = (one: Found) => one.state === 'writing' || one.state === 'undoing'

/** What a file would do, how far it is, and what it did. While it is at work a script keeps the figures fresh; without one, a link does. */
export function importPage(shown: OneImport): Reply {
  const { one, lang } = shown
  const w = words[lang]
  const content = (
    <>
      <PageTitle caption={w[one.kind as Kind]}>
        <span lang="vi">{one.file_name ?? w.aFile}</span>
      </PageTitle>
      <Standing {...shown} />
      {one.state === 'read' && <Confirm {...shown} />}
      {one.state === 'unread' && <Unread {...shown} />}
      {atWork(one) && <AtWork {...shown} />}
      {(one.state === 'written' || one.state === 'cancelled') && <Undo {...shown} />}
    </>
  )
  const options = { nav, back, islands: atWork(one) ? ['progress.js'] : [], path: `/imports/${one.id}` }
  return page(one.file_name ?? w.aFile, content, options)
}

function Standing({ one, counts, asked, lang }: Shown) {
  const w = words[lang]
  const shown = parts.filter((part) => counts[part] > 0)
  const planned = one.state === 'read'
  return (
    <>
      <Facts>
        <Fact term={w.state}>{w[`st_${one.state as State}`]}</Fact>
        <Fact term={w.rowsIn}>{String(one.rows)}</Fact>
        <Fact term={w.when}>{timeText(one.begun_at, lang, 'day')}</Fact>
      </Facts>
      {planned && <Soft>{w.nothingYet}</Soft>}
      {shown.length > 0 && <Heading>{planned ? w.wouldDo : w.did}</Heading>}
      {shown.length > 0 && <Parts {...{ one, counts, shown, lang }} />}
      {counts.missing > 0 && <Soft>{w.missingNote}</Soft>}
      {asked && (
        <p>
          <ActLink href={`/imports/${one.id}/answers`}>{w.seeAnswers}</ActLink>
        </p>
      )}
      {counts.rejected + counts.left > 0 && (
        <p>
          <ActLink href={`/imports/${one.id}/rejected`}>{w.rejectedFile} (CSV)</ActLink>{' '}
          <ActLink href={`/imports/${one.id}/rejected?format=xlsx`}>(XLSX)</ActLink>
        </p>
      )}
      <Warnings one={one} lang={lang} />
    </>
  )
}

function Parts({ one, counts, shown, lang }: Omit<Shown, 'asked'> & { shown: readonly Part[] }) {
  const w = words[lang]
  const columns = [{ head: w.part }, { head: w.number, label: w.number, figures: true }, { head: w.see }]
  const rows = shown.map((part) => ({
    key: part,
    cells: [
      w[`p_${part}`],
      counts[part],
      <ActLink href={`/imports/${one.id}?part=${part}`} of={w[`p_${part}`]}>
        {w.see}
      </ActLink>,
    ],
  }))
  return <StackTable caption={w.wouldDo} captionHidden named {...{ columns, rows }} />
}

function Warnings({ one, lang }: { one: Found; lang: Lang }) {
  const w = words[lang]
  const { unknown_column: unknown = 0, ...warned } = one.warnings as Partial<Record<Warning, number>>
  const items = Object.entries(warned).map(([code, n]) => w.warning(n, warningWords[lang][code as Warning]))
  const choosable = one.state === 'read' && unknown > 0
  if (items.length === 0 && unknown === 0) return null
  return (
    <>
      <Heading>{w.warnings}</Heading>
      {items.length > 0 && <BulletList items={items} />}
      {unknown > 0 && <p>{w.unknownColumns(unknown)}</p>}
      {choosable && (
        <p>
          <ActLink href={`/imports/${one.id}/columns`}>{w.columns}</ActLink>
        </p>
      )}
    </>
  )
}

function Confirm({ one, lang }: Shown) {
  const w = words[lang]
  return (
    <>
      {one.accepted > 0 ? (
        <Form action={`/imports/${one.id}/confirm`}>
          <Button>{w.confirm(one.accepted)}</Button>
        </Form>
      ) : (
        <p>{w.nothingToWrite}</p>
      )}
      <Discard one={one} lang={lang} />
    </>
  )
}

function Unread({ one, lang }: Shown) {
  const w = words[lang]
  return (
    <>
      <p>{w.unreadNote}</p>
      <p>
        <ActLink href={`/imports/${one.id}/columns`}>{w.columns}</ActLink>
      </p>
      <Discard one={one} lang={lang} />
    </>
  )
}

const Discard = ({ one, lang }: { one: Found; lang: Lang }) => (
  <Form action={`/imports/${one.id}/discard`}>
    <Button kind="secondary">{words[lang].discard}</Button>
  </Form>
)

function AtWork({ one, lang }: Shown) {
  const w = words[lang]
  const [done, of] = one.state === 'writing' ? [one.written, one.accepted] : [one.undone, one.written]
  const said = one.state === 'writing' ? w.progress : w.undoProgress
  return (
    <>
      <div id="progress" role="status" data-import={one.id} data-state={one.state}>
        <p>
          <progress id="progress-bar" max={of} value={done} aria-label={w.state} />{' '}
          <span id="progress-text">{said(done, of)}</span>
        </p>
      </div>
      <Soft>{w.working}</Soft>
      <p>
        <ActLink href={`/imports/${one.id}`}>{w.stands}</ActLink>
      </p>
      {one.stuck && (
        <Form action={`/imports/${one.id}/${one.state === 'writing' ? 'confirm' : 'undo'}`}>
          <p>{w.stuckNote}</p>
          <Button kind="secondary">{w.goOn}</Button>
        </Form>
      )}
      {one.state === 'writing' && (one.cancel_at ? <p>{w.stopping}</p> : <Cancel one={one} lang={lang} />)}
    </>
  )
}

function Cancel({ one, lang }: { one: Found; lang: Lang }) {
  const w = words[lang]
  return (
    <Form action={`/imports/${one.id}/cancel`}>
      <Soft>{w.cancelNote}</Soft>
      <Button kind="secondary">{w.cancel}</Button>
    </Form>
  )
}

function Undo({ one, lang }: Shown) {
  const w = words[lang]
  if (!one.fresh) return <p>{w.undoOver}</p>
  return (
    <>
      <Heading>{w.undo}</Heading>
      <p>{w.undoNote}</p>
      <p>{w.undoUntil(timeText(one.undo_until, lang, 'day'))}</p>
      <Form action={`/imports/${one.id}/undo`}>
        <Button kind="secondary">{w.undo}</Button>
      </Form>
    </>
  )
}
