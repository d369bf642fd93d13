import { type ZodType, z } from 'zod'
import { anyone, scopeOf } from '../permissions/index.ts'
import { json } from './reply.ts'
import { type Room, type Route, room } from './room.ts'

/** The API as OpenAPI 3.1, read off the routes: what is described is what is served. */
export function openApi(rooms: readonly Room[], given: { readonly url: string; readonly version: string }): Room {
  return room('v1', (at) => [
    at.get('/v1/openapi.json', anyone, () =>
      json(documentOf(rooms, given), 200, { 'access-control-allow-origin': '*' }),
    ),
  ])
}

const problem = {
  description: 'Refused, as RFC 9457; `code` is stable',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['title', 'status', 'code'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
}

export function documentOf(
  rooms: readonly Room[],
  { url, version }: { readonly url: string; readonly version: string },
) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { name, routes } of rooms) {
    for (const route of routes.filter(({ path, about }) => path.startsWith('/v1/') && about)) {
      const path = route.path.replace(/:(\w+)/g, '{$1}')
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Chính Danh',
      version,
      description: 'A register of accounts: declare, prove, ask. It registers accounts, never opinions.',
    },
    servers: [{ url }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths,
  }
}

function operationOf(name: string, route: Route) {
  const answers = Object.entries(route.about?.answers ?? {}).map(([status, { description, schema }]) => [
    status,
    { description, ...(schema ? { content: { 'application/json': { schema: schemaOf(schema, 'output') } } } : {}) },
  ])
  const parameters = [...inPath(route.path), ...inQuery(route.about?.query)]
  return {
    tags: [name],
    summary: route.about?.summary,
    security: route.rule === anyone ? [] : [{ token: [scopeOf(name, route)].filter(Boolean) }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }
      : {}),
    responses: { ...Object.fromEntries(answers), default: problem },
  }
}

const inPath = (path: string) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'id' ? { type: 'string', format: 'uuid' } : { type: 'string' },
  }))

function inQuery(query: ZodType | undefined) {
  const schema = query
    ? (schemaOf(query, 'input') as { properties?: Record<string, unknown>; required?: string[] })
    : {}
  return Object.entries(schema.properties ?? {}).map(([name, shape]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: shape,
  }))
}

const schemaOf = (schema: ZodType, io: 'input' | 'output') => z.toJSONSchema(schema, { io, unrepresentable: 'any' })
