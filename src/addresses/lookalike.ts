// Rule 9: a host that is no platform's, and looks like one.
import { platformHosts } from './platforms/index.ts'
import { unicodeHost } from './punycode.ts'
import { registrable } from './suffix.ts'

const brands = new Set('facebook instagram tiktok youtube twitter linkedin telegram whatsapp zalo pinterest'.split(' '))

/** Two short names of which nearly every `x.com.vn` would be an imitation. */
const tooShort = new Set(['x.com', 't.me'])

// Cyrillic, Greek and two Latin letters, and below each the one it is taken for.
const strange = 'аеорсухіѕԁӏοανιɡı'
const likeLatin = new Map([...strange].map((letter, at) => [letter, 'aeopcyxisdloavigi'.charAt(at)]))

/** Applied to both sides, so that what is told apart only by a careful eye becomes equal. */
export function foldedHost(host: string): string {
  const latin = unicodeHost(host).replace(/[^\0-\x7f]/g, (character) => likeLatin.get(character) ?? character)
  return latin.replace(/0|1|5|i|vv|rn/g, (seen) => digitsAndPairs[seen as keyof typeof digitsAndPairs])
}
const digitsAndPairs = { '0': 'o', '1': 'l', '5': 's', i: 'l', vv: 'w', rn: 'm' }

const foldedPlatforms = new Set(platformHosts.map(foldedHost))

/** `host` is known to be no platform's. */
export function isLookalike(host: string): boolean {
  return (
    (endings(foldedHost(host)).some((ending) => foldedPlatforms.has(ending)) && !isUnderPlatform(host)) ||
    beginsWithPlatform(host) ||
    brands.has(registrable(host)?.label ?? labelBeforeLast(host))
  )
}

/** Under an ending that does not exist the name still tells what is imitated: `facebook.con`. */
const labelBeforeLast = (host: string) => host.split('.').at(-2) ?? ''

const allPlatforms = new Set(platformHosts)

/** `forum.gitlab.com` is a website of its own, and no imitation. */
const isUnderPlatform = (host: string) => endings(host).some((ending) => allPlatforms.has(ending))

const longerPlatforms = new Set(platformHosts.filter((host) => !tooShort.has(host)))

/** `facebook.com.dang-nhap.vn`: a platform's host, then more labels. */
function beginsWithPlatform(host: string): boolean {
  const labels = host.split('.')
  for (let from = 0; from < labels.length; from++) {
    let name = labels[from] ?? ''
    for (let to = from + 1; to < Math.min(labels.length, from + mostLabels); to++) {
      if (longerPlatforms.has(name)) return true
      name = `${name}.${labels[to]}`
    }
  }
  return false
}
const mostLabels = 5

/** The host and every part of it that begins after a dot. */
export function endings(host: string): string[] {
  const found = [host]
  for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) found.push(host.slice(dot + 1))
  return found
}
