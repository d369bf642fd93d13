import type { Lang } from '../words.ts'
import { classes } from './field.tsx'
import { type Moment, timeText } from './time-text.ts'
import { words } from './words.ts'

export type Level = 0 | 1 | 2 | 3

export type LevelMarkProps = {
  level: Level
  lang: Lang
  /** When the page reached this level, or was last re-checked: a mark without a date says too little. */
  at: Moment
  /** Grey while an incident is open; a moment says since when, in place of the date. */
  paused?: boolean | Moment
  /** Level 3 whose checks could not tell for long: since when. */
  notSince?: Moment
  /** Writes the date out, where there is room. */
  long?: boolean
  zone?: string
}

/** Four rising strokes, always with number, word and date. */
export function LevelMark({ level, lang, at, paused, notSince, long, zone }: LevelMarkProps) {
  const w = words[lang]
  const day = (moment: Moment) => timeText(moment, lang, long ? 'long-day' : 'day', zone)
  const pausedSince = typeof paused === 'boolean' ? undefined : paused
  const date = pausedSince
    ? w.pausedSince(timeText(pausedSince, lang, 'minute', zone))
    : notSince
      ? w.notSince(day(notSince))
      : w[`level${level}On`](day(at))
  return <Mark level={level} lang={lang} date={date} paused={Boolean(paused)} />
}

/** The mark without a date, for explaining the levels and nothing else. */
export const LevelName = ({ level, lang }: { level: Level; lang: Lang }) => <Mark level={level} lang={lang} />

type MarkProps = { level: Level; lang: Lang; date?: string; paused?: boolean }

function Mark({ level, lang, date, paused }: MarkProps) {
  const w = words[lang]
  return (
    <span class={classes('cd-level', paused && 'cd-level--paused')}>
      <Strokes level={level} />
      <span>
        <span class="cd-level__word">{`${w.level(level)} · ${w[`level${level}`]}`}</span>
        {date && <span class="cd-level__date">{date}</span>}
      </span>
    </span>
  )
}

const strokes = ['M1 27h6l3.1-9h-6z', 'M10 27h6l4.9-14h-6z', 'M19 27h6l6.6-19h-6z', 'M28 27h6l8.4-24h-6z']

/** The picture alone carries no meaning: it is hidden from readers, the words beside it speak. */
function Strokes({ level }: { level: Level }) {
  const classOf = (n: number) => (n > level ? undefined : n === 3 ? 'is-again' : 'is-on')
  return (
    <svg class="cd-level__mark" viewBox="0 0 44 28" aria-hidden="true" focusable="false">
      {strokes.map((d, n) => (
        <path key={d} class={classOf(n)} d={d} />
      ))}
    </svg>
  )
}
