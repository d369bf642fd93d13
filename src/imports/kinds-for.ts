import { type Actor, anyAdministrator, anyOfficer, may } from '../permissions/index.ts'
import type { Kind } from './reading/index.ts'
import { kinds } from './shapes.ts'

/** What this actor may bring: administrators units and people of what is theirs, officers people and accounts of the unit they keep. */
export function kindsFor(actor: Actor): readonly Kind[] {
  const [administers, keeps] = [may(actor, anyAdministrator), may(actor, anyOfficer)]
  return kinds.filter((kind) => (kind === 'units' ? administers : kind === 'accounts' ? keeps : administers || keeps))
}
