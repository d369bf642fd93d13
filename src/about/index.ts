import { anyone } from '../permissions/index.ts'
import { page, room } from '../web/index.ts'
import { AboutPage } from './about-page.tsx'
import { HelpPage } from './help-page.tsx'
import { words } from './words.ts'

/** Two pages for everyone: what this register stores and does not, and where help is. */
export const about = () => ({
  room: room('about', (at) => [
    at.get('/about', anyone, ({ lang }) => page(words[lang].aboutTitle, AboutPage({ lang }))),
    at.get('/help', anyone, ({ lang, actor }) =>
      page(words[lang].helpTitle, HelpPage({ lang, signedIn: actor.kind === 'person' })),
    ),
  ]),
})
