import { parameter, segmentsOf } from '../location.ts'
import { byUid, refuse, viaContentIf } from '../outcome.ts'
import type { Recognition } from '../types.ts'

const appleId = /^id(\d+)$/
const spotifyId = /^[A-Za-z0-9]{22}$/
const language = /^intl-[a-z]{2}$/

/** A show on one of the two places that give shows a permanent id; nothing for any other host. */
export function readPodcast(host: string, path: string, query: string): Recognition | undefined {
  if (host === 'podcasts.apple.com' || host === 'itunes.apple.com') return onApple(host, segmentsOf(path), query)
  return host === 'open.spotify.com' ? onSpotify(segmentsOf(path)) : undefined
}

function onApple(host: string, segments: readonly string[], query: string): Recognition {
  const id = segments.map((segment) => appleId.exec(segment)?.[1]).findLast((found) => found !== undefined)
  if (id === undefined || (host === 'itunes.apple.com' && !segments.includes('podcast')))
    return refuse('not_an_account')
  const show = byUid('podcast', 'show', `apple:${id}`, `https://podcasts.apple.com/podcast/id${id}`)
  return viaContentIf(parameter(query, 'i') !== undefined, show)
}

function onSpotify(segments: readonly string[]): Recognition {
  const [what, id = ''] = language.test(segments[0] ?? '') ? segments.slice(1) : segments
  if (what === 'episode') return refuse('content_not_account')
  if (what !== 'show') return refuse('not_an_account')
  if (!spotifyId.test(id)) return refuse('invalid_handle')
  return byUid('podcast', 'show', `spotify:${id}`, `https://open.spotify.com/show/${id}`)
}
