import type { Lang } from '../words.ts'
import { type Level, LevelName } from './level-mark.tsx'
import { words } from './words.ts'

const levels: readonly Level[] = [0, 1, 2, 3]

/** The four levels explained, beside the question. */
export function LevelsAside({ lang }: { lang: Lang }) {
  const w = words[lang]
  return (
    <aside aria-labelledby="levels">
      <h2 class="govuk-heading-m" id="levels">
        {w.levels}
      </h2>
      <ul class="cd-entries cd-levels">
        {levels.map((level) => (
          <li key={level} class="cd-levels__item">
            <p>
              <LevelName level={level} lang={lang} />
            </p>
            <p class="cd-soft">{w[`level${level}Means`]}</p>
          </li>
        ))}
      </ul>
    </aside>
  )
}
