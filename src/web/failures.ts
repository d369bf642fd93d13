import type { FastifyRequest } from 'fastify'
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

const isDatabaseAway = (error: { code?: string; message: string }) =>
  /^(ECONN|EPIPE|ETIMEDOUT|EHOST|57P0|53300|08)/.test(error.code ?? '') ||
  /timeout exceeded when trying to connect|Connection terminated|after calling end on the pool/.test(error.message)
