import { z } from 'zod'
import type { Database } from '../db/index.ts'
import { type Actor, anyAdministrator, anyOfficer, anyone, type Rule, type Somebody } from '../permissions/index.ts'
import { go, page, type Reply, type Room, refuse, room, type Visit } from '../web/index.ts'
import { continueAs } from './continue-as.ts'
import { congress } from './data.ts'
import { importCongress, importedPeople, readCongress } from './import-congress.ts'
import { ImportPage, ResultPage } from './import-page.tsx'
import { LookPage } from './look-page.tsx'
import { madeUpPeople } from './story/index.ts'
import { words } from './words.ts'

/** Whoever may bring lists into the register. */
const importer: Rule<Somebody> = {
  name: 'officer or administrator',
  admits: (actor): actor is Somebody => anyOfficer.admits(actor) || anyAdministrator.admits(actor),
}

const chosen = z.object({ role: z.string().max(50).default('') })
const first: Readonly<Record<string, string>> = {
  member: '/declarations',
  officer: '/members',
  auditor: '/my-record',
  administrator: '/sample/import',
}

type Given = {
  readonly db: Database
  /** Leads back to the register and drops the made-up data. */
  readonly end: () => Promise<void>
}

/** Stands only in a house of made-up data: as whom to go on, a list to import, and the way out. */
export function sampleRoom({ db, end }: Given): { readonly room: Room } {
  async function enter({ body }: Visit<Actor, z.infer<typeof chosen>>): Promise<Reply> {
    const continued = await continueAs(db, body.role)
    if (continued.kind !== 'signed_in') return refuse('not_found')
    return go(first[body.role] ?? '/sample', { set: continued.secret })
  }

  async function showResult({ lang }: Visit<Somebody>): Promise<Reply> {
    const people = await importedPeople(db)
    if (people === 0) return go('/sample/import')
    const content = <ResultPage lang={lang} reading={readCongress()} people={people} />
    return page(words[lang].resultTitle, content, { nav: '/sample', back: { href: '/sample' } })
  }

  const show = ({ lang, actor }: Visit) => {
    const content = <LookPage lang={lang} people={madeUpPeople()} mayImport={importer.admits(actor)} />
    return page(words[lang].title, content, { nav: '/sample', wide: true })
  }

  const showImport = async ({ lang }: Visit<Somebody>) =>
    page(words[lang].importTitle, <ImportPage lang={lang} size={size()} done={(await importedPeople(db)) > 0} />, {
      nav: '/sample',
      back: { href: '/sample' },
    })

  return {
    room: room(
      'sample',
      (at) => [
        at.get('/sample', anyone, show),
        at.post('/sample/as', anyone, enter, { body: chosen, limit: 60 }),
        at.get('/sample/import', importer, showImport),
        at.post('/sample/import', importer, async () => {
          await importCongress(db)
          return go('/sample/import/result')
        }),
        at.get('/sample/import/result', importer, showResult),
        at.post('/sample/end', anyone, async () => {
          await end()
          return go('/', 'clear')
        }),
      ],
      { nav: [{ href: '/sample', text: { vi: words.vi.nav, en: words.en.nav }, rule: anyone, order: 90 }] },
    ),
  }
}

const size = () => {
  const { units, people, accounts } = congress()
  return { units: units.length, people: people.length, accounts: accounts.length }
}

/** In the register itself: a page of the sample that is still open somewhere leads to the front page, its button too. */
export const sampleIsOver = (): { readonly room: Room } => ({
  room: room('sample', (at) => [
    at.get('/sample', anyone, () => go('/')),
    at.post('/sample/end', anyone, () => go('/')),
  ]),
})
