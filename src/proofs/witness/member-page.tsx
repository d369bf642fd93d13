import type { Somebody } from '../../permissions/index.ts'
import { ActLink, PageTitle } from '../../web/components/index.ts'
import { page, type Reply, type Visit } from '../../web/index.ts'
import type { Given } from '../check-proof.ts'
import { captionOf } from '../pages/parts.tsx'
import type { ProofAndPage } from '../reading.ts'
import { words } from '../words.ts'
import { WitnessPart, witnessTitle } from './member-part.tsx'
import { requestsOf } from './store.ts'

/** Where a proof by an officer's word stands, told to its person. */
export async function witnessProofPage({ db }: Given, visit: Visit<Somebody>, here: ProofAndPage): Promise<Reply> {
  const { lang, actor } = visit
  const { proof, now } = here
  const requests = await db.as(actor.id, (tx) => requestsOf(tx, proof.id))
  const props = { lang, proof, now, requests }
  const title = witnessTitle(props)
  const content = (
    <>
      <PageTitle caption={captionOf(now, lang)}>{title}</PageTitle>
      <WitnessPart {...props} />
      {proof.state !== 'waiting' && (
        <p>
          <ActLink href={`/declarations/${now.id}/proofs`}>{words[lang].seeTimeline}</ActLink>
        </p>
      )}
    </>
  )
  const behind = proof.state === 'waiting' ? `/declarations/${now.id}/prove` : `/declarations/${now.id}`
  return page(title, content, { nav: '/declarations', back: { href: behind } })
}
