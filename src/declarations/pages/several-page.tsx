import { displayAddress } from '../../addresses/index.ts'
import {
  ActLink,
  BulletList,
  Button,
  ButtonGroup,
  Entries,
  type Entry,
  EntryState,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  PageTitle,
  TextArea,
} from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import { whatItIs } from '../address-words.ts'
import { reasonText } from '../reasons.ts'
import { type FoundOne, mayComeBack, type RefusedOne, type Several } from '../several.ts'
import { words } from '../words.ts'

export type SeveralProps = Several & {
  readonly lang: Lang
  /** Canonical forms that the person has declared already. */
  readonly yours: ReadonlySet<string>
  /** So many were kept as drafts by the press before. */
  readonly kept?: number
  /** No more drafts can be kept. */
  readonly full?: boolean
}

/** What each of several pasted texts is. One button keeps all that were recognised; the rest stands in a field to be mended. */
export function SeveralPage(props: SeveralProps) {
  const { lang, found, refused, kept, full } = props
  const w = words[lang]
  const errors = severalErrors(props)
  return (
    <>
      <ErrorSummary lang={lang} title={w.notAllKept} errors={errors.map((message) => ({ field: 'rest', message }))} />
      <PageTitle>{severalTitle(props)}</PageTitle>
      {kept === undefined && <Lead>{w.severalLead}</Lead>}
      {found.length > 0 && (
        <>
          <Heading>{full ? w.notKeptYet : w.toKeep}</Heading>
          <Entries items={found.map((one) => entryOf(one, props))} />
        </>
      )}
      <Form action="/declarations/several">
        {!full && found.map(({ text }) => <input key={text} type="hidden" name="address" value={text} />)}
        {refused.length > 0 && <Refused lang={lang} refused={refused} />}
        <Rest {...props} />
        <ButtonGroup>
          <Button>{buttonText(props)}</Button>
          <ActLink href="/declarations">{w.toMyPages}</ActLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

export function severalTitle({ lang, found, left, kept }: SeveralProps): string {
  const w = words[lang]
  return kept === undefined ? w.severalIn(found.length + left.length) : w.keptSoMany(kept)
}

/** Only what was sent once and could not be kept is an error; before that it is a list to look at. */
export function severalErrors({ lang, refused, kept, full }: SeveralProps): string[] {
  const w = words[lang]
  return kept === undefined
    ? []
    : [full && w.draftsFull, refused.length > 0 && w.stillRefused(refused.length)].filter(
        (one) => typeof one === 'string',
      )
}

const buttonText = ({ lang, found, full }: SeveralProps) =>
  found.length > 0 && !full ? words[lang].keepSoMany(found.length) : words[lang].checkAddress

function entryOf({ text, address, fromPost }: FoundOne, { lang, yours }: SeveralProps): Entry {
  const w = words[lang]
  const note = yours.has(address.canonical) ? w.yoursAlready : fromPost ? w.readFromPost : undefined
  const shown = displayAddress(address.canonical)
  return {
    title: whatItIs(address, lang),
    address: shown,
    state: note ? (
      <EntryState word={note} />
    ) : (
      text !== shown && text !== address.canonical && <Pasted {...{ lang, text }} />
    ),
  }
}

const Pasted = ({ lang, text }: { lang: Lang; text: string }) => (
  <p class="cd-small cd-soft">
    {words[lang].pasted}: <span class="cd-code">{text}</span>
  </p>
)

function Refused({ lang, refused }: { lang: Lang; refused: readonly RefusedOne[] }) {
  const w = words[lang]
  return (
    <>
      <Heading>{w.notRecognised(refused.length)}</Heading>
      <BulletList
        items={refused.map((one) => (
          <>
            {mayComeBack(one) && (
              <>
                <span class="cd-code">{one.text.slice(0, longestShown)}</span>
                <br />
              </>
            )}
            {reasonText(one.reason, lang)}
          </>
        ))}
      />
    </>
  )
}
const longestShown = 200

/** Everything that was not kept, a line each; lines past the first twenty wait here too. */
function Rest(props: SeveralProps) {
  const { lang, found, refused, left, full } = props
  const w = words[lang]
  const waiting = [
    ...(full ? found.map(({ text }) => text) : []),
    ...left,
    ...refused.filter(mayComeBack).map(({ text }) => text),
  ]
  if (waiting.length === 0 && refused.length === 0) return null
  const error = severalErrors(props)[0]
  return (
    <TextArea
      {...{ lang, error }}
      name="rest"
      label={w.restLabel}
      hint={left.length > 0 ? w.moreLeft(left.length) : w.restHint}
      rows={Math.min(Math.max(waiting.length + 1, 3), 12)}
      value={waiting.join('\n')}
      code
    />
  )
}
