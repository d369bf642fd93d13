import { once } from '../once.ts'
import { type Chapters, emptyChapters } from './chapters.ts'
import { numbering } from './ids.ts'
import { draftsOfMember, draftsOfOthers, pagesOfMember, pagesOfOthers } from './pages.ts'
import { type Duty, type MadeUp, people } from './people.ts'
import { tell, tellDraft } from './tell.ts'

export { type Chapters, type CheckRows, type OwnRows, ownTables, type Standing } from './chapters.ts'
export { type Duty, type Guide, guides, home, type MadeUp } from './people.ts'

export type Story = {
  readonly people: readonly MadeUp[]
  readonly duties: readonly Duty[]
  readonly chapters: Chapters
}

/** All made-up people and everything that has happened to their pages. The same each time it is told. */
export function story(): Story {
  const number = numbering()
  const { people: all, duties } = people(number)
  const [member, officer, auditor, administrator, ...others] = all
  if (!member || !officer || !auditor || !administrator) throw new Error('the sample has no guides')
  const chapters = emptyChapters()
  for (const page of [...pagesOfOthers(others), ...pagesOfMember(member)]) tell(page, number, chapters)
  for (const draft of [...draftsOfOthers(others), ...draftsOfMember(member)]) tellDraft(draft, number, chapters)
  return { people: all, duties, chapters }
}

/** How many they are, without telling the rest. */
export const madeUpPeople = once((): number => people(numbering()).people.length)
