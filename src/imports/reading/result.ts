import type { FileReason, Reading, Refused, Rejected, Warnings } from './types.ts'

/** What is told of an import, also to scripts: these names are promised. */
export type Result = {
  readonly outcome: 'accepted' | 'partial' | 'refused'
  readonly reason?: FileReason
  readonly rows: number
  readonly accepted: number
  readonly rejected: readonly Rejected[]
  readonly warnings: Warnings
}

export function resultOf(reading: Reading | Refused): Result {
  if (reading.kind === 'refused')
    return { outcome: 'refused', reason: reading.reason, rows: 0, accepted: 0, rejected: [], warnings: {} }
  const { rows, lines, rejected, warnings } = reading
  return { outcome: rejected.length > 0 ? 'partial' : 'accepted', rows, accepted: lines.length, rejected, warnings }
}
