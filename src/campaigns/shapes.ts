import { z } from 'zod'
import { states } from './rules.ts'
import {
  type Campaign,
  type Cell,
  daysChoices,
  type Part,
  type Person,
  parts,
  tasks,
  type Wanted,
  whoms,
} from './store.ts'

export const choices = {
  steps: [1, 2, 3],
  gap_days: [3, 7, 14],
  wave_minutes: [15, 30, 60],
  from_hour: [7, 8, 9],
  until_hour: [17, 18, 20],
} as const

const field = (most = 20) => z.string().max(most).default('')
export const newForm = z.object({
  ...{ id: field(40), unit: field(200), task: field(), whom: field(), guidance: field(40) },
  ...{ steps: field(), gap_days: field(), per_wave: field(), wave_minutes: field(), per_day: field() },
  ...{ from_hour: field(), until_hour: field(), days: field() },
})
export type Typed = z.infer<typeof newForm>
export const blank: Typed = {
  ...{ id: '', unit: '', task: 'attest', whom: 'both', guidance: '', steps: '2', gap_days: '7' },
  ...{ per_wave: '100', wave_minutes: '30', per_day: '1000', from_hour: '8', until_hour: '20', days: 'working' },
}

const among = <T extends string>(these: readonly T[], typed: string, first: T): T =>
  these.includes(typed as T) ? (typed as T) : first
const oneOf = (these: readonly number[], typed: string): number =>
  these.includes(Number(typed)) ? Number(typed) : (these[1] as number)
const whole = (typed: string, most: number): number | undefined => {
  const n = /^\d{1,7}$/.test(typed.trim()) ? Number(typed) : 0
  return n >= 1 && n <= most ? n : undefined
}

/** What was chosen, or the field that holds no number of its range. */
export function readTyped(typed: Typed): Wanted | 'per_wave' | 'per_day' {
  const [per_wave, per_day] = [whole(typed.per_wave, 10_000), whole(typed.per_day, 500_000)]
  if (per_wave === undefined) return 'per_wave'
  if (per_day === undefined) return 'per_day'
  return {
    task: among(tasks, typed.task, 'attest'),
    whom: among(whoms, typed.whom, 'both'),
    guidance: z.uuid().safeParse(typed.guidance).data ?? null,
    ...{ steps: oneOf(choices.steps, typed.steps), gap_days: oneOf(choices.gap_days, typed.gap_days) },
    ...{ per_wave, wave_minutes: oneOf(choices.wave_minutes, typed.wave_minutes), per_day },
    from_hour: oneOf(choices.from_hour, typed.from_hour),
    until_hour: oneOf(choices.until_hour, typed.until_hour),
    days: among(daysChoices, typed.days, 'working'),
  }
}

export const prepareBody = z.strictObject({
  unit: z.string().max(200).describe('Code: the people of this unit and of all below'),
  task: z.enum(tasks).describe('To attest, or to read a text'),
  whom: z.enum(whoms).default('both').describe('Of those who attest: whose list is open, whose date has gone by'),
  guidance: z.uuid().nullable().default(null).describe('Which text to read'),
  steps: z.int().min(1).max(3).default(2).describe('How often one person is told at most'),
  gap_days: z.int().min(3).max(30).default(7).describe('Days between two times'),
  per_wave: z.int().min(1).max(10_000).default(100),
  wave_minutes: z.int().min(5).max(1_440).default(30),
  per_day: z.int().min(1).max(500_000).default(1_000),
  from_hour: z.int().min(6).max(12).default(8).describe('Quiet before; in the zone of the register'),
  until_hour: z.int().min(13).max(21).default(20).describe('Quiet from then on'),
  days: z.enum(daysChoices).default('working').describe('Holidays are quiet in both'),
})

const when = z.iso.datetime()
const figure = z.int().nullable().describe('null where it would tell of fewer than five')
export const campaignShape = z.object({
  id: z.uuid(),
  unit: z.string().describe('Code'),
  task: z.enum(tasks),
  whom: z.enum(whoms),
  guidance: z.uuid().nullable(),
  state: z.enum(states),
  pace: z.object({
    ...{ steps: z.int(), gap_days: z.int(), per_wave: z.int(), wave_minutes: z.int(), per_day: z.int() },
    ...{ from_hour: z.int(), until_hour: z.int(), days: z.enum(daysChoices) },
  }),
  made_at: when,
  started_at: when.nullable(),
  ended_at: when.nullable(),
  counted_at: when.nullable().describe('null while the register counts'),
  ...{ asked: z.int(), told: z.int().describe('Times'), spared: z.int().describe('Times that nobody had to be told') },
})
export const campaignsShape = z.object({ campaigns: z.array(campaignShape) })
export const wholeShape = campaignShape.extend({
  parts: z
    .array(z.object({ part: z.enum(parts), n: figure }))
    .describe('Everybody in what it is over, each once: asked, or why not'),
})
export const figuresShape = z.object({
  cells: z.array(
    z.object({
      part: z
        .enum(['whole', 'here', 'below'])
        .describe('The unit with all beneath, its own people, or one right below'),
      unit: z.string().describe('Code'),
      name: z.string(),
      ...{ persons: figure, asked: figure, told: figure, done: figure },
    }),
  ),
})
export const peopleShape = z.object({
  persons: z.array(
    z.object({
      person: z.uuid(),
      name: z.string(),
      office: z.string().nullable(),
      told: z.int(),
      told_at: when.nullable(),
      now: z.enum(['asked', 'done', 'away', 'not_asked', 'not_chosen']),
    }),
  ),
  next: z.int().nullable(),
})
export const unitQuery = z.object({ unit: z.string().describe('Code of the unit'), from: z.string().optional() })

const iso = (at: Date | null) => at?.toISOString() ?? null
export const campaignView = (one: Campaign): z.infer<typeof campaignShape> => ({
  ...{ id: one.id, unit: one.unit_code, task: one.task, whom: one.whom, guidance: one.guidance, state: one.state },
  pace: {
    ...{ steps: one.steps, gap_days: one.gap_days, per_wave: one.per_wave, wave_minutes: one.wave_minutes },
    ...{ per_day: one.per_day, from_hour: one.from_hour, until_hour: one.until_hour, days: one.days },
  },
  made_at: one.made_at.toISOString(),
  ...{ started_at: iso(one.started_at), ended_at: iso(one.ended_at), counted_at: iso(one.counted_at) },
  ...{ asked: one.asked, told: one.told, spared: one.spared },
})
export const wholeView = (one: Campaign, counted: readonly Part[]): z.infer<typeof wholeShape> => ({
  ...campaignView(one),
  parts: counted.map(({ part, n }) => ({ part, n })),
})
export const cellView = ({ part, code, name, persons, asked, reached, followed }: Cell) => ({
  ...{ part, unit: code, name, persons, asked, told: reached, done: followed },
})
export const personView = ({ person, name, office, told, told_at, stands }: Person) => ({
  ...{ person, name, office, told, told_at: iso(told_at), now: stands },
})
