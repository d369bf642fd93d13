import { join, resolve } from 'node:path'
import { projectRoot } from './project-root.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'

export {
  defaultSettings,
  type OrganisationSignIn,
  type Provider,
  type PushSettings,
  parseSettings,
  providerId,
  type Settings,
  serviceOrigins,
} from './settings.ts'

export type Config = {
  readonly port: number
  readonly host: string
  /** Of a PostgreSQL elsewhere; without one the embedded server in `data` is used. */
  readonly databaseUrl: string | undefined
  readonly data: string
  /** The public origin, without a slash at the end: where cookies, links and receipts point to. */
  readonly url: string
  /** Resolvers for proofs, `ip[:port]`; empty means the system's. */
  readonly dns: readonly string[]
  /** Networks that proofs may reach although they are not global (CIDR). */
  readonly proofNetworks: readonly string[]
  /** Where mail goes out, `smtp://` or `smtps://`; without it notices stay in the register. */
  readonly smtpUrl: string | undefined
  readonly label: string
  readonly timeZone: string
  /** Where the settings are, or would be. */
  readonly settingsFile: string
  /** From the file CHINHDANH_SETTINGS, or `settings.json` in the data folder where there is one. */
  readonly settings: Settings
}

export class ConfigError extends Error {}

/** The only reader of the environment. An empty variable is an unset one. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = (name: string) => env[name]?.trim() || undefined
  const port = wholePort(given('PORT') ?? '8080')
  const label = given('CHINHDANH_LABEL') ?? 'chinhdanh'
  if (!/^[a-z0-9]([a-z0-9-]{0,40}[a-z0-9])?$/.test(label))
    throw new ConfigError(`CHINHDANH_LABEL: small letters, digits and hyphens, got "${label}"`)
  const data = resolve(projectRoot, given('CHINHDANH_DATA') ?? '.data')
  const named = given('CHINHDANH_SETTINGS')
  const settingsFile = named ? resolve(projectRoot, named) : join(data, 'settings.json')
  return {
    port,
    host: given('HOST') ?? '127.0.0.1',
    databaseUrl: databaseUrl(given('DATABASE_URL')),
    data,
    url: origin(given('CHINHDANH_URL') ?? `http://localhost:${port}`),
    dns: list(given('CHINHDANH_DNS')),
    proofNetworks: list(given('CHINHDANH_PROOF_NETWORKS')),
    smtpUrl: smtpUrl(given('SMTP_URL')),
    label,
    timeZone: 'Asia/Ho_Chi_Minh',
    settingsFile,
    settings: settings(settingsFile, named !== undefined),
  }
}

function settings(file: string, named: boolean): Settings {
  try {
    return readSettings(file, named)
  } catch (error) {
    if (error instanceof SettingsError) throw new ConfigError(error.message)
    throw error
  }
}

const list = (text: string | undefined) =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

function wholePort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigError(`PORT: a number from 0 to 65535, got "${text}"`)
  return port
}

function origin(text: string): string {
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search || url.username) {
    throw new ConfigError(`CHINHDANH_URL: an origin such as https://so.example.vn, got "${text}"`)
  }
  return url.origin
}

function databaseUrl(text: string | undefined): string | undefined {
  if (text && !/^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? ''))
    throw new ConfigError('DATABASE_URL: postgres://user:password@host:port/database')
  return text
}

function smtpUrl(text: string | undefined): string | undefined {
  const url = text === undefined ? undefined : URL.parse(text)
  if (text && (!/^smtps?:$/.test(url?.protocol ?? '') || !url?.hostname))
    throw new ConfigError('SMTP_URL: smtp://user:password@host:587 or smtps://user:password@host:465')
  return text
}
