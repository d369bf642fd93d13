import { createScimToken, revokeScimToken, scimTokens } from '../../scim/index.ts'
import { onRegister } from '../on-register.ts'
import type { Command } from '../outcome.ts'
import { operator, optional } from './organisation.ts'

type Token = Awaited<ReturnType<typeof scimTokens>>['tokens'][number]

function lineOf({ id, name, unit, expires_at, used_at, revoked_at }: Token): string {
  const state = revoked_at ? `revoked ${revoked_at.toISOString()}` : `until ${expires_at.toISOString()}`
  return `${id} ${name} (${unit}), ${state}, last used ${used_at?.toISOString() ?? 'never'}`
}

export const scimCommands = {
  'scim token create': operator(
    '--name NAME --unit CODE [--days N]',
    'make a token for a directory (SCIM) that provisions this unit and all below; shown once',
    ['name', 'unit'],
    ['days'],
    (tx, asked, given) =>
      createScimToken(tx, { name: given('name'), unit: given('unit'), days: Number(optional(asked, 'days') ?? 365) }),
  ),
  'scim token list': {
    usage: '',
    summary: 'tokens of directories, with their last use',
    options: {},
    run: (asked) =>
      onRegister(asked, async (db) => {
        const { tokens } = await db.under('operator', scimTokens)
        return { kind: 'done', result: { tokens }, text: tokens.map(lineOf).join('\n') }
      }),
  } as Command,
  'scim token revoke': operator('--id ID', 'end a token of a directory', ['id'], [], (tx, _asked, given) =>
    revokeScimToken(tx, given('id')),
  ),
} satisfies Record<string, Command>
