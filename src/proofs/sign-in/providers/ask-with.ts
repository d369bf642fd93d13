import { type Configuration, fetchProtectedResource } from 'openid-client'
import type { z } from 'zod'
import { Unanswered } from '../../../openid/index.ts'

/** Asks an interface with the access that was just given; of the answer only what the shape names is taken. */
export async function askWith<T>(
  config: Configuration,
  token: string,
  url: URL,
  shape: z.ZodType<T>,
  accept = 'application/json',
): Promise<T> {
  const answer = await fetchProtectedResource(config, token, url, 'GET', undefined, new Headers({ accept }))
  if (answer.status !== 200) throw new Unanswered('sign_in_invalid')
  const read = shape.safeParse(await answer.json().catch(() => undefined))
  if (!read.success) throw new Unanswered('unreadable')
  return read.data
}
