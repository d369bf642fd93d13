import type { Chapters, CheckRows, OwnRows, Standing } from './chapters.ts'
import type { Numbering } from './ids.ts'
import type { Life, Method } from './lives.ts'
import type { MadeUpDraft, MadeUpPage } from './pages.ts'

/** Writes the life of one page into the chapters. */
export function tell({ person, address, since, life }: MadeUpPage, number: Numbering, into: Chapters): void {
  const declaration = number.id()
  const mine = { declaration, person: person.id }
  const { manager = 'alone', first, shown, kept, end } = life
  const host = new URL(address.canonical).hostname
  let version = { n: 0, state: 'active', visibility: 'private', shows: 'nothing', manager, since }

  function file(chapter: OwnRows, change: Partial<typeof version>, act?: 'declared' | 'visibility_changed'): void {
    version = { ...version, ...change, n: version.n + 1 }
    const id = number.id()
    chapter.declaration_version.push({ id, ...mine, ...version, channel: 'sample' })
    if (act) chapter.receipt.push({ id: number.id(), code: number.receipt(), ...mine, act, version: id })
  }
  function begin(chapter: OwnRows, method: Method, keep: boolean) {
    const proof = { id: number.id(), token: number.token() }
    chapter.proof.push({ ...proof, ...mine, method, keep })
    return { id: proof.id, place: placeOf(method, host, proof.token), canonical: address.canonical }
  }
  function step(chapter: CheckRows, level: number, reason: string, proof?: string): void {
    chapter.level_step.push({ id: number.id(), declaration, level, reason, proof: proof ?? null })
  }

  const { platform, kind, handle = null, uid = null, canonical } = address
  into.declared.declaration.push({
    id: declaration,
    person: person.id,
    platform,
    kind,
    handle,
    uid,
    canonical,
    typed: canonical,
  })
  file(into.declared, {}, 'declared')
  into.declared.level_step.push({ id: number.id(), ...mine, level: 0, reason: 'declared' })
  if (first === 'witnessed') step(into.checked, 1, 'proof_found')
  else if (first) {
    const proof = begin(into.declared, first.method, false)
    look(into.checked, number, proof, first.came === 'waiting' ? [] : looks[first.came])
    if (first.came === 'found') {
      into.checked.standing.push({ proof: proof.id, is: 'found' })
      step(into.checked, 2, 'proof_found', proof.id)
    }
  }
  if (shown) file(into.shown, shown, 'visibility_changed')
  if (kept) {
    const proof = begin(into.shown, 'dns-txt', true)
    look(into.checkedAgain, number, proof, looks[kept])
    into.checkedAgain.standing.push({ proof: proof.id, is: kept })
    step(into.checkedAgain, 3, 'recheck_found', proof.id)
    if (kept === 'ended') step(into.checkedAgain, 2, 'proof_missed', proof.id)
    if (kept === 'silent') step(into.checkedAgain, 2, 'not_reconfirmed', proof.id)
  }
  if (end) file(into.ended, { state: end })
}

export function tellDraft({ person, address, manager }: MadeUpDraft, number: Numbering, into: Chapters): void {
  into.declared.draft.push({
    id: number.id(),
    person: person.id,
    typed: address.canonical,
    address: JSON.stringify(address),
    manager: manager ?? null,
  })
}

type Look = readonly ['by_hand' | 'scheduled', 'found' | 'absent' | 'unreachable', string?]
const seen: Look = ['by_hand', 'found']
const again: Look = ['scheduled', 'found']
const gone: Look = ['scheduled', 'absent', 'no_record']
const silence: Look = ['scheduled', 'unreachable', 'dns_timeout']

/** What the checks of a proof have said, one after the other. */
const looks: Readonly<Record<'missing' | Exclude<Life['kept'], undefined> | 'found', readonly Look[]>> = {
  missing: [
    ['by_hand', 'absent', 'no_record'],
    ['by_hand', 'unreachable', 'dns_timeout'],
  ],
  found: [seen],
  rechecked: [seen, again],
  missed: [seen, again, gone, gone, gone],
  ended: [seen, again, gone, gone, gone, gone],
  silent: [seen, again, silence, silence, silence],
}

/** Addresses kept for documentation (RFC 5737): nobody was asked. */
const resolvers = ['192.0.2.53', '198.51.100.53']

function look(
  chapter: CheckRows,
  number: Numbering,
  { id: proof, place }: { readonly id: string; readonly place: string },
  results: readonly Look[],
): void {
  for (const [how, result, reason = null] of results)
    chapter.proof_check.push({ id: number.id(), proof, how, result, reason, place, resolvers })
}

function placeOf(method: Method, host: string, token: string): string {
  if (method === 'dns-txt') return `_chinhdanh-challenge.${host}`
  return method === 'well-known' ? `https://${host}/.well-known/chinhdanh-challenge/${token}` : `https://${host}/`
}

export type { Standing }
