import type { Got } from '../../net/index.ts'

export type Sub = { readonly endpoint: string; readonly p256dh: string; readonly auth: string }

/** Longer than any that a push service gives; the table takes no more either. */
const longest = 2000

/** Whether somebody's browser can have this address of a push service, and if not, what is wrong with it. */
export function checkEndpoint(
  text: string,
  hosts: readonly string[],
): 'push_address_refused' | 'push_host_unknown' | undefined {
  const url = text.length <= longest ? URL.parse(text) : null
  const plain = url?.protocol === 'https:' && url.username === '' && url.password === '' && url.port === ''
  if (!url || !plain || url.hash !== '' || url.href !== text) return 'push_address_refused'
  return isKnown(url.hostname, hosts) ? undefined : 'push_host_unknown'
}

/** `*.push.example` is every host below push.example, not that host itself. */
export const isKnown = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((one) =>
    one.startsWith('*.') ? host.endsWith(one.slice(1)) && host.length > one.length - 1 : host === one,
  )

/** Whether something can be sealed for this browser: a point on the curve, and a secret of sixteen bytes. */
export async function areKeys({ p256dh, auth }: Omit<Sub, 'endpoint'>): Promise<boolean> {
  const [point, secret] = [Buffer.from(p256dh, 'base64url'), Buffer.from(auth, 'base64url')]
  const asWritten = point.toString('base64url') === p256dh && secret.toString('base64url') === auth
  if (!asWritten || point.length !== 65 || secret.length !== 16) return false
  return crypto.subtle.importKey('raw', point, { name: 'ECDH', namedCurve: 'P-256' }, false, []).then(
    () => true,
    () => false,
  )
}

/** What came of sending. `gone`: the browser has turned it off, or is no more. `silent`: whoever else is there need not be tried now. */
export type Came =
  | { readonly kind: 'taken' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused' | 'silent'; readonly code: string }

export function cameOf(got: Got): Came {
  if (got.kind === 'absent') return { kind: 'silent', code: 'no_address' }
  if (got.kind === 'unreachable') return { kind: forGood.has(got.why) ? 'refused' : 'silent', code: got.why }
  const { status } = got
  if (status >= 200 && status < 300) return { kind: 'taken' }
  if (status === 404 || status === 410) return { kind: 'gone' }
  const later = status === 408 || status === 429 || status >= 500
  return { kind: later ? 'silent' : 'refused', code: String(status) }
}

/** What no later try makes better. */
const forGood: ReadonlySet<string> = new Set([
  'malformed',
  'bad_scheme',
  'bad_port',
  'credentials',
  'address_not_public',
  'too_many_redirects',
])

/** Minutes until it is tried again; after the last it is given up until there is something new. */
const waits = [1, 5, 15, 60, 240] as const
export const minutesUntilNext = (tries: number): number | undefined => waits[tries]

const browsers = [
  [/\bcoc_coc_browser\//, 'Cốc Cốc'],
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const
/** Nothing where it is none that we know. */
export const browserName = (userAgent = ''): string => browsers.find(([sign]) => sign.test(userAgent))?.[1] ?? ''
