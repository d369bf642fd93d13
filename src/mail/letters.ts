import type { Lang, NoticeWords } from '../web/index.ts'
import { words } from './words.ts'

export type Text = { readonly subject: string; readonly text: string }

const lines = (...parts: readonly string[]) => `${parts.join('\n\n')}\n`

/** A notice as a letter: what it says, where it leads, and why it came. It names nobody and no page. */
export function noticeLetter(
  { title, text, href, open }: NoticeWords,
  about: string | null,
  lang: Lang,
  url: string,
  ends?: string,
): Text {
  const w = words[lang]
  const link = (open ? w.openAtOnce : w.openHere)(`${url}${href(about)}`)
  const foot = ['-- ', ...(ends ? [w.ends(ends)] : []), w.why(url)]
  return { subject: title[lang], text: lines(title[lang], text[lang], link, ...foot) }
}

/** Many notices as one letter: what they are about, each kind once. */
export function digestLetter(all: readonly NoticeWords[], lang: Lang, url: string): Text {
  const w = words[lang]
  const kinds = [...Map.groupBy(all, ({ title }) => title[lang])]
  const listed = kinds.map(([title, { length }]) => (length > 1 ? `- ${title} (${length})` : `- ${title}`)).join('\n')
  const subject = w.digestSubject(all.length)
  return { subject, text: lines(subject, listed, w.openHere(`${url}/notices`), '-- ', w.why(url)) }
}

/** Letters that are no notice. What their link holds stands in them and nowhere else. */
export type LinkKind = 'sign_in_link' | 'confirm_address'

export function linkLetter(kind: LinkKind, link: string, lang: Lang, url: string): Text {
  const w = words[lang]
  const [subject, text] = kind === 'sign_in_link' ? [w.signInSubject, w.signInText] : [w.confirmSubject, w.confirmText]
  return { subject, text: lines(text, link, w.notYou, '-- ', w.register(url)) }
}
