import type { z } from 'zod'
import type { Got, Response } from '../../../net/index.ts'
import { whySilent } from '../../../net/index.ts'
import { couldNotTell, missing } from '../fetched.ts'
import { type NotRead, noAccount, unreadable, type Where } from './reader.ts'

/** Of an answer only what its shape names is taken; a longer one, or one of another form, is not read. */
export type Read<T> = ({ readonly kind: 'read'; readonly value: T } | NotRead) & Where

export const limits = { maxBytes: 256 * 1024, timeoutMs: 8_000 } as const

const longest = 300

/** `isTyped` says which content types count. */
export function readJson<T>(got: Got, shape: z.ZodType<T>, isTyped: (type: string) => boolean = isJson): Read<T> {
  const where: Where = {
    where: (got.kind === 'response' ? got.url : got.where).slice(0, longest),
    resolvers: got.resolvers,
  }
  if (got.kind !== 'response') return { ...where, ...withoutAnswer(got) }
  if (got.status !== 200) return { ...where, ...withoutJson(got.status) }
  const parsed = isTyped(got.contentType) ? shape.safeParse(jsonOf(got)) : undefined
  return parsed?.success ? { ...where, kind: 'read', value: parsed.data } : { ...where, ...unreadable }
}

/** Goes on with what was read, and keeps where that was. */
export function judged<T, Verdict>(read: Read<T>, judge: (value: T) => Verdict): (Verdict | NotRead) & Where {
  if (read.kind !== 'read') return read
  return { where: read.where, resolvers: read.resolvers, ...judge(read.value) }
}

const isJson = (type: string) => /^application\/([a-z.+-]+\+)?json\b/.test(type)

function withoutAnswer(got: Exclude<Got, Response>): NotRead {
  if (got.kind === 'absent') return { kind: 'absent', reason: got.why }
  return got.why === 'too_large' ? unreadable : { kind: 'unreachable', reason: whySilent(got) }
}

function withoutJson(status: number): NotRead {
  if (missing.has(status)) return noAccount
  const reason = couldNotTell(status)
  return reason ? { kind: 'unreachable', reason } : unreadable
}

function jsonOf({ body }: Response): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}
