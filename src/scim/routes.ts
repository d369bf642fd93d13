import type { Answer, Asked } from './asked.ts'
import { config, resourceType, resourceTypes, schema, schemas } from './discovery.ts'
import { createGroup, deleteGroup, getGroup, listGroups, patchGroup, replaceGroup } from './groups.ts'
import { notThere } from './refusal.ts'
import { search } from './search.ts'
import { createUser, deleteUser, getUser, listUsers, patchUser, replaceUser } from './users.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Act = (asked: Asked) => Answer | Promise<Answer>

/** Every address of SCIM. All of them ask for the token of a directory first. */
export const routes: readonly (readonly [Method, string, Act])[] = [
  ['GET', '/scim/v2/Users', listUsers],
  ['POST', '/scim/v2/Users', createUser],
  ['POST', '/scim/v2/Users/.search', search(listUsers)],
  ['GET', '/scim/v2/Users/:id', getUser],
  ['PUT', '/scim/v2/Users/:id', replaceUser],
  ['PATCH', '/scim/v2/Users/:id', patchUser],
  ['DELETE', '/scim/v2/Users/:id', deleteUser],
  ['GET', '/scim/v2/Groups', listGroups],
  ['POST', '/scim/v2/Groups', createGroup],
  ['POST', '/scim/v2/Groups/.search', search(listGroups)],
  ['GET', '/scim/v2/Groups/:id', getGroup],
  ['PUT', '/scim/v2/Groups/:id', replaceGroup],
  ['PATCH', '/scim/v2/Groups/:id', patchGroup],
  ['DELETE', '/scim/v2/Groups/:id', deleteGroup],
  ['GET', '/scim/v2/ServiceProviderConfig', config],
  ['GET', '/scim/v2/ResourceTypes', resourceTypes],
  ['GET', '/scim/v2/ResourceTypes/:name', (asked) => resourceType(asked)],
  ['GET', '/scim/v2/Schemas', schemas],
  ['GET', '/scim/v2/Schemas/:name', (asked) => schema(asked)],
]

export const nothing: Act = () => {
  throw notThere()
}
