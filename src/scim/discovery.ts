import { type Answer, type Asked, mostAtOnce } from './asked.ts'
import { notThere, Refusal } from './refusal.ts'
import { urns } from './urns.ts'

/** What this provider can (RFC 7643, 5 to 7). What is not kept here is not described here. */
export const config = ({ base }: Asked): Answer => ({
  status: 200,
  body: {
    schemas: [urns.config],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: mostAtOnce },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: true },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: 'A token made by the operator with: bin/chinhdanh scim token create',
        specUri: 'https://www.rfc-editor.org/rfc/rfc6750',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
  },
})

const types = (base: string) => [
  typeOf(base, 'User', '/Users', 'A person of the register', urns.user, urns.enterprise),
  typeOf(base, 'Group', '/Groups', 'A unit; its members are the people in it', urns.group, urns.unit),
]

const typeOf = (base: string, name: string, endpoint: string, description: string, schema: string, more: string) => ({
  schemas: [urns.type],
  id: name,
  name,
  endpoint,
  description,
  schema,
  schemaExtensions: [{ schema: more, required: false }],
  meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${name}` },
})

export const resourceTypes = (asked: Asked) => all(asked, types(asked.base))
export const resourceType = (asked: Asked) => oneOf(types(asked.base), asked.id)
export const schemas = (asked: Asked) => all(asked, described(asked.base))
export const schema = (asked: Asked) => oneOf(described(asked.base), asked.id)

function all({ query }: Asked, Resources: readonly unknown[]): Answer {
  if (query.has('filter')) throw new Refusal(403, undefined, 'What this provider can is not filtered.')
  const { length } = Resources
  return {
    status: 200,
    body: { schemas: [urns.list], totalResults: length, startIndex: 1, itemsPerPage: length, Resources },
  }
}

function oneOf(known: readonly { readonly id: string }[], id: string): Answer {
  const body = known.find((one) => one.id.toLowerCase() === id.toLowerCase())
  if (!body) throw notThere()
  return { status: 200, body }
}

type More = Readonly<Record<string, unknown>>
const attribute = (name: string, description: string, more: More = {}) => ({
  name,
  type: 'string',
  multiValued: false,
  description,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...more,
})

/** Where the other resource is. */
const reference = (description: string, type: 'User' | 'Group', mutability: 'readOnly' | 'immutable') =>
  attribute('$ref', description, { type: 'reference', referenceTypes: [type], mutability, caseExact: true })

const described = (base: string) =>
  [
    {
      id: urns.user,
      name: 'User',
      description: 'A person of the register',
      attributes: [
        attribute('userName', 'What the directory calls the person', { required: true, uniqueness: 'server' }),
        attribute('displayName', 'Name of the person, as they write it'),
        attribute('name', 'The parts of the name', {
          type: 'complex',
          subAttributes: [
            attribute('formatted', 'The whole name; displayName comes before it'),
            attribute('familyName', 'Family name'),
            attribute('givenName', 'Given name'),
          ],
        }),
        attribute('title', 'Office that the person holds'),
        attribute('active', 'Whether the person is in the organisation; false means that they left', {
          type: 'boolean',
        }),
        attribute('groups', 'The unit the person is in', {
          type: 'complex',
          multiValued: true,
          mutability: 'readOnly',
          subAttributes: [
            attribute('value', 'Id of the unit', { mutability: 'readOnly', caseExact: true }),
            reference('Address of the unit', 'Group', 'readOnly'),
            attribute('display', 'Name of the unit', { mutability: 'readOnly' }),
            attribute('type', 'direct', { mutability: 'readOnly', canonicalValues: ['direct'] }),
          ],
        }),
      ],
    },
    {
      id: urns.enterprise,
      name: 'EnterpriseUser',
      description: 'What an organisation adds',
      attributes: [attribute('employeeNumber', 'The organisation’s own number of the person')],
    },
    {
      id: urns.group,
      name: 'Group',
      description: 'A unit of the organisation',
      attributes: [
        attribute('displayName', 'Name of the unit', { required: true }),
        attribute('members', 'The people in the unit; a person is in one unit', {
          type: 'complex',
          multiValued: true,
          subAttributes: [
            attribute('value', 'Id of the person', { mutability: 'immutable', caseExact: true }),
            reference('Address of the person', 'User', 'immutable'),
            attribute('display', 'Name of the person', { mutability: 'readOnly' }),
            attribute('type', 'User', { mutability: 'immutable', canonicalValues: ['User'] }),
          ],
        }),
      ],
    },
    {
      id: urns.unit,
      name: 'Unit',
      description: 'What makes a group a unit of the register',
      attributes: [
        attribute('code', 'The organisation’s own code of the unit', { mutability: 'immutable', uniqueness: 'server' }),
        attribute('parent', 'Code (or id) of the unit above'),
        attribute('kind', 'Kind of unit'),
      ],
    },
  ].map((one) => ({
    schemas: [urns.schema],
    ...one,
    meta: { resourceType: 'Schema', location: `${base}/Schemas/${one.id}` },
  }))
