const core = 'urn:ietf:params:scim:schemas:core:2.0'
const messages = 'urn:ietf:params:scim:api:messages:2.0'

export const urns = {
  user: `${core}:User`,
  group: `${core}:Group`,
  enterprise: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  /** Ours: code, unit above and kind. In the shape that Entra ID asks of attributes of one's own. */
  unit: 'urn:ietf:params:scim:schemas:extension:chinhdanh:2.0:Group',
  config: `${core}:ServiceProviderConfig`,
  type: `${core}:ResourceType`,
  schema: `${core}:Schema`,
  list: `${messages}:ListResponse`,
  patch: `${messages}:PatchOp`,
  search: `${messages}:SearchRequest`,
} as const
