import { endOfRawText, rawTexts } from './raw-text.ts'
import { readTag } from './tag.ts'

export type Link = { readonly rel: readonly string[]; readonly href: string }
export type Links = {
  /** Every `<a>` and `<link>` with an `href`, as the page writes it. */
  readonly links: readonly Link[]
  /** The `href` of the first `<base>`. */
  readonly base: string | undefined
}

/** The links that a browser would find in this page, in its head and its body.
 *
 *  It goes through the text once. Comments, scripts and styles, what stands without scripting, templates, lists to choose from and drawings
 *  hold no links for us. Other rules of reading hold inside a drawing; where the two ways of reading would part, the page ends for us. So
 *  it sees less than a browser, never more: whoever may write into a comment, an attribute or a script must not be able to prove the page. */
export function readLinks(html: string): Links {
  const links: Link[] = []
  let base: string | undefined
  const within = inert()
  for (let at = 0; ; ) {
    const open = html.indexOf('<', at)
    if (open < 0) return { links, base }
    if (html.startsWith('<![CDATA[', open)) {
      const after = endOfCdata(html, open, within.foreign())
      if (after === undefined) return { links, base }
      at = after
      continue
    }
    const read = readTag(html, open)
    if (read === undefined) return { links, base }
    at = read.end
    if (read.kind === 'nothing') continue
    if (read.kind === 'start' && rawTexts.has(read.name)) {
      const after = within.foreign() ? endOfPlainText(html, read, at) : endOfRawText(html, read.name, at)
      if (after === undefined) return { links, base }
      at = after
      continue
    }
    if (within.none() && read.kind === 'start') {
      const href = read.attributes.get('href')
      if (read.name === 'frameset') return { links, base }
      if (read.name === 'base') base ??= href
      if (href !== undefined && (read.name === 'a' || read.name === 'link'))
        links.push({ rel: tokens(read.attributes.get('rel')), href })
    }
    within.meet(read)
  }
}

const tokens = (rel = ''): string[] => rel.toLowerCase().split(/[\t\n\f\r ]+/)

const foreignNames = new Set(['svg', 'math'])
const inertNames = new Set(['template', 'select', ...foreignNames])

/** Which elements without links of their own are open. One is over only at its own end tag, and only as the innermost of them. */
function inert() {
  const open: string[] = []
  let drawings = 0
  return {
    none: () => open.length === 0,
    foreign: () => drawings > 0,
    meet({ kind, name, closed }: { readonly kind: 'start' | 'end'; readonly name: string; readonly closed: boolean }) {
      if (!inertNames.has(name)) return
      const drawing = foreignNames.has(name)
      if (kind === 'start' && !(drawing && closed)) {
        open.push(name)
        drawings += drawing ? 1 : 0
      }
      if (kind === 'end' && open.at(-1) === name) {
        open.pop()
        drawings -= drawing ? 1 : 0
      }
    },
  }
}

/** In a drawing `<style>` and its like may hold tags, outside it they hold text: where there is no tag, both ways of reading agree. */
function endOfPlainText(html: string, tag: { readonly name: string; readonly closed: boolean }, from: number) {
  const end = tag.closed ? undefined : endOfRawText(html, tag.name, from)
  return end !== undefined && holdsNoTag(html.slice(from, end)) ? end : undefined
}

function holdsNoTag(text: string): boolean {
  for (let at = 0; ; ) {
    const open = text.indexOf('<', at)
    if (open < 0) return true
    const end = text.startsWith('<![CDATA[', open) ? text.indexOf(']]>', open) : -1
    if (end < 0) return false
    at = end + 3
  }
}

/** Outside a drawing it is a comment up to the next `>`; inside, text up to `]]>`, but where HTML stands in the drawing. */
function endOfCdata(html: string, open: number, foreign: boolean): number | undefined {
  const mark = html.indexOf('>', open)
  if (mark < 0) return undefined
  const end = foreign ? html.indexOf(']]>', open) : mark - 2
  return end < 0 || html.slice(mark, end).includes('<') ? undefined : end + 3
}
