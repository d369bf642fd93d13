import type { FastifyServerOptions } from 'fastify'

/** Structured logs that never hold an address, a name or a token: the route's pattern instead of the URL, a code instead of a message. */
export const logger: FastifyServerOptions['logger'] = {
  level: 'info',
  stream: process.stderr,
  base: undefined,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  serializers: {
    req: (request) => ({ method: request.method, route: request.routeOptions?.url ?? 'none' }),
    res: (reply) => ({ status: reply.statusCode }),
    err: (error) => ({
      type: error.name,
      code: (error as { code?: string }).code,
      at: ownFrames(error.stack),
      message: '',
      stack: '',
    }),
  },
}

/** Where in our code, never what the message says: a message may quote what a person typed. */
const ownFrames = (stack = '') =>
  stack
    .split('\n')
    .filter((line) => line.includes('    at '))
    .slice(0, 6)
    .map((line) => line.trim())
