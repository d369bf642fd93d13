import type { z } from 'zod'
import type { Got } from '../../../net/index.ts'
import type { Net } from '../method.ts'
import { limits, type Read, readJson } from './json.ts'

type Question = { readonly url: URL; readonly accept?: string; readonly headers?: Readonly<Record<string, string>> }

/** Asks an interface of the settings, by the second way out. */
export async function askService<T>(net: Net, question: Question, shape: z.ZodType<T>): Promise<Read<T>> {
  const { url, accept = 'application/json', headers } = question
  return readJson(ofService(await net.services.ask(url, { ...limits, accept, headers })), shape)
}

/** That the interface has no address, or gives the register no more answers for now (403 where a share is used up), is for the
 *  operator to mend and says nothing about the person. */
function ofService(got: Got): Got {
  if (got.kind === 'absent') return { ...got, kind: 'unreachable', why: 'connection_failed' }
  return got.kind === 'response' && got.status === 403 ? { ...got, status: 429 } : got
}

export const bearer = (token: string | undefined): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` }

/** An answer counts for a name only where it says that it is that name's. */
export const isSameName = (one: string, other: string): boolean => folded(one) === folded(other)
const folded = (name: string) => name.normalize('NFC').toLowerCase()
