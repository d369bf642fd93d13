import { type Platform, platformName, platforms } from '../../addresses/index.ts'
import { parseSettings } from '../../settings.ts'
import { absences, silences } from '../finding.ts'
import { methodNamed, methodsFor, type Publish } from '../methods/index.ts'
import type { Declared, MethodName, Terms } from '../methods/method.ts'
import { type Condition, type Way, ways } from '../methods/table.ts'
import { checksAnHour, patience } from '../rules.ts'

/** The parts of docs/proofs.md that are made from the code. */
export const parts: Readonly<Record<string, (page: string) => string>> = {
  'which way where': whichWhere,
  'what goes where': whatWhere,
  figures,
  reasons,
}

/** The page with each of its parts made anew. */
export function remade(page: string): string {
  return Object.entries(parts).reduce((text, [name, make]) => {
    const [open, close] = [`<!-- from the code: ${name} -->\n`, '<!-- until here -->']
    const start = text.indexOf(open)
    const end = text.indexOf(close, start)
    if (start < 0 || end < 0) throw new Error(`docs/proofs.md has no place for: ${name}`)
    return `${text.slice(0, start + open.length)}${make(page)}\n${text.slice(end)}`
  }, page)
}

const conditions: Readonly<Record<Condition, string>> = {
  root: 'its root page only',
  key: 'with a key',
  provider: 'with a provider',
}
const wayText = ({ method, when }: Way) => `\`${method}\`${when ? ` (${conditions[when]})` : ''}`

/** Platforms that are proven alike share a row, the one with the most ways first. */
function whichWhere(): string {
  const rows = new Map<string, string[]>()
  for (const platform of platforms) {
    const text = ways[platform].map(wayText).join(', ')
    rows.set(text, [...(rows.get(text) ?? []), nameOf(platform)])
  }
  const lines = [...rows].sort(([a], [b]) => b.split('`').length - a.split('`').length)
  return ['| platform | ways, the easiest first |', '| --- | --- |']
    .concat(lines.map(([text, names]) => `| ${names.join(', ')} | ${text} |`))
    .join('\n')
}

const nameOf = (platform: Platform) =>
  ({ website: 'website', rss: 'RSS feed' })[platform as string] ?? platformName(platform)

const token = 'k3v7q2mzx5hd4rwtn6byc2jfap7sgeul'
const code = 'CD-7K4M-9QXZ'
const page = 'k3v7q2mzx5hd4rwtn6by'
const website: Declared = { platform: 'website', canonical: 'https://nguyenvana.vn/' }
const examples: Readonly<Record<MethodName, readonly [Declared, string]>> = {
  'dns-txt': [website, token],
  'well-known': [website, token],
  'meta-tag': [website, token],
  'rel-me': [website, page],
  bluesky: [{ platform: 'bluesky', canonical: 'https://bsky.app/profile/lan.vn', handle: 'lan.vn' }, code],
  'profile-code': [{ platform: 'github', canonical: 'https://github.com/lan', handle: 'lan' }, code],
  'sign-in': [{ platform: 'github', canonical: 'https://github.com/lan', handle: 'lan' }, token],
  witnessed: [{ platform: 'facebook', canonical: 'https://www.facebook.com/lan', handle: 'lan' }, token],
}

/** What each method itself says is to be put where, for an address that it takes, with the settings that the page shows. */
function whatWhere(text: string): string {
  const terms: Terms = {
    label: 'chinhdanh',
    today: '2026-11-24',
    url: 'https://so.example',
    settings: settingsIn(text),
  }
  const rows = Object.entries(examples).map(([name, [declared, secret]]) => {
    const method = methodNamed(name)
    if (!method || !methodsFor(declared, terms).includes(method)) throw new Error(`no example for ${name}`)
    const published = method.publish(declared, { id: 'ID', token: secret, keep: false, expiresOn: '2026-12-24' }, terms)
    const days = method.how === 'looked_for' ? method.recheckDays : null
    const again = days === null ? '' : days === 1 ? 'daily' : days === 7 ? 'weekly' : `every ${days} days`
    return `| \`${name}\` | ${said(published)} | ${again || 'never'} |`
  })
  return ['| way | what goes where | where it stays, looked for |', '| --- | --- | --- |', ...rows].join('\n')
}

const mono = (text: string) => `\`${text}\``

function said(published: Publish): string {
  if ('type' in published) return `TXT at ${mono(published.name)}: ${mono(published.value)}`
  if ('path' in published)
    return `${mono(published.url)}: status 200, ${mono(published.contentType)}, the token and nothing else`
  if ('tag' in published) return `in the head of ${mono(published.url)}: ${mono(published.tag)}`
  if ('link' in published) return `on ${mono(published.url)}: ${mono(published.link)}; in a profile the address alone`
  if ('code' in published) return `in the description of ${mono(published.url)}: ${mono(published.code)}`
  if ('signIn' in published)
    return `nothing; the person signs in at ${published.signIn.map(({ name }) => name).join(' or ')}`
  return 'nothing by itself; an officer says a code that is shown in the account while the officer looks'
}

/** The example of a settings file that stands on the page must be one. */
export function settingsIn(text: string) {
  const example = /```json\n([\s\S]*?)```/.exec(text)?.[1]
  return parseSettings(example ?? '', 'the example in docs/proofs.md')
}

function figures(): string {
  const rows: readonly (readonly [string, string])[] = [
    ['absent results in a row before anything happens', `${patience.misses}, over at least ${patience.hours} hours`],
    ['grace after the notice', `${patience.graceDays} days`],
    ['without any success until level 3 becomes 2', `${patience.silentDays} days`],
    ['a token that is used once is good for', `${patience.tokenDays} days`],
    ['a code is good for', `${patience.codeHours} hours`],
    ['a name that was proven is watched, while its page is public', `every ${patience.watchDays} days`],
    [
      'checks by hand in an hour',
      `${checksAnHour.proof} of a token, ${checksAnHour.code} of a code, ${checksAnHour.person} by one person`,
    ],
  ]
  return ['| | |', '| --- | --- |', ...rows.map(([what, value]) => `| ${what} | ${value} |`)].join('\n')
}

const listed = (codes: readonly string[]) => codes.map(mono).join(' ')

function reasons(): string {
  return [
    `**absent** (it could be read, and it was not there): ${listed(absences)}`,
    '',
    `**unreachable** (nobody could tell): ${listed(silences.toSorted())}`,
  ].join('\n')
}
