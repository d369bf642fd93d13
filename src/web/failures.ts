import type { FastifyRequest } from 'fastify'
import { isDatabaseAway } from '../db/index.ts'
import { type Reply, refuse } from './reply.ts'

/** What an engineer must mend is logged once, here, by type and place; the person gets a page that says so. */
export function refusalOf(
  error: Error & { statusCode?: number; code?: string; refusal?: string },
  request: FastifyRequest,
): Reply {
  if (error.refusal) return refuse(error.refusal)
  if (error.statusCode === 413) return refuse('body_too_large')
  if (error.statusCode === 415) return refuse('unsupported_type')
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return refuse('bad_request')
  request.log.error({ err: error }, 'failed')
  return refuse(isDatabaseAway(error) ? 'busy' : 'failed')
}
