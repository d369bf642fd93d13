// Public suffixes, ICANN part: a name under blogspot.com is a website like any other. The algorithm is publicsuffix.org's.
import { suffixes } from './suffixes.ts'

/** Under each last label the rest of its rules, read when it is first asked for. */
const rules = new Map<string, string | ReadonlySet<string>>(
  suffixes.split(' ').map((line) => {
    const colon = line.indexOf(':')
    return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1)]
  }),
)
const none: ReadonlySet<string> = new Set()

function rulesUnder(last: string): ReadonlySet<string> | undefined {
  const known = rules.get(last)
  if (typeof known !== 'string') return known
  const read = known === '' ? none : new Set(known.split(','))
  rules.set(last, read)
  return read
}

/** Whether a rule names the host's ending; lower case, the last label in ASCII or as it is typed. */
export const hasKnownEnding = (host: string): boolean => suffixStart(host) !== undefined

export type Registrable = { readonly domain: string; readonly label: string }

/** The registrable name of a host, or nothing when the ending is unknown or the host is itself an ending. */
export function registrable(host: string): Registrable | undefined {
  const start = suffixStart(host)
  if (!start) return undefined
  const domain = host.slice(host.lastIndexOf('.', start - 2) + 1)
  return { domain, label: domain.slice(0, domain.indexOf('.')) }
}

const mostLabels = 4

/** Where the longest suffix begins that a rule names. */
function suffixStart(host: string): number | undefined {
  const lastDot = host.lastIndexOf('.')
  const under = rulesUnder(host.slice(lastDot + 1))
  if (!under || under === none) return under && lastDot + 1
  let found = under.has('-') ? undefined : lastDot + 1
  let parent = '*'
  let end = lastDot
  for (let labels = 0; labels < mostLabels && end > 0; labels++) {
    const start = host.lastIndexOf('.', end - 1) + 1
    const rest = host.slice(start, lastDot)
    if (under.has(`!${rest}`)) return end + 1
    if (under.has(rest) || under.has(parent)) found = start
    parent = `*.${rest}`
    end = start - 1
  }
  return found
}
