import type { Lang } from '../words.ts'
import { DEFAULT_ZONE, type Moment, machineTime, type TimeForm, timeText } from './time-text.ts'

export type TimeProps = { at: Moment; lang: Lang; form?: TimeForm; zone?: string }

/** A moment or a calendar day in the reader's language, in the zone of the register. */
export function Time({ at, lang, form = 'minute', zone = DEFAULT_ZONE }: TimeProps) {
  return <time datetime={machineTime(at, form, zone)}>{timeText(at, lang, form, zone)}</time>
}
