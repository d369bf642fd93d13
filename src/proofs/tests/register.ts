import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { smallOrganisation } from '../../../test/support/people.ts'
import { recognise } from '../../addresses/index.ts'
import { defaultSettings, type Settings, serviceOrigins } from '../../config.ts'
import { newId, today } from '../../db/index.ts'
import { changeVisibility, declarationOf, declare } from '../../declarations/index.ts'
import { type Checked, checkProof, type Given, termsOf } from '../check-proof.ts'
import { recheckDue } from '../recheck-due.ts'
import { type Started, startProof } from '../start-proof.ts'
import type { Proof } from '../types.ts'
import { type Internet, internet } from './internet.ts'

type Person = { readonly id: string }
export type Register = Awaited<ReturnType<typeof register>>

/** The acts of this room over a copy of the real database, with an outside on loopback. */
export async function register(settings: Settings = defaultSettings) {
  const db: TestDatabase = await testDatabase()
  const people = await smallOrganisation(db)
  const outside: Internet = await internet(serviceOrigins(settings))
  const day = () => today('Asia/Ho_Chi_Minh')
  const given: Given = {
    db,
    net: outside.net,
    label: 'so',
    url: 'http://localhost',
    settings,
    today: day,
    sample: false,
  }
  const terms = termsOf(given)

  async function declares(who: Person, canonical: string, platform = 'website'): Promise<string> {
    const website = { platform, kind: 'website', canonical } as Parameters<typeof declare>[2]['address']
    const address = platform === 'website' ? website : recognise(canonical).address
    if (address?.platform !== platform) throw new Error(`${canonical} is no address at ${platform}`)
    const filed = await db.as(who.id, (tx) =>
      declare(tx, who.id, { id: newId(), address, typed: canonical, manager: 'alone' }, 'web'),
    )
    if (filed.kind !== 'filed') throw new Error(filed.kind)
    return filed.id
  }
  const starts = (who: Person, declaration: string, method = 'dns-txt', keep = false): Promise<Started> =>
    db.as(who.id, (tx) => startProof(tx, { declaration, method, keep }, terms))
  async function begins(who: Person, declaration: string, method = 'dns-txt', keep = false): Promise<Proof> {
    const started = await starts(who, declaration, method, keep)
    if (started.kind !== 'started') throw new Error(started.kind)
    return started.proof
  }
  const checks = (who: Person, proof: Pick<Proof, 'id'>, keep?: boolean): Promise<Checked> =>
    checkProof(given, who.id, { proof: proof.id, keep })
  async function result(who: Person, proof: Pick<Proof, 'id'>) {
    const checked = await checks(who, proof)
    return checked.kind === 'checked' ? `${checked.finding.kind} ${checked.level}` : checked.kind
  }
  const publish = (host: string, proof: Pick<Proof, 'token'>, expiry = 'never') =>
    outside.dns.set(`TXT _so-challenge.${host}`, [`token=${proof.token} expiry=${expiry}`])
  const show = (who: Person, declaration: string, visibility: 'private' | 'confirmable') =>
    db.as(who.id, (tx) => changeVisibility(tx, who.id, declaration, { visibility }, 'web'))
  const now = async (who: Person, declaration: string) => {
    const found = await db.as(who.id, (tx) => declarationOf(tx, declaration))
    if (!found) throw new Error('no such declaration')
    return found
  }
  /** Everything that a proof remembers happened so much earlier. */
  const timePasses = (proof: Pick<Proof, 'id'>, interval: string) =>
    db.asSuperuser(
      `update proof set ${moments.map((column) => `${column} = ${column} - $2::interval`).join(', ')} where id = $1`,
      [proof.id, interval],
    )
  const row = async (proof: Pick<Proof, 'id'>) =>
    (await db.asSuperuser('select * from proof where id = $1', [proof.id])).rows[0]
  const published = async (canonical: string) =>
    (await db.asSuperuser('select answer, level, level_at, name from published where canonical = $1', [canonical]))
      .rows[0]
  const steps = async (declaration: string) =>
    (
      await db.asSuperuser('select level, reason from level_step where declaration = $1 order by made_at, id', [
        declaration,
      ])
    ).rows.map(({ level, reason }) => `${level} ${reason}`)

  /** What somebody was told about a proof or a page, in the order of telling. */
  const told = async (who: Person, about: string): Promise<string[]> =>
    (
      await db.asSuperuser('select kind from notice where person = $1 and about = $2 order by made_at', [who.id, about])
    ).rows.map(({ kind }) => kind)

  return {
    ...{ db, ...people, outside, given, declares, starts, begins, checks, result, publish, show, now },
    ...{ timePasses, row, published, steps, told, recheckDue: () => recheckDue(given) },
    async [Symbol.asyncDispose]() {
      await outside[Symbol.asyncDispose]()
      await db[Symbol.asyncDispose]()
    },
  }
}

const moments = [
  'made_at',
  'found_at',
  'last_found_at',
  'next_check_at',
  'first_miss_at',
  'grace_until',
  'not_reconfirmed_since',
  'claimed_until',
]
