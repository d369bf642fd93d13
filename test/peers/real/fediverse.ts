import type { IncomingMessage, RequestListener } from 'node:http'
import { createFederation, MemoryKvStore } from '@fedify/fedify'
import { Organization, Person, PropertyValue } from '@fedify/vocab'

/** An account of the server; `summary` and the values of `fields` are HTML, as people's servers write them. */
export type Resident = {
  readonly summary?: string
  readonly fields?: readonly (readonly [name: string, value: string])[]
  readonly organization?: boolean
}
export type Residents = Map<string, Resident>

/** A real ActivityPub server, to be put behind a host that answers by TLS. With `handleHost` its accounts go by another host than the
 *  one where it runs. The residents may change while it runs. */
export function fediverse(host: string, residents: Residents, handleHost = host): RequestListener {
  const federation = createFederation<void>({
    kv: new MemoryKvStore(),
    allowPrivateAddress: true,
    origin: { webOrigin: `https://${host}`, handleHost },
  })
  federation
    .setActorDispatcher('/users/{identifier}', (context, identifier) => {
      const resident = residents.get(identifier)
      if (!resident) return null
      const { summary, fields = [], organization } = resident
      const attachments = fields.map(([name, value]) => new PropertyValue({ name, value }))
      const Actor = organization ? Organization : Person
      return new Actor({
        id: context.getActorUri(identifier),
        preferredUsername: identifier,
        name: identifier,
        inbox: context.getInboxUri(identifier),
        summary,
        attachments,
      })
    })
    .mapHandle((_, name) => [...residents.keys()].find((key) => key.toLowerCase() === name.toLowerCase()) ?? null)
  federation.setInboxListeners('/users/{identifier}/inbox')
  return (request, response) => {
    federation
      .fetch(asked(request, host), { contextData: undefined })
      .then(async (answer) => {
        response.writeHead(answer.status, Object.fromEntries(answer.headers))
        response.end(Buffer.from(await answer.arrayBuffer()))
      })
      .catch((error) => response.writeHead(500).end(String(error)))
  }
}

function asked({ url = '/', method, headers }: IncomingMessage, host: string): Request {
  const list = Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one]))
  return new Request(new URL(url, `https://${host}`), { method, headers: list as [string, string][] })
}
