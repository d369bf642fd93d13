import { createECDH } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** What an operator writes once and programs do not guess: services of others that the register may ask, and small rules. */

const origin = z
  .url({ protocol: /^https?$/ })
  .transform((text) => new URL(text))
  .refine(({ pathname, search, username }) => pathname === '/' && search === '' && username === '', {
    message: 'an origin such as https://api.example, without a path',
  })
  .transform((url) => url.origin)
const secret = z.string().trim().min(1)

const platforms = z
  .strictObject({
    github: z.strictObject({ api: origin.default('https://api.github.com'), token: secret.optional() }).prefault({}),
    gitlab: z.strictObject({ api: origin.default('https://gitlab.com'), token: secret.optional() }).prefault({}),
    /** Without a key YouTube tells nothing, so the method is not offered. */
    youtube: z.strictObject({ api: origin.default('https://www.googleapis.com'), key: secret }).optional(),
    /** The directory of did:plc documents. */
    bluesky: z.strictObject({ directory: origin.default('https://plc.directory') }).prefault({}),
  })
  .prefault({})

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])
/** Where people sign in, secrets go to and fro: without TLS only on this machine. */
const isSafe = (address: string) => {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || loopback.has(hostname)
}
const safe = { error: 'https, or a server on this machine' }
const safeOrigin = origin.refine(isSafe, safe)
/** Of a platform whose addresses are its own: only that platform, or what stands in for it on this machine. Else another server could
 *  say whose accounts there are. A GitLab of one's own is an `openid`. */
const only = (known: string) =>
  origin
    .refine((one) => one === known || loopback.has(new URL(one).hostname), { error: `${known}; others are "openid"` })
    .default(known)

const client = { client_id: secret, client_secret: secret.optional() }
/** Where people may sign in to prove an account. Each is shown only for addresses of its platform. */
const provider = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('github'),
    ...client,
    site: only('https://github.com'),
    api: only('https://api.github.com'),
  }),
  z.strictObject({ kind: z.literal('gitlab'), ...client, issuer: only('https://gitlab.com') }),
  z.strictObject({
    kind: z.literal('google'),
    ...client,
    issuer: only('https://accounts.google.com'),
    api: only('https://www.googleapis.com'),
  }),
  /** Registers itself at the host of the account, so it needs no key. */
  z.strictObject({ kind: z.literal('mastodon') }),
  /** Any OpenID Connect provider. `account` is the address of an account there, with claims in braces: `https://git.example/{preferred_username}`.
   *  `also`: origins to which its own description may lead beside that of the issuer. */
  z.strictObject({
    kind: z.literal('openid'),
    ...client,
    name: z.string().trim().min(1).max(60),
    issuer: z.url({ protocol: /^https?$/ }).refine(isSafe, safe),
    also: z.array(safeOrigin).default([]),
    account: z.string().regex(/^https:\/\/[^{}\s]+\{[a-z_]{1,40}\}[^{}\s]*$/),
    scope: z.string().default('openid profile'),
  }),
])
export type Provider = z.infer<typeof provider>

/** Its word in addresses of the register: the kind, or the name in plain letters. */
export const providerId = (one: Provider): string =>
  one.kind === 'openid' ? `openid-${plainLetters(one.name)}` : one.kind

const plainLetters = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const providers = z
  .array(provider)
  .refine((all) => new Set(all.map(providerId)).size === all.length, { error: 'two of the same kind or name' })
  .default([])

/** Where the organisation's own people sign in. `claim` is what names a person there; it must be the number that the register has of them. */
const organisationSignIn = z.strictObject({
  name: z.string().trim().min(1).max(60),
  issuer: z.url({ protocol: /^https?$/ }).refine(isSafe, safe),
  ...client,
  also: z.array(safeOrigin).default([]),
  claim: z
    .string()
    .regex(/^[a-zA-Z][a-zA-Z0-9_]{0,60}$/)
    .default('sub'),
  scope: z.string().default('openid'),
})
export type OrganisationSignIn = z.infer<typeof organisationSignIn>

