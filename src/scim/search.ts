import type { Answer, Asked } from './asked.ts'
import { wrong } from './refusal.ts'

/** The same question in a body (RFC 7644, 3.4.3), for who keeps names out of addresses. */
export const search =
  (list: (asked: Asked) => Promise<Answer>) =>
  (asked: Asked): Promise<Answer> => {
    const { body } = asked
    if (typeof body !== 'object' || body === null) throw wrong('invalidSyntax', 'The body is no JSON object.')
    const query = new URLSearchParams()
    for (const name of ['filter', 'startIndex', 'count', 'attributes', 'excludedAttributes']) {
      const value = (body as Record<string, unknown>)[name]
      if (value !== undefined && value !== null) query.set(name, Array.isArray(value) ? value.join(',') : String(value))
    }
    return list({ ...asked, query })
  }
