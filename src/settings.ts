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

const client = { client_id: secret, client_secret: secret.optional() }
/** Where people may sign in to prove an account. Each is shown only for addresses of its platform. */
const provider = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('github'),
    ...client,
    site: origin.default('https://github.com'),
    api: origin.default('https://api.github.com'),
  }),
  z.strictObject({ kind: z.literal('gitlab'), ...client, issuer: origin.default('https://gitlab.com') }),
  z.strictObject({
    kind: z.literal('google'),
    ...client,
    issuer: origin.default('https://accounts.google.com'),
    api: origin.default('https://www.googleapis.com'),
  }),
  /** Registers itself at the host of the account, so it needs no key. */
  z.strictObject({ kind: z.literal('mastodon') }),
  /** Any OpenID Connect provider. `account` is the address of an account there, with claims in braces: `https://git.example/{preferred_username}`. */
  z.strictObject({
    kind: z.literal('openid'),
    ...client,
    name: z.string().trim().min(1).max(60),
    issuer: z.url({ protocol: /^https?$/ }),
    account: z.string().regex(/^https:\/\/[^{}\s]+\{[a-z_]{1,40}\}[^{}\s]*$/),
    scope: z.string().default('openid profile'),
  }),
])
export type Provider = z.infer<typeof provider>

const shape = z.strictObject({
  platforms,
  sign_in: z.array(provider).default([]),
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
export function serviceOrigins({ platforms, sign_in }: Settings): readonly string[] {
  const interfaces = [platforms.github.api, platforms.gitlab.api, platforms.youtube?.api, platforms.bluesky.directory]
  const providers = sign_in.flatMap((one) => {
    if (one.kind === 'mastodon') return []
    if (one.kind === 'github') return [one.site, one.api]
    if (one.kind === 'google') return [new URL(one.issuer).origin, 'https://oauth2.googleapis.com', one.api]
    return [new URL(one.issuer).origin]
  })
  return [...new Set([...interfaces, ...providers].filter((origin) => origin !== undefined))]
}
