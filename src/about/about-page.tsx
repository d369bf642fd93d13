import { BulletList, Heading, Lead, PageTitle } from '../web/components/index.ts'
import type { Lang } from '../web/index.ts'
import { words } from './words.ts'

export function AboutPage({ lang }: { lang: Lang }) {
  const w = words[lang]
  return (
    <>
      <PageTitle>{w.aboutTitle}</PageTitle>
      <Lead>{w.aboutLead}</Lead>
      <Heading>{w.storedTitle}</Heading>
      <BulletList items={[w.stored1, w.stored2, w.stored3, w.stored4]} />
      <Heading>{w.notStoredTitle}</Heading>
      <BulletList items={[w.not1, w.not2, w.not3, w.not4]} />
      <Heading>{w.seenTitle}</Heading>
      <p>{w.seen1}</p>
      <p>{w.seen2}</p>
      <p>{w.seen3}</p>
    </>
  )
}
