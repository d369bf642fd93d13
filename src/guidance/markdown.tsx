import { lexer, type Token, type Tokens } from 'marked'
import type { ComponentChildren, JSX } from 'preact'

/** What the organisation wrote, as parts of our own pages: headings, paragraphs, lists, quotations, links. HTML and pictures in it are no part
 *  of Markdown here; they show as the letters that were typed. */
export function Markdown({ text }: { text: string }): JSX.Element {
  return <>{lexer(text).map(block)}</>
}

/** The title of the page is the first heading: those of the text stand below it. */
const Deeper = ({ depth, children }: { depth: number; children: ComponentChildren }) =>
  depth <= 2 ? <h2 class="govuk-heading-m">{children}</h2> : <h3 class="govuk-heading-s">{children}</h3>

function block(token: Token): ComponentChildren {
  switch (token.type) {
    case 'space':
    case 'def':
      return null
    case 'heading':
      return <Deeper depth={token.depth}>{inline(token.tokens)}</Deeper>
    case 'paragraph':
      return <p>{inline(token.tokens)}</p>
    case 'list':
      return list(token as Tokens.List)
    case 'blockquote':
      return <div class="govuk-inset-text">{token.tokens?.map(block)}</div>
    case 'hr':
      return <hr class="cd-rule" />
    case 'text':
      return token.tokens ? inline(token.tokens) : token.text
    default:
      return <p>{token.raw.trim()}</p>
  }
}

function list({ ordered, start, items }: Tokens.List): ComponentChildren {
  const lines = items.map((item) => <li>{item.tokens.map(block)}</li>)
  if (!ordered) return <ul class="govuk-list govuk-list--bullet">{lines}</ul>
  return (
    <ol class="govuk-list govuk-list--number" start={start === '' || start === 1 ? undefined : start}>
      {lines}
    </ol>
  )
}

function inline(tokens: readonly Token[] = []): ComponentChildren {
  return tokens.map((token) => {
    switch (token.type) {
      case 'strong':
        return <strong>{inline(token.tokens)}</strong>
      case 'em':
        return <em>{inline(token.tokens)}</em>
      case 'codespan':
        return <code>{token.text}</code>
      case 'br':
        return <br />
      case 'escape':
        return token.text
      case 'text':
        return token.tokens ? inline(token.tokens) : plain(token.text)
      case 'link':
        return link(token as Tokens.Link)
      default:
        return token.raw
    }
  })
}

/** Only to the web, a telephone or a mail address, or to a page of the register itself. */
function link({ href, tokens, raw }: Tokens.Link): ComponentChildren {
  const safe = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(href)
  if (!safe) return raw
  return (
    <a class="govuk-link" href={href} rel={href.startsWith('http') ? 'noopener noreferrer' : undefined}>
      {inline(tokens)}
    </a>
  )
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00a0' }
/** The few entities that people write; Preact escapes what comes out. */
const plain = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name) => entities[name] ?? '')
