import { Tag, timeText } from '../../web/components/index.ts'
import type { Lang } from '../../web/index.ts'
import { Markdown } from '../markdown.tsx'
import type { Text, Version } from '../store.ts'
import { words } from '../words.ts'

type Both = Pick<Version, 'title_vi' | 'title_en'>
export const titleOf = (text: Both, lang: Lang): string => (lang === 'vi' ? text.title_vi : text.title_en)

/** The text itself, in the reader's language. */
export const Body = ({ version, lang }: { version: Pick<Version, 'guide_vi' | 'guide_en'>; lang: Lang }) => (
  <div class="cd-measure">
    <Markdown text={lang === 'vi' ? version.guide_vi : version.guide_en} />
  </div>
)

/** What the text asks of the reader. */
export function StateTag({ text, lang }: { text: Pick<Text, 'due' | 'my_n'>; lang: Lang }) {
  const w = words[lang]
  if (text.due) return <Tag kind="late">{w.toRead}</Tag>
  return text.my_n === null ? <Tag kind="later">{w.notAsked}</Tag> : <Tag>{w.read}</Tag>
}

export const sinceText = ({ n, published_at }: Pick<Version, 'n' | 'published_at'>, lang: Lang): string =>
  words[lang].since(n, timeText(published_at, lang, 'day'))
