import { displayAddress, platformName } from '../addresses/index.ts'
import {
  ActLink,
  Address,
  Breakable,
  Heading,
  Lead,
  LevelMark,
  Measure,
  PageTitle,
  timeText,
} from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import type { ListedPage, PublicPerson } from './rules.ts'
import { structuredData } from './structured.ts'
import { words } from './words.ts'

export type PersonProps = {
  readonly person: PublicPerson
  /** Whole address of this page. */
  readonly url: string
  readonly organisation: string | undefined
  readonly lang: Lang
  readonly zone: string
}

export const titleOf = ({ person, lang }: Pick<PersonProps, 'person' | 'lang'>): string =>
  person.name === undefined ? words[lang].unnamed : words[lang].titleOf(person.name)

/** The pages that one person chose to list. Each link says `me`, so that a server of the fediverse that is asked to check a profile finds
 *  its own address here, and nothing of it needs a script. */
export function PersonPage(props: PersonProps) {
  const { person, url, organisation, lang } = props
  const w = words[lang]
  return (
    <>
      <PageTitle caption={organisation ? w.registerOf(organisation) : w.theRegister}>
        {person.name === undefined ? w.unnamed : <span lang="vi">{person.name}</span>}
      </PageTitle>
      {person.office !== undefined && (
        <p class="cd-lead">
          <span lang="vi">{person.office}</span>
        </p>
      )}
      <Measure>
        <Lead>{person.name === undefined ? w.leadUnnamed : w.lead}</Lead>
      </Measure>
      <Heading>{w.pages}</Heading>
      <ul class="cd-entries">
        {person.pages.map((page) => (
          <Page key={page.address} page={page} {...props} />
        ))}
      </ul>
      <Measure>
        <p class="cd-soft">{w.notContent}</p>
        <p class="cd-soft">{w.chosen}</p>
        <p>
          <ActLink href="/">{w.askOther}</ActLink>
        </p>
      </Measure>
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structuredData(person, url) }} />
    </>
  )
}

function Page({ page, lang, zone }: { page: ListedPage } & Pick<PersonProps, 'lang' | 'zone'>) {
  const w = words[lang]
  const shown = displayAddress(page.address)
  const lapsed = page.notCurrentSince
  return (
    <li>
      <div>
        <h3>{nameOf(page, lang)}</h3>
        <p>
          {page.href === undefined ? (
            <Address text={shown} />
          ) : (
            <a class="govuk-link cd-code" rel="me" href={page.href}>
              <Breakable text={shown} />
            </a>
          )}
        </p>
      </div>
      <div>
        <LevelMark level={page.level} lang={lang} at={page.levelAt} zone={zone} />
        {lapsed && <p class="cd-level__date">{w.notCurrentSince(timeText(lapsed, lang, 'day', zone))}</p>}
      </div>
      {page.href !== undefined && (
        <div class="cd-entries__acts">
          <ActLink href={`/?url=${encodeURIComponent(page.href)}`} of={shown}>
            {w.ask}
          </ActLink>
        </div>
      )}
    </li>
  )
}

/** A platform's own name is the same everywhere; these three are no platform. */
function nameOf({ platform }: ListedPage, lang: Lang): string {
  const { podcast, rss, website } = words[lang]
  const places: Readonly<Record<string, string>> = { podcast, rss, website }
  return places[platform] ?? platformName(platform)
}
