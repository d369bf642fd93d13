import { endOfRawText, rawTexts } from './raw-text.ts'
import { readTag, type Tag } from './tag.ts'

/** `whole`: the end of the head was reached, so that nothing further on could count. */
export type Head = { readonly contents: readonly string[]; readonly whole: boolean }

/** The `content` of every `<meta name="NAME">` that a browser would put into the head of this page.
 *
 *  It goes through the text once, as the HTML standard does: comments, scripts, styles, titles, templates and what stands
 *  without scripting are passed over, and the head is over at the first thing that cannot stand in one. Where it is in doubt it
 *  sees less than a browser, never more: whoever may write a comment on a page must not be able to prove it. */
export function readHead(html: string, name: string): Head {
  const contents: string[] = []
  let templates = 0
  for (let at = 0; ; ) {
    const open = html.indexOf('<', at)
    if (templates === 0 && /\S/.test(html.slice(at, open < 0 ? html.length : open))) return { contents, whole: true }
    if (open < 0) return { contents, whole: false }
    const read = readTag(html, open)
    if (read === undefined) return { contents, whole: false }
    at = read.end
    if (read.kind === 'nothing') continue
    const verdict = place(read, templates)
    if (verdict === 'over') return { contents, whole: true }
    if (verdict === 'meta' && read.attributes.get('name')?.trim().toLowerCase() === name)
      contents.push(read.attributes.get('content')?.trim() ?? '')
    if (read.name === 'template') templates = Math.max(0, templates + (read.kind === 'start' ? 1 : -1))
    if (read.kind === 'start' && rawTexts.has(read.name)) {
      const after = endOfRawText(html, read.name, at)
      if (after === undefined) return { contents, whole: false }
      at = after
    }
  }
}

const inHead = new Set(
  'html head base basefont bgsound link meta title noscript noframes style script template'.split(' '),
)
/** Other rules of reading hold inside these: nobody needs them in a head. */
const foreign = new Set(['svg', 'math'])

function place(tag: Tag, templates: number): 'meta' | 'other' | 'over' {
  if (tag.kind === 'start' && foreign.has(tag.name)) return 'over'
  if (templates > 0) return 'other'
  if (tag.kind === 'end') return ['head', 'body', 'html', 'br'].includes(tag.name) ? 'over' : 'other'
  if (!inHead.has(tag.name)) return 'over'
  return tag.name === 'meta' ? 'meta' : 'other'
}
