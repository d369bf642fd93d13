import type { Lang } from '../words.ts'

const other = { vi: { lang: 'en', name: 'English' }, en: { lang: 'vi', name: 'Tiếng Việt' } } as const

/** The same page in the other language. It stays on this host whatever the path looks like: `//elsewhere` is a path here. */
export function inOtherLanguage(path: string, lang: Lang): string {
  const [before = '', query = ''] = path.split('#')[0]?.split('?') ?? []
  const search = new URLSearchParams(query)
  search.set('lang', other[lang].lang)
  return `/${before.replace(/^[/\\]+/, '')}?${search}`
}

export function LanguageSwitch({ lang, path }: { lang: Lang; path: string }) {
  const to = other[lang]
  return (
    <a href={inOtherLanguage(path, lang)} lang={to.lang} hreflang={to.lang}>
      {to.name}
    </a>
  )
}
