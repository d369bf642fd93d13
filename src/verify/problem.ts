import { json, type Reply } from '../web/index.ts'

/** Any page may read the answers of this room, its refusals included. */
export const openToAll = { 'access-control-allow-origin': '*' }

export type Problem = {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail?: string
}

/** problem+json (RFC 9457) that other sites' scripts can read too; the house's own refusals carry no such header. */
export function problem({ status, code, title, detail }: Problem, headers: Record<string, string> = {}): Reply {
  const body = { type: 'about:blank', title, status, code, ...(detail === undefined ? {} : { detail }) }
  return json(body, status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...openToAll,
    ...headers,
  })
}
