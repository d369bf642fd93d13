import { displayAddress } from '../../addresses/index.ts'
import { Breakable, Button, ButtonGroup, Form, Heading, InsetText, Soft, timeText } from '../../web/components/index.ts'
import type { Lang } from '../../web/words.ts'
import type { Assisted } from './store.ts'
import { words } from './words.ts'

type One = Assisted & { readonly canonical: string }

/** On the front page: what an officer filed for this person, until they say of each whether it is right. */
export function AskedPages({ filed, lang }: { filed: readonly One[]; lang: Lang }) {
  if (filed.length === 0) return null
  return (
    <>
      <Heading>{words[lang].asked}</Heading>
      {filed.map((one) => (
        <InsetText key={one.declaration}>
          <p>
            <strong class="cd-code">
              <Breakable text={displayAddress(one.canonical)} />
            </strong>
          </p>
          <Question filed={one} from="front" of={displayAddress(one.canonical)} lang={lang} />
        </InsetText>
      ))}
    </>
  )
}

type QuestionProps = { filed: Assisted; from: 'front' | 'page'; of?: string; lang: Lang }

/** Who filed it, how, and the two answers, one press each; afterwards what was answered. */
export function Question({ filed, from, of, lang }: QuestionProps) {
  const w = words[lang]
  const { declaration, by, answer, filedAt } = filed
  if (answer) return <p>{answer === 'right' ? w.confirmed(by) : w.denied(by)}</p>
  const path = `/declarations/${declaration}/assisted`
  const read = of && <span class="govuk-visually-hidden"> {of}</span>
  return (
    <>
      <p>
        {w.filedFor(by, timeText(filedAt, lang, 'day'))}{' '}
        {filed.paperOn ? w.fromPaper(timeText(filed.paperOn, lang, 'day')) : w.byPhone}
      </p>
      <Form action={`${path}/right`} hidden={{ from }}>
        <ButtonGroup>
          <Button kind="secondary">
            {w.right}
            {read}
          </Button>
          <Button kind="secondary" formaction={`${path}/not-mine`}>
            {w.notMine}
            {read}
          </Button>
        </ButtonGroup>
      </Form>
      <Soft>{w.notMineNote}</Soft>
    </>
  )
}
