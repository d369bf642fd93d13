import type { FastifyInstance } from 'fastify'
import type { ZodError, ZodType } from 'zod'

export const bodyLimit = 64 * 1024

class Refused extends Error {
  readonly statusCode: number
  readonly refusal: string
  constructor(refusal: string, statusCode: number) {
    super(refusal)
    this.refusal = refusal
    this.statusCode = statusCode
  }
}

export { Refused }

const strict = new TextDecoder('utf-8', { fatal: true })

/** UTF-8 without a NUL, or a refusal: PostgreSQL text cannot hold a NUL, and a broken sequence is not what was typed. */
export function textOf(bytes: Buffer): string {
  try {
    const text = strict.decode(bytes)
    if (!text.includes('\0')) return text
  } catch {}
  throw new Refused('bad_request', 400)
}

export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit }, (_request, bytes, done) => {
    try {
      const text = textOf(bytes as Buffer)
      done(null, text === '' ? undefined : JSON.parse(text))
    } catch {
      done(new Refused('bad_request', 400))
    }
  })
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit },
    (_request, bytes, done) => {
      try {
        done(null, formOf(textOf(bytes as Buffer)))
      } catch {
        done(new Refused('bad_request', 400))
      }
    },
  )
}

/** A field sent several times (checkboxes) becomes a list. */
function formOf(text: string): Record<string, string | string[]> {
  const form: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(text)) {
    const before = form[name]
    if (before === undefined) form[name] = value
    else if (Array.isArray(before)) before.push(value)
    else form[name] = [before, value]
  }
  return form
}

export type Fields = readonly (readonly [name: string, value: string])[]

/** What a form had in it, field by field, to be sent once more; of anything else nothing. */
export function fieldsOf(body: unknown): Fields {
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([name, given]) =>
    [given].flat().flatMap((value) => (typeof value === 'string' ? [[name, value] as const] : [])),
  )
}

export type Read =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[] }
export type Problem = { readonly pointer: string; readonly code: string }

/** Checks a body against the shape its route states. JSON Pointer (RFC 6901) and a code for each part that does not fit. */
export function readAs(schema: ZodType | undefined, body: unknown): Read {
  if (!schema) return { ok: true, body: undefined }
  const fault = unreadable(body)
  if (fault) return { ok: false, problems: [{ pointer: '', code: fault }] }
  const read = schema.safeParse(body ?? {})
  return read.success ? { ok: true, body: read.data } : { ok: false, problems: problemsOf(read.error) }
}

const deepest = 32

/** What no shape of ours has, found before the shape is asked: PostgreSQL text cannot hold a NUL, and whoever reads a body that
 *  is nested thousands deep part by part runs out of stack. */
export function unreadable(part: unknown, depth = 0): 'nul_character' | 'nested_too_deep' | undefined {
  if (typeof part === 'string') return part.includes('\0') ? 'nul_character' : undefined
  if (typeof part !== 'object' || part === null) return undefined
  if (depth === deepest) return 'nested_too_deep'
  for (const [key, value] of Object.entries(part)) {
    const fault = unreadable(key) ?? unreadable(value, depth + 1)
    if (fault) return fault
  }
  return undefined
}

function problemsOf(error: ZodError): Problem[] {
  return error.issues.flatMap((issue) => {
    const at = issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ pointer: `${at}/${key}`, code: 'unknown_field' }))
    return [{ pointer: at, code: issue.code === 'invalid_type' ? 'wrong_type' : issue.code }]
  })
}
