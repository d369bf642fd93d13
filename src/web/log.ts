import type { FastifyServerOptions } from 'fastify'

export type LogStream = { write(line: string): void }

/** Structured logs that never hold an address, a name or a token: the route's pattern instead of the URL, a code instead of a message. */
export const loggerTo = (stream: LogStream = process.stderr): FastifyServerOptions['logger'] => ({
  level: 'info',
  stream,
  base: undefined,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  serializers: {
    req: (request) => ({ method: request.method, route: request.routeOptions?.url ?? 'none' }),
    res: (reply) => ({ status: reply.statusCode }),
    err: (error) => ({
      type: error.name,
      code: (error as { code?: string }).code,
      at: framesOf(error),
      message: '',
      stack: '',
    }),
  },
})

/** Where it happened, our own code before that of others, never what the message says: a message may quote what a person typed, over
 *  several lines and in the shape of a place. */
function framesOf({ stack = '', message = '' }: Error): string[] {
  const begun = message === '' ? 0 : stack.indexOf(message)
  const frames = (begun < 0 ? '' : stack.slice(begun + message.length))
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .map((line) => line.trim())
  const own = frames.filter((frame) => !/node_modules|node:/.test(frame))
  return (own.length > 0 ? own : frames).slice(0, 6)
}
