import QRCode from 'qrcode'
import { isId, type Tx, today } from '../../db/index.ts'
import {
  absences,
  addPerson,
  changeOffice,
  comeBack,
  exemptions,
  leave,
  noteAbsence,
  transfer,
} from '../../members/index.ts'
import { scopes } from '../../permissions/index.ts'
import { createToken, giveCodeAsOperator, inviteAsOperator, readWanted } from '../../sign-in/index.ts'
import { addUnit, closeUnit, idByCode, mergeUnits, moveUnit, renameUnit } from '../../units/index.ts'
import { onRegister } from '../on-register.ts'
import { type Asked, type Command, type Outcome, refused } from '../outcome.ts'

const text = { type: 'string' } as const

/** Whatever an act refuses is printed as it is; whatever it made is the result. */
type Act = (
  tx: Tx,
  asked: Asked,
  given: (name: string) => string,
) => Promise<{ readonly kind: string } & Record<string, unknown>>

export function operator(
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
      const list = await drawn(outcome.result as Record<string, unknown>)
      return { ...outcome, text: [outcome.text, list].filter(Boolean).join('\n') }
    },
  }
}

function outcomeOf({ kind, code, ...made }: { readonly kind: string } & Record<string, unknown>): Outcome {
  if (kind === 'refused') return refused(String(code), made)
  const shown = Object.entries(made)
    .filter(([, value]) => !Array.isArray(value)) // a list is drawn
    .map(([name, value]) => `${name}: ${value instanceof Date ? value.toISOString() : value}`)
  return { kind: 'done', result: made, text: shown.join('\n') }
}

const unitNotFound = { kind: 'refused', code: 'unit_not_found' } as const

/** One of two words, the first where nothing is said; another word is refused. */
function oneOf<const W extends string>(asked: Asked, name: string, words: readonly [W, ...W[]]): W | undefined {
  const said = asked.options[name]
  return said === undefined ? words[0] : words.find((word) => word === said)
}
const wordUnknown = (name: string) => ({ kind: 'refused', code: `${name}_unknown` }) as const

/** Does it to the unit with the code that was given. */
const toUnit =
  (
    act: (
      tx: Tx,
      id: string,
      asked: Asked,
      given: (name: string) => string,
    ) => Promise<{ readonly kind: string } & Record<string, unknown>>,
  ): Act =>
  async (tx, asked, given) => {
    const id = await idByCode(tx, given('code'))
    return id === undefined ? unitNotFound : act(tx, id, asked, given)
  }

/** An id that is none names nobody. */
const toPerson =
  (
    act: (
      tx: Tx,
      id: string,
      asked: Asked,
      given: (name: string) => string,
    ) => Promise<{ readonly kind: string } & Record<string, unknown>>,
  ): Act =>
  async (tx, asked, given) =>
    isId(given('person')) ? act(tx, given('person'), asked, given) : { kind: 'refused', code: 'person_not_found' }

export const optional = (asked: Asked, name: string) =>
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
  'unit rename': operator(
    '--code CODE [--name NAME] [--kind KIND]',
    'change the name or the kind of a unit',
    ['code'],
    ['name', 'kind'],
    toUnit((tx, id, asked) => renameUnit(tx, id, { name: optional(asked, 'name'), kind: optional(asked, 'kind') })),
  ),
  'unit move': operator(
    '--code CODE [--parent CODE] [--officers keep|end]',
    'hang a unit, with all that is below it, under another one; without --parent it becomes a root',
    ['code'],
    ['parent', 'officers'],
    toUnit(async (tx, id, asked) => {
      const officers = oneOf(asked, 'officers', ['keep', 'end'])
      return officers ? moveUnit(tx, id, { parent: optional(asked, 'parent'), officers }) : wordUnknown('officers')
    }),
  ),
  'unit merge': operator(
    '--code CODE --into CODE [--terms end|move]',
    'put people, units below and open work of a unit into another one, and close it',
    ['code', 'into'],
    ['terms'],
    toUnit(async (tx, id, asked, given) => {
      const terms = oneOf(asked, 'terms', ['end', 'move'])
      return terms ? mergeUnits(tx, id, { into: given('into'), terms }) : wordUnknown('terms')
    }),
  ),
  'unit close': operator(
    '--code CODE [--people-to CODE]',
    'close a unit; not while people are in it, or they go to another one',
    ['code'],
    ['people-to'],
    toUnit((tx, id, asked) => closeUnit(tx, id, { peopleTo: optional(asked, 'people-to') })),
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
  'person transfer': operator(
    '--person ID --unit CODE [--terms end|keep]',
    'put a person into another unit; terms over the unit they leave end, or are kept',
    ['person', 'unit'],
    ['terms'],
    toPerson(async (tx, id, asked, given) => {
      const terms = oneOf(asked, 'terms', ['end', 'keep'])
      return terms ? transfer(tx, id, { unit: given('unit'), terms }) : wordUnknown('terms')
    }),
  ),
  'person leave': operator(
    '--person ID',
    'write down that a person has left; nothing is erased, roles and keys end',
    ['person'],
    [],
    toPerson((tx, id) => leave(tx, id)),
  ),
  'person return': operator(
    '--person ID [--unit CODE]',
    'take a person who left in again, into the unit they were in or another one',
    ['person'],
    ['unit'],
    toPerson((tx, id, asked) => comeBack(tx, id, optional(asked, 'unit'))),
  ),
  'person office': operator(
    '--person ID [--office OFFICE]',
    'the office a person holds from now on; without --office none',
    ['person'],
    ['office'],
    toPerson((tx, id, asked) => changeOffice(tx, id, optional(asked, 'office') ?? '')),
  ),
  'person absence': operator(
    `--person ID --kind ${absences.join('|')} --until DAY [--from DAY] [--reason ${exemptions.join('|')}]`,
    'write down that a person is on leave, abroad or exempt, until when',
    ['person', 'kind', 'until'],
    ['from', 'reason'],
    toPerson(async (tx, id, asked, given) => {
      const kind = absences.find((known) => known === given('kind'))
      const reason = exemptions.find((known) => known === asked.options.reason)
      if (!kind || (asked.options.reason !== undefined && !reason)) return wordUnknown(kind ? 'reason' : 'kind')
      const days = { from: optional(asked, 'from'), until: given('until') }
      return noteAbsence(tx, id, { kind, reason, ...days }, today(asked.config.timeZone))
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
    `--person ID [--name NAME] [--scope ${scopes.join(',')}] [--days 7|30|90|365]`,
    'make an API token (without --scope for all that the person may, without --days for a year); it is shown once, and the person sees that it was made',
    ['person'],
    ['name', 'scope', 'days'],
    async (tx, asked, given) => {
      const wanted = readWanted({ scopes: optional(asked, 'scope'), days: optional(asked, 'days') })
      if (wanted.kind === 'refused') return wanted
      const { scopes: may, days } = wanted
      return createToken(tx, { person: given('person'), name: optional(asked, 'name'), scopes: may, days })
    },
  ),
} satisfies Record<string, Command>
