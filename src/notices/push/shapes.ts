import { z } from 'zod'

/** As a browser gives it: `JSON.stringify(subscription)`. */
export const pushBody = z.object({
  endpoint: z.string().max(8_000).describe('The address of this browser at a push service that the register knows'),
  expirationTime: z.number().nullish(),
  keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
  language: z.enum(['vi', 'en']).default('vi').describe('In which language it is said'),
})

const browser = z.object({
  id: z.uuid(),
  label: z.string().describe('Browser and kind of device'),
  made_at: z.iso.datetime(),
  pushed_at: z.iso.datetime().nullable().describe('When the push service last took something'),
  failed: z.string().nullable().describe('Code of the last failure'),
})
export const pushShape = z.object({
  key: z.string().nullable().describe('applicationServerKey of this register; null where it pushes nothing'),
  browsers: z.array(browser),
})
export const keptShape = z.object({ id: z.uuid() })
export const removedShape = z.object({ removed: z.literal(true) })
