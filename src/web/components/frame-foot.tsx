import type { Lang } from '../words.ts'
import { words } from './words.ts'

export type FootLink = { href: string; text: string }

/** The links of a house that has only the rooms every house has. */
export function defaultFootLinks(lang: Lang): readonly FootLink[] {
  const w = words[lang]
  return [
    { href: '/', text: w.footAsk },
    { href: '/about', text: w.footAbout },
    { href: '/help', text: w.footHelp },
    { href: '/incidents/help', text: w.footTaken },
  ]
}

export function FrameFoot({ lang, links = defaultFootLinks(lang) }: { lang: Lang; links?: readonly FootLink[] }) {
  return (
    <footer class="cd-foot">
      <div class="govuk-width-container">
        <ul>
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.text}</a>
            </li>
          ))}
        </ul>
        <p>{words[lang].footLine}</p>
      </div>
    </footer>
  )
}
