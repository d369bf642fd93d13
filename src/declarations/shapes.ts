import { z } from 'zod'
import { type Platform, platforms } from '../addresses/index.ts'
import type { DeclarationNow } from './types.ts'
import { managers, showings, visibilities } from './types.ts'

const since = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)

export const declareBody = z.strictObject({
  address: z.string(),
  hint: z.enum(platforms as [Platform, ...Platform[]]).optional(),
  manager: z.enum(managers).default('alone'),
  since: since.optional(),
  visibility: z.enum(visibilities).default('private'),
})

export const visibilityBody = z.strictObject({ visibility: z.enum(visibilities), shows: z.enum(showings).optional() })

export const addressShape = z.object({
  platform: z.string(),
  kind: z.string(),
  handle: z.string().optional(),
  uid: z.string().optional(),
  canonical: z.string(),
})

export const declarationShape = z.object({
  id: z.uuid(),
  address: addressShape,
  manager: z.enum(managers),
  since: z.string().optional(),
  level: z.int().min(0).max(3),
  level_at: z.iso.datetime(),
  visibility: z.enum(visibilities),
  shows: z.enum(showings),
  state: z.enum(['active', 'closing', 'closed', 'frozen', 'lost']),
  filed_at: z.iso.datetime(),
  changed_at: z.iso.datetime(),
  renew_by: z.iso.datetime().optional().describe('Another claim was proven later: prove the page again by then'),
})

export const filedShape = z.object({
  id: z.uuid(),
  receipt: z.string(),
  address: addressShape,
  level: z.int(),
  visibility: z.enum(visibilities),
  state: z.string(),
})

export const changedShape = declarationShape.extend({ receipt: z.string().optional() })
export const listShape = z.object({ declarations: z.array(declarationShape), next: z.string().nullable() })
export const listQuery = z.object({ after: z.string().optional(), limit: z.string().optional() })

/** One declaration, as its owner's scripts see it. */
export function viewOf(now: DeclarationNow): z.infer<typeof declarationShape> {
  const { id, address, manager, since, level, visibility, shows, state } = now
  const times = {
    level_at: now.levelAt.toISOString(),
    filed_at: now.filedAt.toISOString(),
    changed_at: now.changedAt.toISOString(),
  }
  const renewal = now.renewBy && { renew_by: now.renewBy.toISOString() }
  return {
    id,
    address,
    manager,
    ...(since === undefined ? {} : { since }),
    level,
    visibility,
    shows,
    state,
    ...times,
    ...renewal,
  }
}
