// RFC 3492, decoding only: a host is compared by what it looks like, not by its encoding.

export function unicodeHost(host: string): string {
  if (!host.includes('xn--')) return host
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodedLabel(label.slice(4)) ?? label) : label))
    .join('.')
}

const base = 36
const tMin = 1
const tMax = 26

function decodedLabel(encoded: string): string | undefined {
  const basic = encoded.lastIndexOf('-')
  const points = [...encoded.slice(0, Math.max(basic, 0))].map((character) => character.charCodeAt(0))
  let code = 128
  let bias = 72
  let place = 0
  let at = basic < 0 ? 0 : basic + 1
  while (at < encoded.length) {
    const before = place
    for (let weight = 1, k = base; ; k += base) {
      const digit = digitOf(encoded.charCodeAt(at++))
      if (digit === undefined) return undefined
      place += digit * weight
      const threshold = k <= bias ? tMin : k >= bias + tMax ? tMax : k - bias
      if (digit < threshold) break
      weight *= base - threshold
    }
    const length = points.length + 1
    bias = adapted(place - before, length, before === 0)
    code += Math.floor(place / length)
    place %= length
    if (code > 0x10ffff) return undefined
    points.splice(place++, 0, code)
  }
  return String.fromCodePoint(...points)
}

function digitOf(code: number): number | undefined {
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26
  if (code >= 0x61 && code <= 0x7a) return code - 0x61
  return undefined
}

function adapted(distance: number, length: number, isFirst: boolean): number {
  let delta = Math.floor(distance / (isFirst ? 700 : 2))
  delta += Math.floor(delta / length)
  let k = 0
  for (; delta > ((base - tMin) * tMax) / 2; k += base) delta = Math.floor(delta / (base - tMin))
  return k + Math.floor(((base - tMin + 1) * delta) / (delta + 38))
}