/** Web push: the pair by which push services know this register (RFC 8292). `bin/chinhdanh push keys` makes it; without it nobody is pushed. */
const push = z
  .strictObject({
    public_key: z.string().regex(/^[\w-]{87}$/),
    private_key: z.string().regex(/^[\w-]{43}$/),
    /** Whom a push service may write to. Without it the address of the register. */
    contact: z.union([z.url({ protocol: /^https$/ }), z.email().transform((mail) => `mailto:${mail}`)]).optional(),
    /** The hosts of push services to which the register speaks, `*.` for all below. */
    hosts: z
      .array(z.string().regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/))
      .min(1)
      .default(['fcm.googleapis.com', 'updates.push.services.mozilla.com', '*.push.apple.com', '*.notify.windows.com']),
  })
  .refine(({ public_key, private_key }) => publicOf(private_key) === public_key, {
    error: 'these two are no pair: bin/chinhdanh push keys makes one',
  })
  .optional()
export type PushSettings = NonNullable<z.infer<typeof push>>

/** The public half of a key on P-256; nothing where it is none. */
function publicOf(secret: string): string | undefined {
  try {
    const pair = createECDH('prime256v1')
    pair.setPrivateKey(secret, 'base64url')
    return pair.getPublicKey('base64url')
  } catch {
    return undefined
  }
}

const hour = z.int().min(0).max(24)
/** What is usual where people look at records. Whatever is not, its person is told of at once and auditors see. */
const usual = z
  .strictObject({
    from_hour: hour.default(7),
    until_hour: hour.default(19),
    /** Days off count as working days, as in a hospital. */
    every_day: z.boolean().default(false),
    /** Records of different people that one person opens in a day. */
    records_a_day: z.int().min(1).default(30),
  })
  .refine(({ from_hour, until_hour }) => from_hour < until_hour, { error: 'from_hour before until_hour' })
  .prefault({})
const days = z.array(z.iso.date()).max(1000).default([])

const shape = z.strictObject({
  usual_access: usual,
  /** Beside the public holidays that the register knows. */
  days_off: days,
  /** Saturdays and Sundays that are worked. */
  days_worked: days,
  platforms,
  sign_in: providers,
  organisation_sign_in: organisationSignIn.optional(),
  mail: z
    .strictObject({
      /** Who writes. Without it `no-reply@` the host of CHINHDANH_URL. */
      from: z.email().optional(),
      /** A box whose mail is handed to `bin/chinhdanh mail bounce`. Each letter comes back to `box+LETTER@host`. */
      bounces: z.email().optional(),
    })
    .prefault({}),
  push,
  /** Whom the organisation tells of a page that was taken: a police unit, a ministry. The letter names the page and the unit, no person. */
  authority: z
    .strictObject({
      name: z.string().trim().min(1).max(120),
      mail: z.email().optional(),
      phone: z.string().trim().min(3).max(40).optional(),
      address: z.string().trim().min(3).max(300).optional(),
    })
    .optional(),
  /** Of the accounts that an officer witnessed, how many of a hundred the unit above looks at once more. */
  second_look_percent: z.number().min(0).max(100).default(5),
})
export type Settings = z.infer<typeof shape>

export class SettingsError extends Error {}

export const defaultSettings: Settings = shape.parse({})

/** Reads the settings file (JSON). A file that is not there means the defaults only where nobody named it. */
export function readSettings(path: string, named: boolean): Settings {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (!named && (error as NodeJS.ErrnoException).code === 'ENOENT') return defaultSettings
    throw new SettingsError(`${path}: ${(error as Error).message}`)
  }
  return parseSettings(text, path)
}

export function parseSettings(text: string, path = 'settings'): Settings {
  const json = jsonOf(text, path)
  const parsed = shape.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new SettingsError(`${path}: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`)
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new SettingsError(`${path}: ${(error as Error).message}`)
  }
}

/** Every origin of these services: the second way out leads to them and nowhere else. */
export function serviceOrigins({ platforms, sign_in, organisation_sign_in: own }: Settings): readonly string[] {
  const interfaces = [platforms.github.api, platforms.gitlab.api, platforms.youtube?.api, platforms.bluesky.directory]
  const providers = sign_in.flatMap((one) => {
    if (one.kind === 'mastodon') return []
    if (one.kind === 'github') return [one.site, one.api]
    if (one.kind === 'google') return [new URL(one.issuer).origin, 'https://oauth2.googleapis.com', one.api]
    return [new URL(one.issuer).origin, ...(one.kind === 'openid' ? one.also : [])]
  })
  const ours = own ? [new URL(own.issuer).origin, ...own.also] : []
  return [...new Set([...interfaces, ...providers, ...ours].filter((origin) => origin !== undefined))]
}
