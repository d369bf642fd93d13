import { z } from 'zod'
import type { Checked } from './check-proof.ts'
import { methodNamed, methodsFor, type Publish, type Terms } from './methods/index.ts'
import { declaredIn, type Timeline } from './reading.ts'
import type { Proof } from './types.ts'

export const startBody = z.strictObject({ method: z.string().max(100), keep: z.boolean().default(false) })
export const checkBody = z.strictObject({})

const publishShape = z.union([
  z.object({ type: z.literal('TXT'), name: z.string(), value: z.string() }),
  z.object({ url: z.string(), path: z.string(), contentType: z.literal('text/plain'), body: z.string() }),
  z.object({ url: z.string(), tag: z.string(), name: z.string(), content: z.string() }),
  z.object({ url: z.string(), link: z.string(), href: z.string() }),
  z.object({ url: z.string(), code: z.string() }),
  z.object({ signIn: z.array(z.object({ name: z.string(), url: z.string() })).readonly() }),
  z.object({ ask: z.literal('officer') }),
])

export const startedShape = z.object({
  id: z.uuid(),
  method: z.string(),
  keep: z.boolean(),
  token: z.string(),
  publish: publishShape,
  expires: z.iso.date().nullable(),
  code_until: z.iso.datetime().nullable(),
})

const result = z.enum(['found', 'absent', 'unreachable'])
const level = z.int().min(0).max(3)

export const checkedShape = z.object({
  result,
  reason: z.string().optional(),
  where: z.string(),
  expected: z.string(),
  seen: z.array(z.string()),
  resolvers: z.array(z.string()),
  /** The zone is signed, and every resolver that was asked validated the answer. */
  dnssec: z.literal(true).optional(),
  at: z.iso.datetime(),
  level,
  checks_left: z.int(),
})

const moment = z.iso.datetime().nullable()
const proofShape = z.object({
  id: z.uuid(),
  method: z.string(),
  keep: z.boolean(),
  state: z.enum(['waiting', 'found', 'missed', 'ended']),
  token: z.string(),
  publish: publishShape.optional(),
  expires: z.iso.date().nullable(),
  code_until: moment,
  begun_at: z.iso.datetime(),
  found_at: moment,
  last_found_at: moment,
  next_check_at: moment,
  misses: z.int(),
  grace_until: moment,
  not_reconfirmed_since: moment,
})
const pastCheckShape = z.object({
  proof: z.uuid(),
  at: z.iso.datetime(),
  how: z.enum(['by_hand', 'scheduled', 'watched']),
  result,
  reason: z.string().optional(),
  where: z.string(),
  resolvers: z.array(z.string()),
  /** The zone is signed, and every resolver that was asked validated the answer. */
  dnssec: z.literal(true).optional(),
})
const incidentShape = z.object({
  kind: z.string(),
  opened_at: z.iso.datetime(),
  closed_at: moment,
  outcome: z.string().nullable(),
})
const stepShape = z.object({ at: z.iso.datetime(), level, reason: z.string() })

export const timelineShape = z.object({
  level,
  /** The ways that work for this address, the easiest first. */
  methods: z.array(z.string()),
  proofs: z.array(proofShape),
  checks: z.array(pastCheckShape),
  steps: z.array(stepShape),
  incidents: z.array(incidentShape),
})

export function startedView(proof: Proof, publish: Publish): z.infer<typeof startedShape> {
  const { id, method, keep, token, expiresOn, codeUntil } = proof
  return { id, method, keep, token, publish, expires: expiresOn, code_until: said(codeUntil) }
}

/** `seen` holds only texts of our own form, and how many others there were. */
export function checkedView(checked: Extract<Checked, { kind: 'checked' }>): z.infer<typeof checkedShape> {
  const { finding, at, level, left, proof } = checked
  const { kind, where, expected, resolvers } = finding
  const seen = finding.kind === 'absent' ? [...finding.seen, ...counted(finding.others, proof.method)] : []
  const told = { where, expected, seen, resolvers: [...resolvers], at: at.toISOString(), level, checks_left: left }
  if (finding.kind === 'found') return { result: kind, ...(finding.dnssec ? { dnssec: true } : {}), ...told }
  return { result: kind, reason: finding.reason, ...told }
}

const counted = (others: number, method: string) =>
  others > 0 ? [`${others} other ${method === 'dns-txt' ? 'record' : 'text'}${others === 1 ? '' : 's'}`] : []
const said = (at: Date | null) => at?.toISOString() ?? null

export function timelineView(timeline: Timeline, terms: Terms): z.infer<typeof timelineShape> {
  const { now, proofs, checks, steps, incidents } = timeline
  return {
    level: now.level,
    methods: methodsFor(declaredIn(now), terms).map(({ name }) => name),
    proofs: proofs.map((proof) => ({
      id: proof.id,
      method: proof.method,
      keep: proof.keep,
      state: proof.state,
      token: proof.token,
      publish: methodNamed(proof.method)?.publish(declaredIn(now), proof, terms),
      expires: proof.expiresOn,
      code_until: said(proof.codeUntil),
      begun_at: proof.madeAt.toISOString(),
      found_at: said(proof.foundAt),
      last_found_at: said(proof.lastFoundAt),
      next_check_at: said(proof.nextCheckAt),
      misses: proof.misses,
      grace_until: said(proof.graceUntil),
      not_reconfirmed_since: said(proof.notReconfirmedSince),
    })),
    checks: checks.map(({ proof, how, result, reason, place, resolvers, dnssec, at }) => ({
      proof,
      at: at.toISOString(),
      how,
      result,
      ...(reason === null ? {} : { reason }),
      where: place,
      resolvers: [...resolvers],
      ...(dnssec ? { dnssec } : {}),
    })),
    steps: steps.map(({ level, reason, at }) => ({ at: at.toISOString(), level, reason })),
    incidents: incidents.map(({ kind, openedAt, closedAt, outcome }) => ({
      kind,
      opened_at: openedAt.toISOString(),
      closed_at: said(closedAt),
      outcome,
    })),
  }
}
