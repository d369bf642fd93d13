import { z } from 'zod'
import { addressShape } from '../shapes.ts'
import { type Offer, offerAnswers } from './types.ts'

/** `of-<id>` for each line; what is no answer is none. */
export const offersForm = z.record(z.string().max(60), z.string().max(20)).default({})
export const againForm = z.object({ offer: z.string().max(60).default('') })

const answer = z.enum(offerAnswers)
export const offersBody = z.strictObject({
  answers: z
    .array(
      z.strictObject({
        id: z.uuid(),
        answer: answer.nullable().describe('null takes an answer back that is not filed'),
      }),
    )
    .min(1)
    .max(100),
})
export const offersQuery = z.object({ answered: z.enum(['yes']).optional(), from: z.string().optional() })
export const offerShape = z.object({
  id: z.uuid(),
  typed: z.string(),
  address: addressShape.nullable().describe('null where no account was recognised'),
  answer: answer.nullable(),
  answered_at: z.iso.datetime().nullable(),
  offered_at: z.iso.datetime(),
  declaration: z.uuid().nullable().describe('What it became, or the declaration of this address that stands already'),
  receipt: z.string().nullable(),
  list: z.string().nullable().describe('The published list that vouches for it'),
})
export const offersShape = z.object({ offers: z.array(offerShape), next: z.int().nullable() })
export const answeredShape = z.object({
  answers: z.array(
    z.object({
      id: z.uuid(),
      declaration: z.uuid().optional(),
      receipt: z.string().optional(),
      refused: z.enum(['not_found', 'filed_already', 'no_address', 'too_many_declarations']).optional(),
    }),
  ),
})

export const viewOf = (offer: Offer): z.infer<typeof offerShape> => ({
  id: offer.id,
  typed: offer.typed,
  address: offer.address ?? null,
  answer: offer.answer ?? null,
  answered_at: offer.answeredAt?.toISOString() ?? null,
  offered_at: offer.offeredAt.toISOString(),
  declaration: offer.declaration ?? null,
  receipt: offer.receipt ?? null,
  list: offer.list ?? null,
})
