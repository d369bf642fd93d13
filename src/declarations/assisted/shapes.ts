import { z } from 'zod'
import { type Platform, platforms } from '../../addresses/index.ts'
import { addressShape } from '../shapes.ts'
import { managers } from '../types.ts'

const short = z.string().max(200).default('')

export const assistForm = z.object({
  id: short,
  address: z.string().default(''),
  how: short,
  paper_on: short,
  manager: short,
})
export const fromForm = z.object({ from: short })

export const assistBody = z.strictObject({
  address: z.string(),
  hint: z.enum(platforms as [Platform, ...Platform[]]).optional(),
  manager: z.enum(managers).default('alone'),
  how: z.enum(['paper', 'phone']),
  paper_on: z.iso.date().optional().describe('The date on the paper; only with `paper`, and then needed'),
})
export const answerBody = z.strictObject({ answer: z.enum(['right', 'not_mine']) })

export const assistedShape = z.object({
  id: z.uuid(),
  receipt: z.string(),
  address: addressShape,
  level: z.literal(0),
  visibility: z.literal('private'),
  state: z.literal('active'),
  channel: z.literal('assisted'),
})
export const answeredShape = z.object({ id: z.uuid(), answer: z.enum(['right', 'not_mine']) })
