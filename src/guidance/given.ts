import type { Database, Tx } from '../db/index.ts'
import type { Somebody } from '../permissions/index.ts'
import type { Visit } from '../web/index.ts'

export type Given = {
  readonly db: Database
  /** Has everybody whom this text asks told, once the transaction has ended. */
  readonly tellAll: (tx: Tx, guidance: string) => Promise<() => Promise<void>>
}
export type Member<B = undefined> = Visit<Somebody, B>
export const idIn = ({ params }: Visit<Somebody, unknown>): string => params.id as string

/** Where a list goes on; nothing for what is no number. */
export function fromIn(query: URLSearchParams): number | undefined {
  const asked = query.get('from') ?? '0'
  return /^\d{1,6}$/.test(asked) ? Number(asked) : undefined
}
