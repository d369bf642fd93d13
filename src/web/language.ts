import type { Lang } from './words.ts'

export const languageCookie = 'lang'

/** Vietnamese first: English only when chosen by the switch (`?lang=`, kept in a cookie), or when the browser asks for it before Vietnamese. */
export function languageOf(asked: {
  readonly query: string | null
  readonly cookie: string | undefined
  readonly accept: string | undefined
}): Lang {
  const chosen = asked.query ?? asked.cookie
  if (chosen === 'vi' || chosen === 'en') return chosen
  return prefers(asked.accept ?? '', 'en') > prefers(asked.accept ?? '', 'vi') ? 'en' : 'vi'
}

/** Quality of a language in Accept-Language (RFC 9110, 12.5.4); 0 when it is not named. */
function prefers(header: string, lang: Lang): number {
  let best = 0
  for (const part of header.slice(0, 500).split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
    if (range !== lang && !range.startsWith(`${lang}-`)) continue
    const quality = parameters
      .map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1])
      .find((value) => value !== undefined)
    best = Math.max(best, quality === undefined ? 1 : Number(quality) || 0)
  }
  return best
}
