import type { Finding } from '../finding.ts'
import { couldNotTell, missing } from '../methods/fetched.ts'
import { type Declared, methodsFor, type Net, type Terms } from '../methods/index.ts'
import { wholePage } from '../methods/web-page.ts'
import type { Sight } from './rules.ts'

/** An account that nobody has: asked for, it can only be another one. */
const nobodys = '-'

/** Whether a page that was stated closed is still there, by the ways that proofs go anyway. Of an account only the permanent id is asked;
 *  of a website only whether its address answers. Nothing of the page is read. */
export async function lookAtClosed(net: Net, declared: Declared, uid: string | null, terms: Terms): Promise<Sight> {
  if (declared.platform === 'website' || declared.platform === 'rss') return ofWebsite(net, declared)
  const watcher = methodsFor(declared, terms).find((way) => way.how === 'looked_for' && way.watch)
  if (watcher?.how !== 'looked_for' || !watcher.watch) return 'no_way'
  return ofAccount(await watcher.watch(net, declared, uid ?? nobodys, terms), uid !== null)
}

const gone: ReadonlySet<string> = new Set(['no_account', 'not_there', 'no_address'])

function ofAccount(finding: Finding, known: boolean): Sight {
  if (finding.kind === 'found') return 'same'
  if (finding.kind === 'unreachable') return 'unclear'
  if (gone.has(finding.reason)) return 'gone'
  if (finding.reason !== 'other_account') return 'unclear'
  return known ? 'other' : 'there'
}

async function ofWebsite({ client }: Net, { canonical }: Declared): Promise<Sight> {
  const url = new URL(canonical)
  const [bare, www] = [await sightOf(client, url), await sightOf(client, withWww(url))]
  if (bare === 'there' || www === 'there') return 'there'
  return bare === 'gone' && www === 'gone' ? 'gone' : 'unclear'
}

const withWww = (url: URL): URL => Object.assign(new URL(url), { hostname: `www.${url.hostname}` })

async function sightOf(client: Net['client'], url: URL): Promise<Sight> {
  const got = await client.get(url, { ...wholePage, maxBytes: 1_024 })
  if (got.kind === 'absent') return 'gone'
  if (got.kind === 'unreachable') return 'unclear'
  if (missing.has(got.status)) return 'gone'
  return couldNotTell(got.status) ? 'unclear' : 'there'
}
