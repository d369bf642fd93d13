import { createScimToken, revokeScimToken, scimTokens } from '../../scim/index.ts'
import type { Command } from '../outcome.ts'
import { operator, optional } from './organisation.ts'

export const scimCommands = {
  'scim token create': operator(
    '--name NAME --unit CODE [--days N]',
    'make a token for a directory (SCIM) that provisions this unit and all below; shown once',
    ['name', 'unit'],
    ['days'],
    (tx, asked, given) =>
      createScimToken(tx, { name: given('name'), unit: given('unit'), days: Number(optional(asked, 'days') ?? 365) }),
  ),
  'scim token list': operator(
    '',
    'tokens of directories, with their last use',
    [],
    [],
    scimTokens,
    async ({ tokens }) =>
      (tokens as Awaited<ReturnType<typeof scimTokens>>['tokens'])
        .map(({ id, name, unit, expires_at, used_at, revoked_at }) => {
          const state = revoked_at ? `revoked ${revoked_at.toISOString()}` : `until ${expires_at.toISOString()}`
          return `${id} ${name} (${unit}), ${state}, last used ${used_at?.toISOString() ?? 'never'}`
        })
        .join('\n'),
  ),
  'scim token revoke': operator('--id ID', 'end a token of a directory', ['id'], [], (tx, _asked, given) =>
    revokeScimToken(tx, given('id')),
  ),
} satisfies Record<string, Command>
