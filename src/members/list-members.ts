import { type Channel, openRoll } from '../access-record/index.ts'
import type { Tx } from '../db/index.ts'
import { type KeptUnit, keptUnit, keptUnits } from '../units/index.ts'
import { linesOf, type RollLine, type StateCount, statesOf } from './store.ts'

export const pageLength = 200

export type Listed =
  | {
      readonly kind: 'listed'
      readonly unit: KeptUnit
      /** Units right below without an officer of their own: their rolls are listed one by one. */
      readonly below: readonly KeptUnit[]
      readonly lines: readonly RollLine[]
      readonly from: number
      /** How many are in each state of the attestation. */
      readonly states: readonly StateCount[]
      /** Only those in this state are listed. */
      readonly state?: string
      /** How many the whole list has. */
      readonly persons: number
    }
  | { readonly kind: 'not_found' }

/** The roll of one unit: names, offices, states and numbers of pages; no address. One row is written first, and every
 *  person in the list sees it. */
export async function listMembers(
  tx: Tx,
  unitId: string,
  from: number,
  channel: Channel,
  state?: string,
): Promise<Listed> {
  const unit = await keptUnit(tx, unitId)
  if (!unit) return { kind: 'not_found' }
  const below = await keptUnits(tx, unit.id)
  const opened = await openRoll(tx, unit.id, channel)
  if (opened.kind === 'not_yours_to_open') return { kind: 'not_found' }
  const { persons } = opened.roll
  const states = await statesOf(opened.roll)
  return {
    kind: 'listed',
    unit: { ...unit, persons },
    below,
    lines: await linesOf(opened.roll, from, pageLength, state),
    from,
    states,
    state,
    persons: state === undefined ? persons : (states.find((one) => one.state === state)?.persons ?? 0),
  }
}
