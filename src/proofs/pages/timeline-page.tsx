import { ActLink, ButtonLink, InsetText, PageTitle } from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import { DossierParts } from '../dossier/dossier.tsx'
import { words as dossierWords } from '../dossier/words.ts'
import { methodTitle } from '../method-words.ts'
import type { Timeline } from '../reading.ts'
import { words } from '../words.ts'
import { captionOf } from './parts.tsx'

type TimelineProps = Timeline & { readonly lang: Lang; readonly today: string }

/** All that was done to prove one page, for its owner. What was read is not there; it was never stored. */
export function TimelinePage(props: TimelineProps) {
  const { lang, now, today, ...dossier } = props
  const w = words[lang]
  const prove = <ButtonLink href={`/declarations/${now.id}/prove`}>{w.chooseTitle}</ButtonLink>
  const tokens = new Map(props.proofs.map(({ id, token }) => [id, token]))
  return (
    <>
      <PageTitle caption={captionOf(now, lang)}>{w.timelineTitle}</PageTitle>
      {dossier.incidents.some(({ closedAt }) => closedAt === null) && (
        <InsetText>{dossierWords[lang].whatToDo}</InsetText>
      )}
      <DossierParts
        {...{ dossier, lang, today }}
        own
        act={now.endedAt ? undefined : prove}
        nameOf={({ id, method }) => (
          <ActLink href={`/proofs/${id}`} of={tokens.get(id)?.slice(0, 4)}>
            {methodTitle(method, lang)}
          </ActLink>
        )}
      />
    </>
  )
}
