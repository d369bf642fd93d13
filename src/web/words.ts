/** Vietnamese first; English by a switch. */
export type Lang = 'vi' | 'en'
export const languages: readonly Lang[] = ['vi', 'en']

/** One thing said in both languages, side by side; a phrase takes the same arguments in both. */
// biome-ignore lint/suspicious/noExplicitAny: a phrase may take any arguments; `InLanguage` keeps their types.
export type Saying = { readonly vi: string; readonly en: string } | Phrase<any>
type Phrase<A extends unknown[]> = { readonly vi: (...given: A) => string; readonly en: (...given: A) => string }
export type Words = { readonly [name: string]: Saying }

export type InLanguage<W extends Words> = {
  readonly [N in keyof W]: W[N]['vi'] extends string ? string : W[N]['vi']
}

/** Turns words that stand side by side into one dictionary per language: `const w = words[lang]`. */
export function bothLanguages<const W extends Words>(words: W): { readonly [L in Lang]: InLanguage<W> } {
  const inLanguage = (lang: Lang) =>
    Object.fromEntries(Object.entries(words).map(([name, saying]) => [name, saying[lang]])) as InLanguage<W>
  return { vi: inLanguage('vi'), en: inLanguage('en') }
}
