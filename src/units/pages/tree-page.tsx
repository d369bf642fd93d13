import { Details, ErrorSummary, Lead, PageTitle } from '../../web/components/index.ts'
import { type Lang, page, type Reply } from '../../web/index.ts'
import { type Above, childrenAtOnce, hitsAtOnce, type Leaf } from '../tree.ts'
import { words } from '../words.ts'
import { AddForm, type Failed, messageOf } from './forms.tsx'
import { Listing, Pages, Search } from './listing.tsx'

export type TreeShown = {
  readonly units: readonly Leaf[]
  readonly from: number
  /** What was searched for; without it the roots are shown. */
  readonly sought?: string
  readonly above?: ReadonlyMap<string, Above>
  /** May the actor add roots? */
  readonly changes: boolean
  readonly failed?: Failed
}

/** The tree from its top, or what was found in it. */
export function treePage({ units, from, sought, above, changes, failed, lang }: TreeShown & { lang: Lang }): Reply {
  const w = words[lang]
  const most = sought === undefined ? childrenAtOnce : hitsAtOnce
  const caption = sought === undefined ? w.roots : w.found(sought)
  const path = sought === undefined ? '/units' : `/units?q=${encodeURIComponent(sought)}`
  const content = (
    <>
      {failed && <ErrorSummary lang={lang} errors={[messageOf(failed, lang)]} />}
      <PageTitle>{w.units}</PageTitle>
      <Lead>{w.lead}</Lead>
      <Search sought={sought} lang={lang} />
      {units.length === 0 ? (
        <p>{sought === undefined ? w.noUnits : w.nothingFound}</p>
      ) : (
        <Listing units={units.slice(0, most)} {...{ caption, above, lang }} />
      )}
      <Pages {...{ path, from, most, more: units.length > most, lang }} />
      {changes && sought === undefined && (
        <Details summary={w.addRoot} open={failed !== undefined}>
          <AddForm failed={failed} lang={lang} />
        </Details>
      )}
    </>
  )
  const title = sought === undefined ? w.units : caption
  return page(title, content, { nav: '/units', wide: true, path, ...statusOf(failed) })
}

export const statusOf = (failed: Failed | undefined) => (failed ? { status: failed.status, error: true } : {})
