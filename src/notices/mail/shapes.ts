import { z } from 'zod'

const short = z.string().max(300).default('')
export const mailForm = z.object({ address: short, language: short })
export const optionalForm = z.object({ optional: short })
export const languageForm = z.object({ language: short })
export const mailBody = z.object({
  address: z.string().max(300).nullable().describe('Without one no mail is sent'),
  language: z.enum(['vi', 'en']).default('vi'),
})

export const mailShape = z.object({
  address: z.string().nullable().describe('Where mail goes now'),
  language: z.enum(['vi', 'en']).nullable(),
  confirmed_at: z.iso.datetime().nullable(),
  optional: z.boolean().nullable().describe('Whether reminders are mailed too'),
  bounced_at: z.iso
    .datetime()
    .nullable()
    .describe('Since when letters there come back; nothing is sent until it is confirmed anew'),
  asked: z.string().nullable().describe('Where it would go once the link is opened that was mailed there'),
})

export const outboxShape = z.object({
  goes_out: z.boolean().describe('False where SMTP_URL is not set'),
  letters: z.array(
    z.object({
      address: z.string().nullable(),
      kind: z.string(),
      made_at: z.iso.datetime(),
      sent_at: z.iso.datetime().nullable(),
      waits: z.boolean(),
      tries: z.int(),
      failed: z.string().nullable(),
    }),
  ),
})
