import { z } from 'zod'
import { showings, visibilities } from './types.ts'

// Lenient: what is typed wrong comes back to its field with words beside it; only what no page of ours sends is refused here.

const short = z.string().max(200).default('')

export const pastedForm = z.object({ address: z.string().default(''), hint: short, draft: short })
const many = z.union([z.string(), z.array(z.string())]).default([])
export const severalForm = z.object({ address: many, rest: z.string().default('') })
export const answersForm = z.object({ manager: short, since_month: short, since_year: short })
export const wishForm = z.object({ visibility: z.enum(visibilities), shows: z.enum(showings).optional() })
