import QRCode from 'qrcode'
import type { Tx } from '../../db/index.ts'
import { addPerson } from '../../members/index.ts'
import { roles } from '../../permissions/index.ts'
import { grantRole } from '../../roles/index.ts'
import { createToken, giveCodeAsOperator, inviteAsOperator } from '../../sign-in/index.ts'
import { addUnit } from '../../units/index.ts'
import { onRegister } from '../on-register.ts'
import { type Asked, type Command, type Outcome, refused } from '../outcome.ts'

const text = { type: 'string' } as const

/** Whatever an act refuses is printed as it is; whatever it made is the result. */
type Act = (
  tx: Tx,
  asked: Asked,
  given: (name: string) => string,
) => Promise<{ readonly kind: string } & Record<string, unknown>>

function operator(
  usage: string,
  summary: string,
  required: readonly string[],
  optional: readonly string[],
  act: Act,
  drawn?: (made: Readonly<Record<string, unknown>>) => Promise<string>,
): Command {
  const options = Object.fromEntries([...required, ...optional].map((name) => [name, text]))
  return {
    usage,
    summary,
    options,
    async run(asked) {
      const missing = required.filter((name) => !asked.options[name])
      if (missing.length > 0)
        return { kind: 'wrong_use', text: `Missing: ${missing.map((name) => `--${name}`).join(' ')}\nUsage: ${usage}` }
      const given = (name: string) => String(asked.options[name])
      const outcome = await onRegister(asked, (db) =>
        db.under('operator', async (tx) => outcomeOf(await act(tx, asked, given))),
      )
      if (outcome.kind !== 'done' || asked.json || !drawn) return outcome
      return { ...outcome, text: `${outcome.text}\n${await drawn(outcome.result as Record<string, unknown>)}` }
    },
  }
}

function outcomeOf({ kind, code, ...made }: { readonly kind: string } & Record<string, unknown>): Outcome {
  if (kind === 'refused') return refused(String(code), made)
  const shown = Object.entries(made).map(
    ([name, value]) => `${name}: ${value instanceof Date ? value.toISOString() : value}`,
  )
  return { kind: 'done', result: made, text: shown.join('\n') }
}

const optional = (asked: Asked, name: string) =>
  asked.options[name] === undefined ? undefined : String(asked.options[name])

export const organisationCommands = {
  'unit add': operator(
    '--code CODE --name NAME [--parent CODE] [--kind KIND]',
    'add a unit',
    ['code', 'name'],
    ['parent', 'kind'],
    (tx, asked, given) =>
      addUnit(tx, {
        code: given('code'),
        name: given('name'),
        parent: optional(asked, 'parent'),
        kind: optional(asked, 'kind'),
      }),
  ),
  'person add': operator(
    '--unit CODE --name NAME [--ref REF] [--office OFFICE]',
    'add a person to a unit',
    ['unit', 'name'],
    ['ref', 'office'],
    (tx, asked, given) =>
      addPerson(tx, {
        unit: given('unit'),
        name: given('name'),
        ref: optional(asked, 'ref'),
        office: optional(asked, 'office'),
      }),
  ),
  'role grant': operator(
    `--person ID --role ${roles.join('|')} [--unit CODE] [--break-glass REASON]`,
    'grant or propose a role',
    ['person', 'role'],
    ['unit', 'break-glass'],
    (tx, asked, given) =>
      grantRole(tx, {
        person: given('person'),
        role: given('role'),
        unit: optional(asked, 'unit'),
        breakGlass: optional(asked, 'break-glass'),
      }),
  ),
  invite: operator(
    '--person ID',
    'make an invitation: a link for one use within 7 days; the person sees that it was made',
    ['person'],
    [],
    (tx, asked, given) => inviteAsOperator(tx, { person: given('person'), url: asked.config.url }),
    ({ link }) => QRCode.toString(String(link), { type: 'utf8' }),
  ),
  'code give': operator(
    '--person ID',
    'give a one-use sign-in code for 15 minutes; the person sees that it was given',
    ['person'],
    [],
    (tx, _asked, given) => giveCodeAsOperator(tx, { person: given('person') }),
  ),
  'token create': operator(
    '--person ID [--name NAME]',
    'make an API token; it is shown once, and the person sees that it was made',
    ['person'],
    ['name'],
    (tx, asked, given) => createToken(tx, { person: given('person'), name: optional(asked, 'name') }),
  ),
} satisfies Record<string, Command>
