import { timeText } from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import type { Level, PastStep } from '../types.ts'
import { words } from './words.ts'

type ChartProps = {
  /** The newest first, as everywhere in a dossier. */
  readonly steps: readonly PastStep[]
  readonly pauses: readonly { readonly openedAt: Date; readonly closedAt: Date | null }[]
  readonly until: Date
  readonly lang: Lang
}

const [width, rise] = [1000, 30]
const levels = [3, 2, 1, 0] as const
const yOf = (level: Level) => (3 - level) * rise

/** How the level moved, as steps over time. The table beside it says the same in words. */
export function LevelChart({ steps, pauses, until, lang }: ChartProps) {
  const w = words[lang]
  const [first, ...later] = steps.toReversed()
  if (!first) return null
  const [start, end] = [first.at.getTime(), until.getTime()]
  const xOf = (at: Date) => Math.round((width * (at.getTime() - start)) / Math.max(end - start, 1))
  const line = [
    `M0 ${yOf(first.level)}`,
    ...later.map(({ at, level }) => `H${xOf(at)}V${yOf(level)}`),
    `H${width}`,
  ].join('')
  const [from, to] = [timeText(first.at, lang, 'day'), timeText(until, lang, 'day')]
  return (
    <div class="cd-trend cd-trend--level">
      <div class="cd-trend__y" aria-hidden="true">
        {levels.map((level) => (
          <span key={level}>{level}</span>
        ))}
      </div>
      <svg
        viewBox={`0 0 ${width} ${3 * rise}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={w.chartSays(from, to)}
        focusable="false"
      >
        {pauses.map(({ openedAt, closedAt }) => (
          <rect
            key={openedAt.getTime()}
            class="cd-trend__pause"
            x={xOf(openedAt)}
            y={0}
            width={Math.max(xOf(closedAt ?? until) - xOf(openedAt), 4)}
            height={3 * rise}
          />
        ))}
        {levels.map((level) => (
          <path key={level} class="cd-trend__grid" d={`M0 ${yOf(level)}H${width}`} />
        ))}
        <path class="cd-trend__line" d={line} />
        {[first, ...later].map(({ at, level }, n) => (
          <path key={n} class="cd-trend__mark" d={`M${xOf(at)} ${yOf(level)}h0`} />
        ))}
      </svg>
      <div class="cd-trend__x" aria-hidden="true">
        <span>{from}</span>
        <span>{to}</span>
      </div>
    </div>
  )
}
