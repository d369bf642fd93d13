import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Keeps } from './oauth.ts'

const keeps = z.object({
  verifier: z.string(),
  nonce: z.string().optional(),
  maxAge: z.number().optional(),
  to: z.string().optional(),
  client: z.object({ id: z.string(), secret: z.string().optional() }).optional(),
}) satisfies z.ZodType<Keeps>

/** What a sign-in keeps until it comes back can be opened only with the state, which the database does not have: whoever reads the one
 *  has nothing without the other. */
export function sealed(state: string, kept: Keeps): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(state), iv)
  const text = Buffer.concat([cipher.update(JSON.stringify(kept)), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), text])
}

/** Throws where it was not sealed by this state. */
export function opened(state: string, bytes: Buffer): Keeps {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(state), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
  return keeps.parse(JSON.parse(text.toString()))
}

const keyOf = (state: string) => createHash('sha256').update(`sealed by ${state}`).digest()
