import { type Address, maskedAddress, recognise } from '../addresses/index.ts'
import type { ListedRow } from './store.ts'

export type ListedPage = {
  /** As it is shown; the middle of a telephone number is left out. */
  readonly address: string
  /** Where its link leads; none where that would show the number. */
  readonly href?: string
  readonly platform: Address['platform']
  readonly level: 1 | 2 | 3
  readonly levelAt: Date
  /** The attestation lapsed then: still confirmed, not current. */
  readonly notCurrentSince?: Date
}

/** A person as their own choices show them: named only where a page that stands here names them. */
export type PublicPerson = {
  readonly name?: string
  readonly office?: string
  readonly pages: readonly [ListedPage, ...ListedPage[]]
}

/** Pure: rows become a person; no rows are nobody. */
export function personIn(rows: readonly ListedRow[]): PublicPerson | undefined {
  const [first, ...rest] = rows.map(pageFrom)
  if (!first) return undefined
  const name = rows.find((row) => row.name !== null)?.name ?? undefined
  const office = rows.find((row) => row.office !== null)?.office ?? undefined
  return {
    ...(name === undefined ? {} : { name }),
    ...(office === undefined ? {} : { office }),
    pages: [first, ...rest],
  }
}

function pageFrom(row: ListedRow): ListedPage {
  const known = recognise(row.canonical).address ?? { platform: 'website', kind: 'website', canonical: row.canonical }
  const address = maskedAddress(known)
  return {
    address,
    ...(address === known.canonical ? { href: linkTo(known) } : {}),
    platform: known.platform,
    level: row.level as ListedPage['level'],
    levelAt: row.level_at,
    ...(row.not_current_since === null ? {} : { notCurrentSince: row.not_current_since }),
  }
}

/** As its platform writes it: a server of the fediverse compares a link with the address of its account letter by letter. A name with a dot
 *  stands in the register with its server behind it, so that it is not taken for a page. */
function linkTo({ platform, handle = '', canonical }: Pick<Address, 'platform' | 'handle' | 'canonical'>): string {
  const [name, server] = platform === 'mastodon' ? handle.split('@') : []
  return name && server ? `https://${server}/@${name}` : canonical
}
