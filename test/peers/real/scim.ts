import SCIMMY from 'scimmy'

const { ErrorResponse, ListResponse, PatchOp, SearchRequest } = SCIMMY.Messages
const { EnterpriseUser, Group, User } = SCIMMY.Schemas
User.extend(EnterpriseUser as never) // its own types ask for an instance, its documentation for this

type Read<R> = { readonly resource: R; readonly etag: string | null }
type Operation = { readonly op: 'add' | 'remove' | 'replace'; readonly path?: string; readonly value?: unknown }

/** A directory that speaks SCIM by the rules of SCIMMY, which is not ours: it makes the requests and reads the answers, resources by its
 *  schemas, and throws its own error with status and scimType. What carries the bytes is fetch. */
export function scimClient(origin: string, token: string) {
  async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/scim+json',
        'content-type': 'application/scim+json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const said = text === '' ? undefined : JSON.parse(text)
    if (!response.ok) throw new ErrorResponse(said)
    return { said, etag: response.headers.get('etag') }
  }
  const typed = <R extends object>(Schema: new (data: object, direction: string) => R, folder: string) => {
    const read = ({ said, etag }: Awaited<ReturnType<typeof ask>>): Read<R> => ({
      resource: new Schema(said, 'out'),
      etag,
    })
    return {
      create: async (data: object) => read(await ask('POST', folder, new Schema(data, 'in'))),
      get: async (id: string) => read(await ask('GET', `${folder}/${id}`)),
      replace: async (id: string, data: object, headers?: Record<string, string>) =>
        read(await ask('PUT', `${folder}/${id}`, new Schema(data, 'in'), headers)),
      patch: async (id: string, ...Operations: readonly Operation[]) =>
        read(await ask('PATCH', `${folder}/${id}`, patchOf(Operations))),
      remove: (id: string) => ask('DELETE', `${folder}/${id}`),
      async search(request: { readonly filter?: string; readonly startIndex?: number; readonly count?: number }) {
        const { said } = await ask('POST', `${folder}/.search`, new SearchRequest().prepare(request))
        const list = new ListResponse(said)
        return { ...list, Resources: list.Resources.map((one: object) => new Schema(one, 'out')) }
      },
    }
  }
  return {
    users: typed(User, '/Users'),
    groups: typed(Group, '/Groups'),
    config: async () =>
      new SCIMMY.Schemas.ServiceProviderConfig((await ask('GET', '/ServiceProviderConfig')).said, origin),
    types: async () =>
      new ListResponse((await ask('GET', '/ResourceTypes')).said).Resources.map(
        (one: object) => new SCIMMY.Schemas.ResourceType(one, origin),
      ),
  }
}

const patchOf = (Operations: readonly Operation[]) =>
  new PatchOp({ schemas: [PatchOp.id], Operations: [...Operations] })

/** What SCIMMY makes of the same operations on what it read: the two have to agree. */
export const patched = (resource: object, ...Operations: readonly Operation[]) =>
  patchOf(Operations).apply(resource as never) as Promise<object>

export const ScimError = SCIMMY.Types.Error
