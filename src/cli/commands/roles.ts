import { isId, today } from '../../db/index.ts'
import { roles } from '../../permissions/index.ts'
import { grantRole, lists, revokeRole, rolesSeen } from '../../roles/index.ts'
import { idByCode } from '../../units/index.ts'
import type { Asked, Command } from '../outcome.ts'
import { operator, optional } from './organisation.ts'

const calendar = ({ config: { timeZone } }: Asked) => ({ today: today(timeZone), timeZone })
const held = `--person ID --role ${roles.join('|')} [--unit CODE]`

/** Roles, from the machine itself. To agree to one is not among them: that takes a second person, at a page of their own. */
export const roleCommands = {
  'role grant': operator(
    `${held} [--from DAY] [--to DAY] [--break-glass REASON]`,
    'grant or propose a role, from its first to its last day',
    ['person', 'role'],
    ['unit', 'from', 'to', 'break-glass'],
    (tx, asked, given) =>
      grantRole(
        tx,
        {
          person: given('person'),
          role: given('role'),
          unit: optional(asked, 'unit'),
          from: optional(asked, 'from'),
          to: optional(asked, 'to'),
          breakGlass: optional(asked, 'break-glass'),
        },
        calendar(asked),
      ),
  ),
  'role end': operator(
    `${held} [--to DAY]`,
    'end a role now, or set its last day; what is open goes to the next officer',
    ['person', 'role'],
    ['unit', 'to'],
    async (tx, asked, given) =>
      isId(given('person'))
        ? revokeRole(
            tx,
            {
              person: given('person'),
              role: given('role'),
              unit: optional(asked, 'unit'),
              to: optional(asked, 'to'),
            },
            calendar(asked),
          )
        : { kind: 'refused', code: 'person_not_found' },
  ),
  'role list': operator(
    `[--unit CODE] [--show ${lists.join('|')}]`,
    'who holds which role, the newest 50; --show proposed or ended',
    [],
    ['unit', 'show'],
    async (tx, asked) => {
      const show = lists.find((known) => known === (asked.options.show ?? 'now'))
      if (!show) return { kind: 'refused', code: 'show_unknown' }
      const code = optional(asked, 'unit')
      const unit = code === undefined ? undefined : await idByCode(tx, code)
      if (code !== undefined && unit === undefined) return { kind: 'refused', code: 'unit_not_found' }
      const found = await rolesSeen(tx, show, 0, unit === undefined ? undefined : [unit])
      return { kind: 'listed', roles: found.map(({ proposed_by: _, ...line }) => line) }
    },
    async ({ roles: found }) =>
      (found as Awaited<ReturnType<typeof rolesSeen>>)
        .map(({ name, person, role, unit_code, state }) => [role, unit_code ?? '*', state, person, name].join('\t'))
        .join('\n'),
  ),
} satisfies Record<string, Command>
